import type { Loader } from '../../build/results/loader.ts';
import { makeExample } from './example.ts';
import type { BPRExample } from './example.ts';

declare const data: BPRExample;
export { data };

export default {
  load: makeExample,
} satisfies Loader;
