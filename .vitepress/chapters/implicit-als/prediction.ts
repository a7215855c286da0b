import { aboutRecall } from '../../reader/learning/prediction.ts';
import type { MakePrediction } from '../../reader/learning/prediction.ts';

export const prediction: MakePrediction = () =>
  aboutRecall(
    'Let an event weigh little more than an empty cell, and pull the factors hard towards 0. What happens to the recall?',
    'alpha 1 and reg 10',
    { alpha: 1, reg: 10 },
  );
