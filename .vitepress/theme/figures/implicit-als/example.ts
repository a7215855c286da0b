// The log that fits on paper, through ImplicitALS: two factors for the idea, and one half-step with one
// factor, where each matrix of the normal equations is a single number.
import { Matrix } from 'ml-matrix';
import { buildMatrix, ImplicitALS, rowOf } from '../../../../code/recsys.ts';
import { paperLog } from '../../data/paper.ts';
import { books, people } from '../paperNames.ts';
import { rounded } from '../rounded.ts';
import { stepAlpha, stepReg, startY } from './exampleNumbers.ts';

export interface HalfStep {
  /** The person, and what they have. */
  readonly user: number;
  readonly items: readonly number[];
  /** A as the module makes it: YᵀY, plus alpha Σ y² over the person's items, plus reg. */
  readonly YtY: number;
  readonly met: number;
  readonly A: number;
  /** A summed over every item of the catalogue, empty cells and all. */
  readonly longWay: number;
  readonly b: number;
  /** What ImplicitALS solved for. */
  readonly x: number;
}

export interface ALSExample {
  readonly halfSteps: readonly HalfStep[];
  /** The items' factors after the other half-step. */
  readonly nextY: readonly number[];
  /** With two factors: R, X, Y and the scores X Yᵀ. */
  readonly R: readonly (readonly number[])[];
  readonly X: readonly (readonly number[])[];
  readonly Y: readonly (readonly number[])[];
  readonly scores: readonly (readonly number[])[];
}

const sizes = [people.length, books.length] as const;

export function makeExample(): ALSExample {
  const R = buildMatrix(paperLog, ...sizes);
  const shelves = people.map((_, u) => Array.from(rowOf(R, u)));
  const one = new ImplicitALS({
    factors: 1,
    reg: stepReg,
    alpha: stepAlpha,
    iters: 1,
    init: {
      userFactors: Matrix.zeros(people.length, 1),
      itemFactors: Matrix.columnVector([...startY]),
    },
  }).fit(paperLog, ...sizes);
  const two = new ImplicitALS({ factors: 2, reg: 0.1, alpha: 1, iters: 15 }).fit(
    paperLog,
    ...sizes,
  );
  const table = (matrix: Matrix) => matrix.to2DArray().map((row) => row.map((v) => rounded(v)));
  return {
    halfSteps: shelves.map((items, user) => halfStep(user, items, one.userFactors.get(user, 0))),
    nextY: one.itemFactors.getColumn(0).map((y) => rounded(y)),
    R: shelves.map((items) => books.map((_, i) => (items.includes(i) ? 1 : 0))),
    X: table(two.userFactors),
    Y: table(two.itemFactors),
    scores: people.map((_, u) => Array.from(two.scores(u), (s) => rounded(s))),
  };
}

function halfStep(user: number, items: readonly number[], x: number): HalfStep {
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const YtY = total(startY.map((y) => y * y));
  const met = stepAlpha * total(items.map((i) => startY[i] * startY[i]));
  const confidence = (i: number) => (items.includes(i) ? 1 + stepAlpha : 1);
  return {
    user,
    items,
    YtY,
    met,
    A: YtY + met + stepReg,
    longWay: total(startY.map((y, i) => confidence(i) * y * y)) + stepReg,
    b: (1 + stepAlpha) * total(items.map((i) => startY[i])),
    x: rounded(x),
  };
}
