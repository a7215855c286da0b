import type { Tuned } from '../../code/evaluation/tuned.ts';
import type { Loader } from '../build/results/loader.ts';
import { tunedOf } from '../chapters/leaderboard/tuneAlike.job.ts';
import type { TunedOnce } from './tuned.all.data.ts';

/** The settings with which the models stand in the book's comparisons a second time. */
export interface PreparedTuned {
  readonly tuned: Tuned;
}

declare const data: PreparedTuned;
export { data };

export default {
  from: ['./tuned.all.data.ts'],
  load: ({ all }: TunedOnce): PreparedTuned => ({ tuned: tunedOf(all) }),
} satisfies Loader;
