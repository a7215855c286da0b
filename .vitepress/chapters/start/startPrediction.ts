import { binOf } from '../../reader/learning/prediction.ts';
import type { Prediction } from '../../reader/learning/prediction.ts';
import type { RunResult } from '../../run/jobs/model.ts';

/** The first list for everybody, the second for one person: both with the hits of all people. */
export const startPrediction: Prediction<readonly RunResult[]> = {
  question:
    'Of a hundred people, how many find the next new thing that they took in the right one of the two lists?',
  answers: ['About one', 'About ten', 'About thirty', 'Nearly all'],
  right: ([, personal]) => binOf(personal.metrics.recall, [0.03, 0.2, 0.7]),
  finding: ([popular, personal]) =>
    `Over all ${personal.nTest} people the right list has it for ${personal.found.length}, the left one for ${popular.found.length}. Choosing ten of so many is hard.`,
};
