// One half-step with one factor: each matrix of the normal equations is a single number.
import { Matrix } from 'ml-matrix';
import { ImplicitALS } from '../../../../code/recsys.ts';
import type { Interaction } from '../../../../code/recsys.ts';
import { rounded } from '../rounded.ts';

export const exampleOptions = { factors: 1, reg: 1, alpha: 2, iters: 1 } as const;
export const startY = [2, 1, 1, 1] as const;
export const shelves = [
  { user: 'Ada', items: [0, 1] },
  { user: 'Ben', items: [2] },
  { user: 'Cleo', items: [0, 1, 2] },
] as const;

export interface HalfStep {
  readonly user: string;
  readonly items: readonly number[];
  /** A as the module makes it: YᵀY, plus alpha Σ y² over the user's items, plus reg. */
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
  readonly rows: readonly HalfStep[];
  /** The items' factors after the other half-step. */
  readonly Y: readonly number[];
  readonly objective: number;
}

export function makeExample(): ALSExample {
  const log = shelves.flatMap(({ items }, u) => items.map((i): Interaction => [u, i, 0]));
  let objective = 0;
  const model = new ImplicitALS({
    ...exampleOptions,
    init: {
      userFactors: Matrix.zeros(shelves.length, 1),
      itemFactors: Matrix.columnVector([...startY]),
    },
    onProgress: (progress) => (objective = progress.objective),
  }).fit(log, shelves.length, startY.length);
  return {
    rows: shelves.map(({ user, items }, u) =>
      halfStep(user, items, model.userFactors.get(u, 0)),
    ),
    Y: model.itemFactors.getColumn(0).map((y) => rounded(y)),
    objective: rounded(objective),
  };
}

function halfStep(user: string, items: readonly number[], x: number): HalfStep {
  const { alpha, reg } = exampleOptions;
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const YtY = total(startY.map((y) => y * y));
  const met = alpha * total(items.map((i) => startY[i] * startY[i]));
  const confidence = (i: number) => (items.includes(i) ? 1 + alpha : 1);
  return {
    user,
    items,
    YtY,
    met,
    A: YtY + met + reg,
    longWay: total(startY.map((y, i) => confidence(i) * y * y)) + reg,
    b: (1 + alpha) * total(items.map((i) => startY[i])),
    x: rounded(x),
  };
}
