import type { Loader } from '../../build/results/loader.ts';
import { makeExample } from './example.ts';
import type { ItemItemExample } from './example.ts';

declare const data: ItemItemExample;
export { data };

export default {
  load: makeExample,
} satisfies Loader;
