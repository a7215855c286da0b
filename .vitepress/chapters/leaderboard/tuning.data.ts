import { findModel } from '../../../code/models.ts';
import type { Loader } from '../../build/results/loader.ts';
import type { TuneMap } from './tuning.job.ts';
import { runTuning } from './tuning.job.ts';
import type { TunedOnce } from '../../kit/tuned.all.data.ts';
import type { TunedAll } from './tuneAlike.job.ts';

export interface PreparedTuning {
  /** What the class has by default. */
  readonly factors: number;
  /** The log of seed 0, with few factors and with those of the defaults. */
  readonly maps: readonly TuneMap[];
  readonly all: TunedAll;
}

declare const data: PreparedTuning;
export { data };

function prepareTuning({ all, trials }: TunedOnce): PreparedTuning {
  const { defaults, search } = findModel('implicit-als');
  return {
    factors: defaults['factors'],
    // What was tried when all models were tuned is not fitted again.
    maps: search['factors'].map((factors) =>
      runTuning({ ...all.spec, factors }, () => undefined, trials),
    ),
    all,
  };
}

export default {
  from: ['../../kit/tuned.all.data.ts'],
  seconds: 5,
  load: prepareTuning,
} satisfies Loader;
