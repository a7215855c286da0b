// What the pull of one triple draws: a few triples of the chosen user, each stepped on copies of the
// learnt factors by the very bprStep that trained them.
import { BPR, bprStep, exp } from '../../../code/recsys.ts';
import type { FlatMatrix } from '../../../code/recsys.ts';
import type { FittedRun } from '../../run/pictures.ts';
import { rounded } from '../../kit/rounded.ts';

export interface TriplePull {
  readonly liked: number;
  readonly other: number;
  /** Scores before the first step and after each: [steps + 1]. */
  readonly likedScores: readonly number[];
  readonly otherScores: readonly number[];
  /** The weight w = σ(-margin) of the next step: [steps + 1]. */
  readonly weights: readonly number[];
  /** How far the first step moved x, yi and yj. */
  readonly moves: readonly [x: number, yi: number, yj: number];
}

export interface TriplePicture {
  readonly genres: readonly number[];
  /** From the most wrong order to the clearest right one; empty without a history. */
  readonly triples: readonly TriplePull[];
  /** Of all pairs of a liked and an unseen item of this user: how many, and how many in order. */
  readonly pairs: number;
  readonly inOrder: number;
}

export const stepCount = 8;
/** Places of the shown triples in the user's pairs, ordered by margin. */
const quantiles = [0, 0.005, 0.03, 0.15, 0.5, 1] as const;

export function makePicture({ model, spec, result, genres }: FittedRun): TriplePicture {
  if (!(model instanceof BPR)) throw new Error('bpr picture: needs a BPR');
  const scores = model.scores(spec.user);
  const pairs = pairsByMargin(scores, new Set(result.history.map(({ item }) => item)));
  const chosen = new Set(quantiles.map((q) => Math.round(q * (pairs.length - 1))));
  const x = model.userFactors.getRow(spec.user);
  const Y = model.itemFactors;
  return {
    genres,
    triples: pairs
      .filter((_, n) => chosen.has(n))
      .map(([i, j]) => pull([i, j], x, [Y.getRow(i), Y.getRow(j)], model.options)),
    pairs: pairs.length,
    inOrder: pairs.filter(([i, j]) => scores[i] > scores[j]).length,
  };
}

type Pair = readonly [liked: number, other: number];

/** Every liked item with every unseen one, the most wrong first; ties by item ids. */
function pairsByMargin(scores: Float64Array, liked: ReadonlySet<number>): Pair[] {
  const all = Array.from(scores.keys());
  const others = all.filter((j) => !liked.has(j));
  const pairs = all.filter((i) => liked.has(i)).flatMap((i) => others.map((j): Pair => [i, j]));
  const margin = ([i, j]: Pair) => scores[i] - scores[j];
  return pairs.sort((a, b) => margin(a) - margin(b) || a[0] - b[0] || a[1] - b[1]);
}

/** Steps on copies: row 0 of X is the user, rows 0 and 1 of Y are the two items. */
export function pull(
  [liked, other]: Pair,
  x: readonly number[],
  [yi, yj]: readonly [readonly number[], readonly number[]],
  options: { readonly lr: number; readonly reg: number },
): TriplePull {
  const X = flat([x]);
  const Y = flat([yi, yj]);
  const vectors = () => [rowOf(X, 0), rowOf(Y, 0), rowOf(Y, 1)];
  const states = [vectors()];
  for (let step = 0; step < stepCount; step++) {
    bprStep(X, Y, 0, 0, 1, options);
    states.push(vectors());
  }
  const [dx, di, dj] = states[0].map((vector, n) => rounded(distance(vector, states[1][n])));
  return {
    liked,
    other,
    likedScores: states.map(([u, i]) => rounded(dot(u, i))),
    otherScores: states.map(([u, , j]) => rounded(dot(u, j))),
    weights: states.map(([u, i, j]) => rounded(1 / (1 + exp(dot(u, i) - dot(u, j))))),
    moves: [dx, di, dj],
  };
}

/** As the module keeps them: rows filled up with zeros to a multiple of 4. */
function flat(rows: readonly (readonly number[])[]): FlatMatrix {
  const width = rows[0].length;
  const stride = 4 * Math.ceil(width / 4);
  const data = new Float64Array(rows.length * stride);
  rows.forEach((row, r) => data.set(row, r * stride));
  return { data, height: rows.length, width, stride };
}

/** A copy of row r. */
function rowOf({ data, stride }: FlatMatrix, r: number): Float64Array {
  return data.slice(r * stride, (r + 1) * stride);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, n) => sum + value * b[n], 0);
}

function distance(a: Float64Array, b: Float64Array): number {
  const d = a.map((value, n) => b[n] - value);
  return Math.sqrt(dot(d, d));
}
