import type { Loader } from '../../build/results/loader.ts';
import { makeCatalogue } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';

declare const data: Catalogue;
export { data };

export default {
  load: () => makeCatalogue(),
} satisfies Loader;
