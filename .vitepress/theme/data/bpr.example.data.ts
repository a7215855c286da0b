import type { Loader } from '../../build/results/loader.ts';
import { makeExample } from '../figures/bpr/example.ts';
import type { BPRExample } from '../figures/bpr/example.ts';

declare const data: BPRExample;
export { data };

export default {
  load: makeExample,
} satisfies Loader;
