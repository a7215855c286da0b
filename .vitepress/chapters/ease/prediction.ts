import { percent } from '../../kit/numbers.ts';
import { binOf, hitsBeside } from '../../reader/learning/prediction.ts';
import type { MakePrediction } from '../../reader/learning/prediction.ts';
import type { RunResult } from '../../run/jobs/model.ts';
import type { RowsPicture } from './picture.ts';

export const negativeShare = ({ picture }: RunResult): number =>
  (picture as RowsPicture).negativeShare;

/** How much is left of the printed share of weights below 0. */
export const left = (run: RunResult, printed: RunResult): number =>
  negativeShare(run) / (negativeShare(printed) || 1);

/** What is asked about. */
export const dear = { l2: 20000 } as const;

export const prediction: MakePrediction = () => ({
  question:
    'As printed, many weights are below 0. Let the price of large weights be a hundred times as high: how many of them are still below 0?',
  answers: ['Hardly any', 'About half as many', 'About as many', 'More'],
  change: dear,
  setting: 'a price of 20000',
  right: (run, printed) => binOf(left(run, printed), [0.2, 0.8, 1.2]),
  finding: (run, printed) =>
    `At this price, ${percent(negativeShare(run))} of all weights are below 0; as printed it was ${percent(negativeShare(printed))}. ${hitsBeside(run, printed)}`,
});
