import { fitLog, usualSetup } from '../../code/evaluation/laboratory.ts';
import type { LogStandings } from '../../code/evaluation/laboratory.ts';
import type { Loader } from '../build/results/loader.ts';
import type { PreparedTuned } from './tuned.data.ts';

/**
 * Where every test item stands, for every entry, on the logs of the seeds 0 to 9: several chapters read their
 * results from it, and nobody fits those models twice.
 */
export type StandingsOfLogs = readonly LogStandings[];

declare const data: StandingsOfLogs;
export { data };

export default {
  seconds: 9,
  from: ['./tuned.data.ts'],
  load: ({ tuned }: PreparedTuned): StandingsOfLogs =>
    Array.from({ length: 10 }, (_, seed) => fitLog({ ...usualSetup, tuned }, seed)),
} satisfies Loader;
