import { decimal } from '../../kit/numbers.ts';
import { binOf } from '../../reader/learning/prediction.ts';
import type { MakePrediction } from '../../reader/learning/prediction.ts';

export const prediction: MakePrediction = (chance) => ({
  question: 'By how much does the model beat chance?',
  answers: ['About the same', 'About twice', 'About five times', 'Ten times or more'],
  right: (run) => binOf(run.metrics.recall / chance, [1.4, 3, 7.5]),
  finding: (run) =>
    `Its recall is ${decimal(run.metrics.recall)}, ${decimal(run.metrics.recall / chance, 1)} times the ${decimal(chance)} that chance should reach.`,
});
