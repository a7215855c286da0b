import type { Loader } from '../../build/results/loader.ts';
import { defaultRun } from '../../run/defaults.ts';
import type { StandingsOfLogs } from '../../kit/logs.data.ts';
import type { PreparedTuned } from '../../kit/tuned.data.ts';
import type { SeedRow, SeedsSpec } from './seeds.job.ts';
import { seedRow } from './seeds.job.ts';

/** The same entries, with the same settings, on logs that differ by their seed alone. */
export interface PreparedSeeds {
  readonly spec: SeedsSpec;
  readonly rows: readonly SeedRow[];
}

declare const data: PreparedSeeds;
export { data };

export default {
  from: ['../../kit/logs.data.ts', '../../kit/tuned.data.ts'],
  load(logs: StandingsOfLogs, { tuned }: PreparedTuned): PreparedSeeds {
    const { split, k } = defaultRun;
    const spec: SeedsSpec = { split, k, metric: 'recall', tuned, seeds: logs.length };
    return { spec, rows: logs.map((log, seed) => seedRow(spec, seed, log)) };
  },
} satisfies Loader;
