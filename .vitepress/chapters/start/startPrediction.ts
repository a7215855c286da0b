import { binOf } from '../../reader/learning/prediction.ts';
import type { Prediction } from '../../reader/learning/prediction.ts';
import type { RunResult } from '../../run/jobs/model.ts';

/** The first list for everybody, the second for one person: both with the hits of all people. */
export const startPrediction: Prediction<readonly RunResult[]> = {
  question:
    'For how many people in a hundred does the personal list hold the new book that they took next?',
  answers: ['About one', 'About ten', 'About thirty', 'Nearly all'],
  right: ([, personal]) => binOf(personal.metrics.recall, [0.03, 0.2, 0.7]),
  finding: ([popular, personal]) =>
    `Of all ${personal.nTest} people, the personal list has it for ${personal.found.length}, the list for everyone for ${popular.found.length}. To name ten of so many books is hard.`,
};
