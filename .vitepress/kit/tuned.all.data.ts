import type { Trial } from '../../code/evaluation/tuning.ts';
import type { Loader } from '../build/results/loader.ts';
import { tuneAlike } from '../chapters/leaderboard/tuneAlike.job.ts';
import type { TunedAll } from '../chapters/leaderboard/tuneAlike.job.ts';

/** Every model tuned on the log of seed 0, with the trials of ALS, of which its map is drawn. */
export interface TunedOnce {
  readonly all: TunedAll;
  readonly trials: readonly Trial[];
}

declare const data: TunedOnce;
export { data };

export default {
  seconds: 10,
  load(): TunedOnce {
    const trials: Trial[] = [];
    const all = tuneAlike({ data: { seed: 0 } }, ({ id }, trial) => {
      if (id === 'implicit-als') trials.push(trial);
    });
    return { all, trials };
  },
} satisfies Loader;
