import type { MeasuredResults } from '../../kit/measure.ts';
import { printedRun } from '../../kit/measuring.ts';
import { trebled } from './prediction.ts';

/** Of the triples of the last epoch, the share in order, by default and with steps ten times as long. */
export function measured(): MeasuredResults {
  const { curve } = printedRun('bpr');
  const long = printedRun('bpr', { lr: 0.5 });
  return {
    inOrder: curve[curve.length - 1].value,
    inOrderLong: long.curve[long.curve.length - 1].value,
    hitsLong: long.hits,
    /** With the learning rate that the chapter asks about. */
    hitsTrebled: printedRun('bpr', trebled).hits,
  };
}
