import { overRuns } from '../../../code/evaluation/intervals.ts';
import type { Estimate } from '../../../code/evaluation/intervals.ts';
import { models } from '../../../code/models.ts';
import type { Loader } from '../../build/results/loader.ts';
import type { StandingsOfLogs } from '../../kit/logs.data.ts';
import { metricOfStandings } from '../../kit/metricOfStandings.ts';
import type { NegativesResult } from './negatives.job.ts';
import { k, recallOf, runNegatives } from './negatives.job.ts';

/** The default log, and what the ways of drawing j gain or lose over several logs. */
export interface PreparedNegatives {
  readonly result: NegativesResult;
  readonly logs: number;
  /** By way: recall less that of the usual way after the last epoch, over the logs. */
  readonly gains: Readonly<Record<string, Estimate>>;
}

declare const data: PreparedNegatives;
export { data };

/** The usual way is that of the catalogue's BPR, which is fitted on these logs already, in book order. */
const usual = models.findIndex(({ id }) => id === 'bpr');

export function prepareNegatives(logs: StandingsOfLogs): PreparedNegatives {
  const result = runNegatives({ data: { seed: 0 } });
  const gains = result.rows.map(({ id, stops }) => {
    const gained = logs.map(({ at }, seed) => {
      if (id === 'unseen') return 0;
      // The log of seed 0 has just been run.
      const recall = seed === 0 ? stops[stops.length - 1].recall : recallOf(id, seed);
      return recall - metricOfStandings('recall', at[usual], k);
    });
    return [id, overRuns(gained)] as const;
  });
  return { result, logs: logs.length, gains: Object.fromEntries(gains) };
}

export default {
  from: ['../../kit/logs.data.ts'],
  seconds: 5,
  load: prepareNegatives,
} satisfies Loader;
