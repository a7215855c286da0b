import type { Loader } from '../../build/results/loader.ts';
import { makeCatalogue } from '../figures/implicit-als/catalogue.ts';
import type { Catalogue } from '../figures/implicit-als/catalogue.ts';

declare const data: Catalogue;
export { data };

export default {
  load: () => makeCatalogue(),
} satisfies Loader;
