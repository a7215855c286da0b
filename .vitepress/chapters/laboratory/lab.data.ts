import { usualSetup } from '../../../code/evaluation/laboratory.ts';
import type { Loader } from '../../build/results/loader.ts';
import type { StandingsOfLogs } from '../../kit/logs.data.ts';
import type { PreparedTuned } from '../../kit/tuned.data.ts';
import type { StationId } from './stations.ts';
import { stationIds, stations } from './stations.ts';
import type { LabResult } from './lab.job.ts';
import { makeLab } from './lab.job.ts';

/** The usual leaderboard, and one for each switch alone. */
export interface PreparedLab {
  readonly usual: LabResult;
  readonly changed: Readonly<Record<StationId, LabResult>>;
}

declare const data: PreparedLab;
export { data };

export default {
  from: ['../../kit/logs.data.ts', '../../kit/tuned.data.ts'],
  seconds: 2,
  load(logs: StandingsOfLogs, { tuned }: PreparedTuned): PreparedLab {
    const before = { ...usualSetup, tuned };
    const setups = stationIds.map((id) => ({ ...before, ...stations[id].change }));
    const [usual, ...changed] = makeLab(logs)([before, ...setups]);
    const pairs = stationIds.map((id, n) => [id, changed[n]]);
    return { usual, changed: Object.fromEntries(pairs) as PreparedLab['changed'] };
  },
} satisfies Loader;
