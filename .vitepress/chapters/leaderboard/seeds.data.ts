import type { Loader } from '../../build/results/loader.ts';
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
    const seeds = logs.length;
    const spec: SeedsSpec = { split: 'last-new', k: 10, metric: 'recall', tuned, seeds };
    return { spec, rows: logs.map((log, seed) => seedRow(spec, seed, log)) };
  },
} satisfies Loader;
