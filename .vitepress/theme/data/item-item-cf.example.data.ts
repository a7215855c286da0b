import type { Loader } from '../../build/results/loader.ts';
import { makeExample } from '../figures/item-item-cf/example.ts';
import type { ItemItemExample } from '../figures/item-item-cf/example.ts';

declare const data: ItemItemExample;
export { data };

export default {
  load: makeExample,
} satisfies Loader;
