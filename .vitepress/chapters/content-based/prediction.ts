import { aboutRecall } from '../../reader/learning/prediction.ts';
import type { MakePrediction } from '../../reader/learning/prediction.ts';

export const prediction: MakePrediction = () =>
  aboutRecall(
    'Let the profile forget faster, with a half-life of 50 events. What happens to the recall?',
    'half-life 50',
    { halfLife: 50 },
  );
