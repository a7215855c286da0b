import { leakOf } from '../../../code/evaluation/laboratory.ts';
import { makeSynthetic } from '../../../code/recsys.ts';
import type { MeasuredResults } from '../../kit/measure.ts';
import { printedRun } from '../../kit/measuring.ts';
import type { RecallOnLogs } from '../../kit/measuring.ts';
import type { TrendingPicture } from './picture.ts';

export function measured(recallOnLogs: RecallOnLogs): MeasuredResults {
  const { picture, data } = printedRun<TrendingPicture>('trending');
  const { weight, shared } = picture;
  return {
    /** The sum of all weights. */
    weight: Math.round(weight),
    /** Of the first ten, how many are Popularity's too. */
    shared,
    /** The share of the training rows that are later than a hidden choice, mean over the test users. */
    later: leakOf(data.train, data.test, makeSynthetic().interactions),
    onLogs: recallOnLogs('trending'),
    onLogsAt125: recallOnLogs('trending', { halfLife: 125 }),
    /** In the world in which fashions pass. */
    onFashions: recallOnLogs('trending', {}, 'fashions'),
    popularityOnFashions: recallOnLogs('popularity', {}, 'fashions'),
    easeOnFashions: recallOnLogs('ease', {}, 'fashions'),
  };
}
