import type { Loader } from '../../build/results/loader.ts';
import { makeWalks } from './iterations.ts';
import type { Walks } from './iterations.ts';

declare const data: Walks;
export { data };

export default {
  seconds: 1.5,
  load: makeWalks,
} satisfies Loader;
