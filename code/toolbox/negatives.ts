// #region negatives
/**
 * The item j that a liked item is set against.
 */
import { drawInteger } from './draws.ts';
import type { Draw } from './draws.ts';
import { bad, isIndex, oneOf } from './guard.ts';
import type { Rule } from './guard.ts';
import type { SparseMatrix } from './sparse.ts';
// #endregion negatives

// #region sample-negative
/**
 * An item that the user of row u does not have, all equally likely, in one
 * draw: the n-th unseen item for a random n. It ends for every row with an
 * unseen item; drawing until one fits would not end without.
 * @throws RangeError for a row that is not there or has every item
 */
export function sampleNegative(
  draw: Draw,
  R: SparseMatrix,
  u: number,
): number {
  const start = R.indptr[u];
  let left = R.indptr[u + 1] - start;
  if (!(left < R.nCols)) {
    throw bad(RangeError, 'sampleNegative', 'u', 'a row with a 0', u);
  }
  const n = drawInteger(draw, R.nCols - left);
  // Below the seen item at place p lie (its id - p) unseen ones. The answer
  // comes after all places where these are at most n: `low` of them are
  // known, `left` are in question.
  let low = 0;
  while (left > 0) {
    const half = (left + 1) >> 1;
    const p = low + half - 1;
    // Subtle: a sum, not an if. Which way it goes can't be predicted.
    low += half * Number(R.indices[start + p] - p <= n);
    left -= half;
  }
  return n + low;
}
// #endregion sample-negative

// #region sample-any
/**
 * Any item but i, all equally likely: also one that the user has.
 * @throws RangeError for an item that is not there or is the only one
 */
export function sampleAny(draw: Draw, R: SparseMatrix, i: number): number {
  if (!isIndex(i, R.nCols) || R.nCols < 2) {
    throw bad(RangeError, 'sampleAny', 'i', 'one of several items', i);
  }
  const n = drawInteger(draw, R.nCols - 1);
  return n + Number(n >= i);
}
// #endregion sample-any

// #region weight-sums
/** Running sums of weights: an item weighs 1 and 1 for each of its users. */
export interface WeightSums {
  /** Of all items below i [items + 1]. */
  readonly below: Float64Array;
  /** Of all ones of R before the n-th, whosever they are [ones + 1]. */
  readonly before: Float64Array;
}

/** The sums that `samplePopular` looks its items up in. */
export function weightSums(R: SparseMatrix): WeightSums {
  const weights = new Float64Array(R.nCols).fill(1);
  for (const i of R.indices) weights[i]++;
  const below = new Float64Array(R.nCols + 1);
  weights.forEach((weight, i) => (below[i + 1] = below[i] + weight));
  const before = new Float64Array(R.indices.length + 1);
  R.indices.forEach((i, n) => (before[n + 1] = before[n] + weights[i]));
  return { below, before };
}
// #endregion weight-sums

// #region sample-popular
/**
 * An item that the user of row u does not have, as likely as it weighs, in
 * one draw and O(log items).
 * Rendle and Freudenthaler 2014, https://doi.org/10.1145/2556195.2556248
 * @throws RangeError for a row that is not there or has every item
 */
export function samplePopular(
  draw: Draw,
  R: SparseMatrix,
  u: number,
  { below, before }: WeightSums,
): number {
  const start = R.indptr[u];
  const end = R.indptr[u + 1];
  if (!(end - start < R.nCols)) {
    throw bad(RangeError, 'samplePopular', 'u', 'a row with a 0', u);
  }
  const seen = (p: number): number => before[p] - before[start];
  const n = drawInteger(draw, below[R.nCols] - seen(end));
  // As in sampleNegative: past the seen items with at most n unseen below.
  const p = firstWhere(
    start,
    end,
    (p) => below[R.indices[p]] - seen(p) > n,
  );
  const m = n + seen(p);
  return firstWhere(0, R.nCols, (i) => below[i + 1] > m);
}

/** The first place from `low` to `high` where it holds, by bisection. */
function firstWhere(
  low: number,
  high: number,
  holds: (place: number) => boolean,
): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
// #endregion sample-popular

// #region negative-sampler
/**
 * How j is drawn: any item that the user lacks, any item at all, or one
 * that the user lacks, the popular ones more often.
 */
export type Negatives = 'unseen' | 'any' | 'popular';

/** Draws an item j for the user of row u and their item i. */
export type NegativeSampler = (draw: Draw, u: number, i: number) => number;

/**
 * The sampler of this name for the users and items of R.
 * @throws RangeError or TypeError for a name that is not known
 */
export function negativeSampler(
  R: SparseMatrix,
  negatives: Negatives = 'unseen',
): NegativeSampler {
  negativesRule()('negativeSampler', 'negatives', negatives);
  return samplers[negatives](R);
}

const samplers: Readonly<
  Record<Negatives, (R: SparseMatrix) => NegativeSampler>
> = {
  unseen: (R) => (draw, u) => sampleNegative(draw, R, u),
  any: (R) => (draw, _, i) => sampleAny(draw, R, i),
  popular: (R) => {
    const sums = weightSums(R);
    return (draw, u) => samplePopular(draw, R, u, sums);
  },
};

/** The option: one of the names. */
export const negativesRule = (): Rule => oneOf(Object.keys(samplers));
// #endregion negative-sampler
