// One step of BPR in a plane: two factors, so people and books are points. The very bprStep of the module
// moves them; what it would do is found on copies.
import { bprStep, exp } from '../../../code/recsys.ts';
import type { FlatMatrix } from '../../../code/recsys.ts';
import { books, people } from '../../kit/paperNames.ts';

export type Vector = readonly [number, number];

/** Where everybody and everything stands: a row for each person, a row for each book. */
export interface Places {
  readonly X: readonly Vector[];
  readonly Y: readonly Vector[];
}

export interface Triple {
  readonly u: number;
  readonly i: number;
  readonly j: number;
}

export interface StepOptions {
  readonly lr: number;
  readonly reg: number;
}

/** The three vectors of a triple, the two scores and what follows from them. */
export interface Moment {
  readonly x: Vector;
  readonly yi: Vector;
  readonly yj: Vector;
  /** x·yi and x·yj. */
  readonly scores: readonly [liked: number, other: number];
  readonly margin: number;
  /** σ(-margin) */
  readonly w: number;
}

/** Round numbers, so that every step can be followed with a pencil. */
export const startPlaces: Places = {
  X: [
    [0.5, 0.5],
    [1, 0],
    [0, 1],
    [-0.5, 1],
    [-0.5, -0.5],
  ],
  Y: [
    [0, 1],
    [1, -0.5],
    [1, 1],
    [-1, 0.5],
    [-0.5, -1],
  ],
};
/** Who has what on the log that fits on paper. */
export const shelves: readonly (readonly number[])[] = [[0, 1], [0, 2, 3], [0, 1, 3], [0, 3], [2]];
export const startTriple: Triple = { u: 1, i: 0, j: 1 };
export const startOptions: StepOptions = { lr: 0.5, reg: 0 };

export const lacking = (u: number): number[] =>
  books.flatMap((_, j) => (shelves[u].includes(j) ? [] : [j]));

/** The same triple if it is one of this person's, else their first. */
export function tripleOf(u: number, { i, j }: Triple): Triple {
  const [has, lacks] = [shelves[u], lacking(u)];
  return { u, i: has.includes(i) ? i : has[0], j: lacks.includes(j) ? j : lacks[0] };
}

/** Every person, each book they have, each they lack. */
export const allTriples: readonly Triple[] = people.flatMap((_, u) =>
  shelves[u].flatMap((i) => lacking(u).map((j) => ({ u, i, j }))),
);

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1];

export function momentOf({ X, Y }: Places, { u, i, j }: Triple): Moment {
  const [x, yi, yj] = [X[u], Y[i], Y[j]];
  const scores = [dot(x, yi), dot(x, yj)] as const;
  const margin = scores[0] - scores[1];
  return { x, yi, yj, scores, margin, w: 1 / (1 + exp(margin)) };
}

/** Rows in one array, as the module keeps them. */
export function flat(rows: readonly Vector[]): FlatMatrix {
  const data = new Float64Array(4 * rows.length);
  rows.forEach((row, r) => data.set(row, 4 * r));
  return { data, height: rows.length, width: 2, stride: 4 };
}

export function vectorsOf({ data, height, stride }: FlatMatrix): Vector[] {
  return Array.from({ length: height }, (_, r): Vector => [data[r * stride], data[r * stride + 1]]);
}

/** The places after one step; those given stay as they are. */
export function afterStep(places: Places, { u, i, j }: Triple, options: StepOptions): Places {
  const [X, Y] = [flat(places.X), flat(places.Y)];
  bprStep(X, Y, u, i, j, options);
  return { X: vectorsOf(X), Y: vectorsOf(Y) };
}

export type Part = 'x' | 'yi' | 'yj';

/** The places with one of the triple's vectors put elsewhere, to a twentieth and not beyond 2. */
export function withVector(places: Places, triple: Triple, part: Part, to: Vector): Places {
  const vector = to.map((v) => Math.round(20 * Math.min(2, Math.max(-2, v))) / 20);
  const put = (rows: readonly Vector[], at: number): Vector[] =>
    rows.map((row, r) => (r === at ? [vector[0], vector[1]] : row));
  if (part === 'x') return { ...places, X: put(places.X, triple.u) };
  return { ...places, Y: put(places.Y, part === 'yi' ? triple.i : triple.j) };
}
