import type { MeasuredResults } from '../../kit/measure.ts';
import { printedRun } from '../../kit/measuring.ts';
import type { RowsPicture } from './picture.ts';
import { dear } from './prediction.ts';

/** How many weights are below 0, and what the lists are worth, at the price that is asked about. */
export function measured(): MeasuredResults {
  const atThatPrice = printedRun<RowsPicture>('ease', dear);
  return {
    /** The share of all weights that is below 0, as printed. */
    negative: printedRun<RowsPicture>('ease').picture.negativeShare,
    negativeWhenDear: atThatPrice.picture.negativeShare,
    hitsWhenDear: atThatPrice.hits,
  };
}
