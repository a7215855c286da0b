import type { MeasuredResults } from '../../kit/measure.ts';
import { printedRun } from '../../kit/measuring.ts';
import type { FactorMapPicture } from './picture.ts';
import { forClicks } from './prediction.ts';

/** What the two settings of the page make of the map and of the lists. */
export function measured(): MeasuredResults {
  const clicks = printedRun<FactorMapPicture>('implicit-als', forClicks);
  return {
    /** The share of items whose nearest mark on the map is of their own genre. */
    near: printedRun<FactorMapPicture>('implicit-als').picture.nearOnMap,
    nearForClicks: clicks.picture.nearOnMap,
    hitsForClicks: clicks.hits,
  };
}
