import { aboutRecall } from '../../reader/learning/prediction.ts';
import type { MakePrediction } from '../../reader/learning/prediction.ts';

/** What is asked about. */
export const forClicks = { alpha: 1, reg: 10 } as const;

export const prediction: MakePrediction = () =>
  aboutRecall(
    'Let an event weigh only twice as much as an empty cell, not forty-one times, and pull the factors hard towards 0. What happens to the recall?',
    'alpha 1 and reg 10',
    forClicks,
  );
