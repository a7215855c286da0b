import type { InjectionKey } from 'vue';

/** Given by a frame that saves what stands in it, its tables too. */
export const savedWith: InjectionKey<boolean> = Symbol('saved with the figure');
