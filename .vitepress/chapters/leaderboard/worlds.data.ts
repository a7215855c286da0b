import type { Loader } from '../../build/results/loader.ts';
import type { StandingsOfLogs } from '../../kit/logs.data.ts';
import type { PreparedTuned } from '../../kit/tuned.data.ts';
import { defaultRun } from '../../run/defaults.ts';
import type { WorldRows, WorldsSpec } from './worlds.job.ts';
import { runWorlds } from './worlds.job.ts';

/** The order of the models in world after world. */
export interface PreparedWorlds {
  readonly spec: WorldsSpec;
  readonly rows: readonly WorldRows[];
}

declare const data: PreparedWorlds;
export { data };

/** Those of which the page prints what they do; a reader may draw all of them. */
const worlds = ['usual', 'genres-32', 'heavy-tail', 'fashions'];

export default {
  from: ['../../kit/logs.data.ts', '../../kit/tuned.data.ts'],
  seconds: 8,
  load(logs: StandingsOfLogs, { tuned }: PreparedTuned): PreparedWorlds {
    const { split, k } = defaultRun;
    const spec: WorldsSpec = { worlds, seeds: logs.length, split, k, tuned };
    return { spec, rows: runWorlds(spec, logs) };
  },
} satisfies Loader;
