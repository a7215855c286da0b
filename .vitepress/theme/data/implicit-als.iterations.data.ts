import { defineLoader } from 'vitepress';
import { makeWalks } from '../figures/implicit-als/iterations.ts';
import type { Walks } from '../figures/implicit-als/iterations.ts';

declare const data: Walks;
export { data };

export default defineLoader({
  watch: ['../../../code/*.ts', '../figures/implicit-als/*.ts'],
  load: makeWalks,
});
