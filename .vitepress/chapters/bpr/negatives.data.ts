import { overRuns } from '../../../code/evaluation/intervals.ts';
import type { Estimate } from '../../../code/evaluation/intervals.ts';
import type { Loader } from '../../build/results/loader.ts';
import type { NegativesResult } from './negatives.job.ts';
import { recallsOf, runNegatives } from './negatives.job.ts';

/** The default log, and what the ways of drawing j gain or lose over several logs. */
export interface PreparedNegatives {
  readonly result: NegativesResult;
  readonly logs: number;
  /** By way: recall less that of the usual way after the last epoch, over the logs. */
  readonly gains: Readonly<Record<string, Estimate>>;
}

declare const data: PreparedNegatives;
export { data };

const logs = 10;

export function prepareNegatives(): PreparedNegatives {
  const result = runNegatives({ seed: 0 });
  const recalls = Array.from({ length: logs }, (_, seed) => recallsOf(seed));
  const gains = result.rows.map(({ id }) => {
    return [id, overRuns(recalls.map((recall) => recall[id] - recall.unseen))] as const;
  });
  return { result, logs, gains: Object.fromEntries(gains) };
}

export default {
  seconds: 9,
  load: prepareNegatives,
} satisfies Loader;
