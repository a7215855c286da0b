import type { Loader } from '../../build/results/loader.ts';
import { makeExample } from './example.ts';
import type { EaseExample } from './example.ts';

declare const data: EaseExample;
export { data };

export default {
  load: makeExample,
} satisfies Loader;
