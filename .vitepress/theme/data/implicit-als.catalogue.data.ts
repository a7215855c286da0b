import { defineLoader } from 'vitepress';
import { makeCatalogue } from '../figures/implicit-als/catalogue.ts';
import type { Catalogue } from '../figures/implicit-als/catalogue.ts';

declare const data: Catalogue;
export { data };

export default defineLoader({
  watch: ['../../../code/*.ts', '../figures/implicit-als/*.ts'],
  load: () => makeCatalogue(),
});
