// Half-steps by hand: the log that fits on paper, two factors, and the very kernels of ImplicitALS.
import { Matrix } from 'ml-matrix';
import { alsObjective, buildMatrix, foldIn, solveRows, transpose } from '../../../code/recsys.ts';
import type { FlatMatrix } from '../../../code/recsys.ts';
import { paperLog } from '../../kit/paper.ts';
import { books, people } from '../../kit/paperNames.ts';

export type Side = 'users' | 'items';
export type Pair = readonly [number, number];
/** The rows of a symmetric 2 x 2 matrix. */
export type Square = readonly [Pair, Pair];

export interface Settings {
  readonly alpha: number;
  readonly reg: number;
}

export interface PaperState {
  /** Which rows the half-step that led here has solved; null at the start. */
  readonly solved: Side | null;
  readonly X: readonly Pair[];
  readonly Y: readonly Pair[];
  /** X Yᵀ [users x items] */
  readonly scores: readonly (readonly number[])[];
  readonly L: number;
}

/** One row among those of its side. */
export interface Picked {
  readonly side: Side;
  readonly row: number;
}

/** The equations of one row against the side that is held, and their solution. */
export interface RowWork {
  /** The rows of the other side that this row has met. */
  readonly met: readonly number[];
  /** The three parts of A: YᵀY, Σ y yᵀ over what was met, and I; and A as the module makes it. */
  readonly shared: Square;
  readonly own: Square;
  readonly A: Square;
  /** Σ y over what was met. */
  readonly sum: Pair;
  readonly b: Pair;
  readonly x: Pair;
  /** A x, to be compared with b. */
  readonly Ax: Pair;
  /** The row as it stands. */
  readonly now: Pair;
}

export const alphas = [0, 0.5, 1, 2, 5, 10, 20, 40] as const;
export const regs = [0.1, 0.2, 0.5, 1, 2, 5, 10] as const;
export const startSettings: Settings = { alpha: 1, reg: 1 };
/** The books before the first half-step; the people start at 0. */
export const startY: readonly Pair[] = [
  [1, 0],
  [1, 1],
  [0, 1],
  [1, -1],
  [-1, 1],
];
/** More half-steps than this show nothing new. */
export const mostSteps = 12;

const R = buildMatrix(paperLog, people.length, books.length);
const Rt = transpose(R);
/** The log as zeros and ones [users x items]. */
export const cells: readonly (readonly number[])[] = people.map((_, u) =>
  books.map((_, i) => (metBy({ side: 'users', row: u }).includes(i) ? 1 : 0)),
);

export function metBy({ side, row }: Picked): number[] {
  const M = side === 'users' ? R : Rt;
  return Array.from(M.indices.subarray(M.indptr[row], M.indptr[row + 1]));
}

/** The start, and what stands after each of these half-steps. */
export function walk(sides: readonly Side[], settings: Settings): PaperState[] {
  const X = flat(people.map(() => [0, 0]));
  const Y = flat(startY);
  const states = [stateOf(null)];
  for (const side of sides) {
    if (side === 'users') solveRows(X, R, Y, settings);
    else solveRows(Y, Rt, X, settings);
    states.push(stateOf(side));
  }
  return states;

  function stateOf(solved: Side | null): PaperState {
    const [xs, ys] = [pairsOf(X), pairsOf(Y)];
    return {
      solved,
      X: xs,
      Y: ys,
      scores: xs.map((x) => ys.map((y) => dot(x, y))),
      L: alsObjective(X, R, Y, settings),
    };
  }
}

export function workRow(state: PaperState, picked: Picked, settings: Settings): RowWork {
  const { side, row } = picked;
  const [rows, held] = side === 'users' ? [state.X, state.Y] : [state.Y, state.X];
  const met = metBy(picked);
  const solved = foldIn(new Matrix(held.map((y) => [...y])), met, settings);
  const A = square(solved.A.to2DArray());
  const x = pair(solved.x);
  return {
    met,
    shared: gram(held),
    own: gram(met.map((n) => held[n])),
    A,
    sum: pair([0, 1].map((f) => met.reduce((sum, n) => sum + held[n][f], 0))),
    b: pair(solved.b),
    x,
    Ax: [dot(A[0], x), dot(A[1], x)],
    now: rows[row],
  };
}

/** The part of L that this row can change, if it stood at x: a walk over every cell. */
export function partOfL(
  state: PaperState,
  { side, row }: Picked,
  x: Pair,
  { alpha, reg }: Settings,
): number {
  const held = side === 'users' ? state.Y : state.X;
  const met = metBy({ side, row });
  return held.reduce(
    (sum, y, n) => {
      const p = met.includes(n) ? 1 : 0;
      const error = p - dot(x, y);
      return sum + (1 + alpha * p) * error * error;
    },
    reg * dot(x, x),
  );
}

/** Takes the circle of radius 1 to the ellipse xᵀA x = 1: the columns of L⁻ᵀ, where A = L Lᵀ. */
export function bowl([[a], [b, c]]: Square): readonly [a: number, b: number, d: number] {
  const l00 = Math.sqrt(a);
  const l10 = b / l00;
  const l11 = Math.sqrt(c - l10 * l10);
  return [1 / l00, -l10 / (l00 * l11), 1 / l11];
}

export const dot = (x: Pair, y: Pair): number => x[0] * y[0] + x[1] * y[1];

function gram(rows: readonly Pair[]): Square {
  const cell = (f: number, g: number) => rows.reduce((sum, y) => sum + y[f] * y[g], 0);
  return [
    [cell(0, 0), cell(0, 1)],
    [cell(1, 0), cell(1, 1)],
  ];
}

const pair = (values: ArrayLike<number>): Pair => [values[0], values[1]];
const square = ([first, second]: readonly number[][]): Square => [pair(first), pair(second)];

/** Two factors, padded to the stride that the kernels ask for. */
function flat(rows: readonly (readonly number[])[]): FlatMatrix {
  const stride = 4;
  const data = new Float64Array(rows.length * stride);
  rows.forEach((row, r) => data.set(row, r * stride));
  return { data, height: rows.length, width: 2, stride };
}

function pairsOf({ data, height, stride }: FlatMatrix): Pair[] {
  return Array.from({ length: height }, (_, r) => pair(data.subarray(r * stride)));
}
