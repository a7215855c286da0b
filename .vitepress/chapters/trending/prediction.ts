import { aboutRecall } from '../../reader/learning/prediction.ts';
import type { MakePrediction } from '../../reader/learning/prediction.ts';

export const prediction: MakePrediction = () =>
  aboutRecall(
    'The world of this log does not change. Shorten the memory to a half-life of 125 events: what happens to the recall?',
    'half-life 125',
    { halfLife: 125 },
  );
