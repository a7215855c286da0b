import type { Loader } from '../../build/results/loader.ts';
import type { SeedRow, SeedsSpec } from './seeds.job.ts';
import { runSeeds } from './seeds.job.ts';

/** The same entries, with the same settings, on logs that differ by their seed alone. */
export interface PreparedSeeds {
  readonly spec: SeedsSpec;
  readonly rows: readonly SeedRow[];
}

declare const data: PreparedSeeds;
export { data };

export default {
  seconds: 6.5,
  load(): PreparedSeeds {
    const spec: SeedsSpec = { split: 'last-new', k: 10, metric: 'recall', seeds: 10 };
    return { spec, rows: runSeeds(spec) };
  },
} satisfies Loader;
