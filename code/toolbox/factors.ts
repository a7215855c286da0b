// #region factors
/**
 * What factor models begin with and what they leave behind.
 */
import type { Matrix } from 'ml-matrix';
import { roundAll, roundings } from './conjugate.ts';
import type { Precision } from './conjugate.ts';
import { dot, rowOfFlat, zeros } from './dense.ts';
import type { FlatMatrix } from './dense.ts';
import { normals, stream } from './draws.ts';
import { explained, requireItem } from './fitted.ts';
import type { Fitted } from './fitted.ts';
import { checkCells } from './guard.ts';
import { flatten, isModerate, toDense } from './matrix.ts';
import type { SparseMatrix } from './sparse.ts';
// #endregion factors

// #region draw-factors
/** A factor model: what `fit` learnt. */
export interface Factors {
  /** What was learnt of the users, a row each: [users x factors]. */
  readonly userFactors: Matrix;
  /** What was learnt of the items, a row each: [items x factors]. */
  readonly itemFactors: Matrix;
}

/** Normal draws of this scale for X, then Y. */
export function drawFactors(
  name: string,
  {
    factors,
    seed,
    precision,
  }: { readonly factors: number; seed: number; precision: Precision },
  heights: readonly [number, number],
  scale: number,
): [FlatMatrix, FlatMatrix] {
  const normal = normals(stream(`${name}: init`, seed));
  const round = roundings[precision];
  checkCells(name, 'nUsers x factors', [heights[0], factors]);
  checkCells(name, 'nItems x factors', [heights[1], factors]);
  const [X, Y] = heights.map((height) => {
    const M = zeros(height, factors);
    for (let r = 0; r < height; r++) {
      const row = rowOfFlat(M, r);
      for (let f = 0; f < factors; f++) row[f] = round(scale * normal());
    }
    return M;
  });
  return [X, Y];
}

/** A warm start: a copy of the given factors, checked. */
export function readFactors(
  where: string,
  init: Factors,
  [nUsers, nItems]: readonly [number, number],
  factors: number,
): [FlatMatrix, FlatMatrix] {
  return [
    flatten(where, 'init.userFactors', init.userFactors, [nUsers, factors]),
    flatten(where, 'init.itemFactors', init.itemFactors, [nItems, factors]),
  ];
}

/** X and Y before the first half-step of ALS: given, or small draws. */
export function beginALS(
  init: Factors | undefined,
  settings: {
    readonly factors: number;
    readonly seed: number;
    readonly precision: Precision;
  },
  sizes: readonly [nUsers: number, nItems: number],
): [FlatMatrix, FlatMatrix] {
  const where = 'ImplicitALS.fit';
  const sides = init
    ? readFactors(where, init, sizes, settings.factors)
    : drawFactors(where, settings, sizes, 0.01);
  roundAll(sides, settings.precision);
  return sides;
}
// #endregion draw-factors

// #region fitted-factors
/** What a factor model keeps: X and Y, flat and as they are shown. */
export interface FittedFactors extends Fitted, Factors {
  readonly X: FlatMatrix;
  readonly Y: FlatMatrix;
}

/** Rows without history become 0: nothing is known, so nothing is said. */
export function clearColdRows(X: FlatMatrix, R: SparseMatrix): void {
  for (let r = 0; r < R.nRows; r++) {
    if (R.indptr[r] === R.indptr[r + 1]) rowOfFlat(X, r).fill(0);
  }
}

/** What `fit` leaves behind, unless it grew beyond all bounds. */
export function fittedFactors(
  where: string,
  R: SparseMatrix,
  X: FlatMatrix,
  Y: FlatMatrix,
): FittedFactors {
  if (!X.data.every(isModerate) || !Y.data.every(isModerate)) {
    throw new Error(
      `${where}: the factors grew beyond all bounds; ` +
        'needed a smaller lr, alpha or reg',
    );
  }
  const [userFactors, itemFactors] = [toDense(X), toDense(Y)];
  return { R, personal: true, X, Y, userFactors, itemFactors };
}

/** The scores x·y [items] of one user. */
export function dots({ X, Y }: FittedFactors, user: number): Float64Array {
  return rowScores(Y, rowOfFlat(X, user));
}

/** x·y for every row y of Y. */
export function rowScores(Y: FlatMatrix, x: Float64Array): Float64Array {
  const scores = new Float64Array(Y.height);
  rowDots(scores, x, Y, 0, Y.height);
  return scores;
}

// #endregion fitted-factors

// #region row-dots
/**
 * x·y for the rows y of Y from `from` to `to`, into scores[0] and on. Four
 * sums at once, so that no addition has to wait for the one before it; each
 * has the order of its own.
 */
// prettier-ignore
export function rowDots(
  scores: Float64Array,
  x: Float64Array,
  { data: ys, stride }: FlatMatrix,
  from: number,
  to: number,
): void {
  let i = from;
  for (; i + 4 <= to; i += 4) {
    const a = i * stride, b = a + stride, c = b + stride, d = c + stride;
    let s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    for (let f = 0; f < x.length; f++) {
      const p = x[f];
      s0 += p * ys[a + f]; s1 += p * ys[b + f];
      s2 += p * ys[c + f]; s3 += p * ys[d + f];
    }
    const n = i - from;
    scores[n] = s0; scores[n + 1] = s1;
    scores[n + 2] = s2; scores[n + 3] = s3;
  }
  for (; i < to; i++) {
    let s = 0;
    for (let f = 0; f < x.length; f++) s += x[f] * ys[i * stride + f];
    scores[i - from] = s;
  }
}

/**
 * The same for two rows x and z at once, as the rows y are there: the dots
 * with z go into others[0] and on.
 */
// prettier-ignore
export function pairDots(
  [scores, others]: readonly [Float64Array, Float64Array],
  [x, z]: readonly [Float64Array, Float64Array],
  Y: FlatMatrix,
  from: number,
  to: number,
): void {
  const { data: ys, stride } = Y;
  let i = from;
  for (; i + 4 <= to; i += 4) {
    const a = i * stride, b = a + stride, c = b + stride, d = c + stride;
    let s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    let t0 = 0, t1 = 0, t2 = 0, t3 = 0;
    for (let f = 0; f < x.length; f++) {
      const p = x[f], q = z[f];
      const y0 = ys[a + f], y1 = ys[b + f];
      const y2 = ys[c + f], y3 = ys[d + f];
      s0 += p * y0; s1 += p * y1; s2 += p * y2; s3 += p * y3;
      t0 += q * y0; t1 += q * y1; t2 += q * y2; t3 += q * y3;
    }
    const n = i - from;
    scores[n] = s0; scores[n + 1] = s1;
    scores[n + 2] = s2; scores[n + 3] = s3;
    others[n] = t0; others[n + 1] = t1;
    others[n + 2] = t2; others[n + 3] = t3;
  }
  rowDots(scores.subarray(i - from), x, Y, i, to);
  rowDots(others.subarray(i - from), z, Y, i, to);
}
// #endregion row-dots

// #region explain-factors
/** A score taken apart factor by factor. */
export function explainFactors(
  where: string,
  fitted: FittedFactors | undefined,
  user: number,
  item: number,
) {
  const { X, Y } = requireItem(where, fitted, user, item);
  const [x, y] = [rowOfFlat(X, user), rowOfFlat(Y, item)];
  const parts = Array.from(x, (value, f) => [f, value * y[f]] as const);
  return explained('factor', dot(x, y), parts);
}
// #endregion explain-factors
