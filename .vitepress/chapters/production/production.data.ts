import type { Loader } from '../../build/results/loader.ts';
import { chapters } from '../../chapters.ts';

/** What becomes of a model in a large service, by its id. */
export type Fates = Readonly<Record<string, { readonly stays: string; readonly changes: string }>>;

declare const data: Fates;
export { data };

export default {
  reads: ['.vitepress/chapters'],
  load: (): Fates =>
    Object.fromEntries(
      chapters.flatMap(({ id, production }) => (production ? [[id, production]] : [])),
    ),
} satisfies Loader;
