import { userSeen } from '../../../code/recsys.ts';
import type { MeasuredResults } from '../../kit/measure.ts';
import { printedRun } from '../../kit/measuring.ts';
import type { RecallOnLogs } from '../../kit/measuring.ts';
import type { RandomPicture } from './picture.ts';

export function measured(recallOnLogs: RecallOnLogs): MeasuredResults {
  const { data, picture, k } = printedRun<RandomPicture>('random');
  const { train, test, nItems, nUsers } = data;
  const seen = userSeen(train, nUsers);
  const unseen = Array.from(test.keys(), (user) => nItems - (seen.get(user)?.size ?? 0));
  return {
    /** Recall. */
    expected: picture.expected[k - 1] / picture.nTest,
    /** Recall of lists that are drawn from all items, seen ones included. */
    expectedOfAll: k / nItems,
    /** Hits: the 95 % band over seeds. */
    fewest: picture.low[k - 1],
    most: picture.high[k - 1],
    /** Items, mean over test users. */
    meanUnseen: Math.round(unseen.reduce((total, n) => total + n, 0) / unseen.length),
    onLogs: recallOnLogs('random'),
  };
}
