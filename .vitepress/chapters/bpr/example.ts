// BPR on the log that fits on paper.
import { BPR, buildMatrix, rowOf } from '../../../code/recsys.ts';
import { paperLog } from '../../kit/paper.ts';
import { books, people } from '../../kit/paperNames.ts';
import { rounded } from '../../kit/rounded.ts';
import type { Places, Vector } from './step.ts';
import { trainingOptions } from './training.ts';

export interface BPRExample {
  /** One person's shelf, and their scores after one epoch and after many. */
  readonly user: number;
  readonly has: readonly number[];
  readonly early: readonly number[];
  readonly late: readonly number[];
  readonly epochs: readonly [early: number, late: number];
  /** Two factors each as the model draws them, before any step; all digits. */
  readonly start: Places;
}

export function makeExample(): BPRExample {
  const user = 1;
  const epochs = [1, 200] as const;
  const [early, late] = epochs.map((count) => {
    const model = new BPR({ factors: 2, epochs: count }).fit(paperLog, people.length, books.length);
    return Array.from(model.scores(user), (s) => rounded(s));
  });
  const R = buildMatrix(paperLog, people.length, books.length);
  return { user, has: Array.from(rowOf(R, user)), early, late, epochs, start: drawnStart() };
}

/** A fit whose steps are too small to move anything leaves the draws as they were. */
function drawnStart(): Places {
  const { seed } = trainingOptions;
  const options = { factors: 2, epochs: 1, lr: Number.MIN_VALUE, seed };
  const model = new BPR(options).fit(paperLog, people.length, books.length);
  const vectors = (rows: number[][]) => rows.map(([a, b]): Vector => [a, b]);
  return {
    X: vectors(model.userFactors.to2DArray()),
    Y: vectors(model.itemFactors.to2DArray()),
  };
}
