import { signFlip } from '../../../code/evaluation/comparisons.ts';
import type { MeasuredResults } from '../../kit/measure.ts';
import { tunable } from '../../../code/evaluation/tuned.ts';
import { models } from '../../../code/models.ts';

export function measured(): MeasuredResults {
  const rows = models.length + tunable.length;
  const pairs = (rows * (rows - 1)) / 2;
  return {
    /** Who is compared: the oracle is a line in the chart. */
    rows,
    pairs,
    pairsLessOne: pairs - 1,
    /** At most so many pairs of equals are expected to look different, each at 5 %. */
    falseAlarms: 0.05 * pairs,
    /** How often ten tosses come out nine to one, or clearer. */
    nineOfTen: signFlip([1, 1, 1, 1, 1, 1, 1, 1, 1, -1]),
  };
}
