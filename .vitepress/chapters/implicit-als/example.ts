// The log that fits on paper, through ImplicitALS with two factors: the matrix of the chapter's idea.
import type { Matrix } from 'ml-matrix';
import { ImplicitALS } from '../../../code/recsys.ts';
import { paperLog } from '../../kit/paper.ts';
import { books, people } from '../../kit/paperNames.ts';
import { rounded } from '../../kit/rounded.ts';
import { cells } from './halfSteps.ts';

export interface ALSExample {
  /** R, X, Y and the scores X Yᵀ. */
  readonly R: readonly (readonly number[])[];
  readonly X: readonly (readonly number[])[];
  readonly Y: readonly (readonly number[])[];
  readonly scores: readonly (readonly number[])[];
}

export function makeExample(): ALSExample {
  const model = new ImplicitALS({ factors: 2, reg: 0.1, alpha: 1, iters: 15 }).fit(
    paperLog,
    people.length,
    books.length,
  );
  const table = (matrix: Matrix) => matrix.to2DArray().map((row) => row.map((v) => rounded(v)));
  return {
    R: cells,
    X: table(model.userFactors),
    Y: table(model.itemFactors),
    scores: people.map((_, u) => Array.from(model.scores(u), (s) => rounded(s))),
  };
}
