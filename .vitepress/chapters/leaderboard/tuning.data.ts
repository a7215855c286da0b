import { findModel } from '../../../code/models.ts';
import type { Trial } from '../../../code/evaluation/tuning.ts';
import type { Loader } from '../../build/results/loader.ts';
import type { TuneMap } from './tuning.job.ts';
import { bookLog } from '../../run/bookLog.ts';
import { runTuning } from './tuning.job.ts';
import { grids, tuneAll } from './tuneAll.ts';
import type { TunedAll } from './tuneAll.ts';

export interface PreparedTuning {
  /** What the class has by default. */
  readonly factors: number;
  /** The log of seed 0, with few factors and with those of the defaults. */
  readonly maps: readonly TuneMap[];
  readonly all: TunedAll;
}

declare const data: PreparedTuning;
export { data };

function prepareTuning(): PreparedTuning {
  const trials: Trial[] = [];
  return {
    factors: findModel('implicit-als').defaults['factors'],
    maps: grids['implicit-als']['factors'].map((factors) =>
      runTuning({ data: { seed: 0 }, factors }, (trial) => trials.push(trial)),
    ),
    all: tuneAll(bookLog(), trials),
  };
}

export default {
  seconds: 12,
  load: prepareTuning,
} satisfies Loader;
