import type { MeasuredResults } from '../../kit/measure.ts';
import { printedRun } from '../../kit/measuring.ts';
import type { RecallOnLogs } from '../../kit/measuring.ts';
import { neighbourCount } from './picture.ts';
import type { SimilarityPicture } from './picture.ts';
import { sameGenre } from './prediction.ts';

export function measured(recallOnLogs: RecallOnLogs): MeasuredResults {
  const { picture } = printedRun<SimilarityPicture>('item-item-cf');
  return {
    /** Of the nearest neighbours of an item in the grid, how many share its genre, on average, and of how many. */
    sameGenre: sameGenre(picture),
    neighbours: neighbourCount,
    onLogs: recallOnLogs('item-item-cf'),
    onLogsAt10: recallOnLogs('item-item-cf', { neighbours: 10 }),
  };
}
