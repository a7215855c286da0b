import type { Prediction } from '../../reader/learning/prediction.ts';
import type { NegativesResult } from './negatives.job.ts';
import { findingOfWays, isApart } from './negativesView.ts';

/** After the last epoch, which is the default. */
const lastOf = ({ rows }: NegativesResult): number => rows[0].stops.length - 1;

/** What the comparison of the ways to draw j asks before it shows them. */
export const negativesPrediction: Prediction<NegativesResult> = {
  question: 'When j is drawn by popularity, what will the lists hold?',
  answers: ['Better known items', 'Items as well known', 'Less known items'],
  right(result) {
    const popular = result.rows.find(({ id }) => id === 'popular');
    const gain = popular?.stops[lastOf(result)].peopleGain ?? null;
    if (!gain || !isApart(gain)) return 1;
    return gain.mean > 0 ? 0 : 2;
  },
  finding: (result) => `${findingOfWays(result, lastOf(result))}.`,
};
