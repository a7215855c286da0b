import { overRuns } from '../../../code/evaluation/intervals.ts';
import type { MeasuredResults } from '../../kit/measure.ts';
import { printedRun, recallOnLogs, recallsOnLogs } from '../../kit/measuring.ts';
import type { TrendingPicture } from './picture.ts';

export function measured(): MeasuredResults {
  const { weight, shared } = printedRun<TrendingPicture>('trending').picture;
  const usual = recallsOnLogs('trending');
  const lost = recallsOnLogs('trending', { halfLife: 125 }).map((recall, n) => usual[n] - recall);
  const { mean, low, high } = overRuns(lost);
  return {
    /** The sum of all weights. */
    weight: Math.round(weight),
    /** Of the first ten, how many are Popularity's too. */
    shared,
    onLogs: recallOnLogs('trending'),
    onLogsAt125: recallOnLogs('trending', { halfLife: 125 }),
    /** What the short memory costs, log by log. */
    lostAt125: mean,
    lostAt125Low: low,
    lostAt125High: high,
  };
}
