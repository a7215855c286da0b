import type { MeasuredResults } from '../../kit/measure.ts';
import { printedRun, recallOnLogs } from '../../kit/measuring.ts';
import type { TrendingPicture } from './picture.ts';

export function measured(): MeasuredResults {
  const { weight, shared } = printedRun<TrendingPicture>('trending').picture;
  return {
    /** The sum of all weights. */
    weight: Math.round(weight),
    /** Of the first ten, how many are Popularity's too. */
    shared,
    onLogs: recallOnLogs('trending'),
    onLogsAt125: recallOnLogs('trending', { halfLife: 125 }),
  };
}
