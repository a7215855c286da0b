import type { MeasuredResults } from '../../kit/measure.ts';
import { printedRun } from '../../kit/measuring.ts';
import type { RecallOnLogs } from '../../kit/measuring.ts';
import { shareOfFirst } from '../../kit/shares.ts';
import type { PopularityPicture } from './picture.ts';

export function measured(recallOnLogs: RecallOnLogs): MeasuredResults {
  const { counts } = printedRun<PopularityPicture>('popularity').picture;
  const { length } = counts;
  return {
    /** Of the events, held by the most popular fifth of the items. */
    fifthShare: shareOfFirst(counts, Math.round(length / 5)),
    /** Of the events, held by the lower half. */
    halfShare: 1 - shareOfFirst(counts, Math.floor(length / 2)),
    onLogs: recallOnLogs('popularity'),
  };
}
