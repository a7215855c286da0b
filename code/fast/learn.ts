// #region learn
/**
 * The half-step of ALS and the epoch of BPR by their kernels.
 */
import type { FlatMatrix } from '../toolbox/dense.ts';
import type { Draw } from '../toolbox/draws.ts';
import type { Negatives } from '../toolbox/negatives.ts';
import type { Pairs } from '../toolbox/pairs.ts';
import { longestRow } from '../toolbox/sparse.ts';
import type { SparseMatrix } from '../toolbox/sparse.ts';
import { kernels, place, readBack, writeAt } from './backend.ts';
// #endregion learn

// #region fast-solve-rows
/**
 * `solveRows`, to the same bit.
 * @param X replaced, if it could be done
 * @returns whether it was done; if not, nothing has changed
 */
export function fastSolveRows(
  X: FlatMatrix,
  R: SparseMatrix,
  Y: FlatMatrix,
  { reg, alpha }: { readonly reg: number; readonly alpha: number },
): boolean {
  const { stride, width } = Y;
  const fast = kernels(R.indices.length * stride * stride);
  const cells = 8 * stride * stride;
  const met = 8 * stride * longestRow(R);
  const things = [8 * X.data.length, R.indptr, R.indices, Y.data];
  const at = fast && place(fast, [...things, cells, cells, met]);
  if (!fast || !at) return false;
  const [x, indptr, indices, y, ...scratch] = at;
  const shape = [Y.height, stride, width, reg, alpha];
  const failed = fast.solveRows(
    ...[x, R.nRows, indptr, indices, y, ...shape, ...scratch],
  );
  if (failed >= 0) return false;
  readBack(fast.memory, x, X.data);
  return true;
}
// #endregion fast-solve-rows

// #region fast-epoch
/** How many steps go into the kernel at once. */
const ROUND = 65536;

/**
 * An epoch of BPR, to the same bit.
 * @param draw is asked once for each step
 * @returns the sampled AUC; undefined if it could not be done: nothing has
 *   changed then, and nothing was drawn
 */
export function fastEpoch(
  { X, Y, R }: { X: FlatMatrix; Y: FlatMatrix; R: SparseMatrix },
  pairs: Pairs,
  negatives: Negatives,
  draw: Draw,
  { lr, reg }: { readonly lr: number; readonly reg: number },
): number | undefined {
  const { users, order } = pairs;
  const canDraw = negatives !== 'popular' && R.nCols > 1;
  const fast = canDraw ? kernels(order.length * X.stride) : undefined;
  const draws = new Float64Array(Math.min(order.length, ROUND));
  const things = [X.data, Y.data, users, R.indptr, R.indices];
  const room = [4 * draws.length, 8 * draws.length];
  const at = fast && place(fast, [...things, ...room]);
  if (!fast || !at) return undefined;
  const [x, y, owners, indptr, indices, places, drawn] = at;
  const shape = [Y.stride, Y.width, R.nCols, owners, indptr, indices];
  const any = Number(negatives === 'any');
  let ordered = 0;
  for (let start = 0; start < order.length; start += ROUND) {
    const round = order.subarray(start, start + ROUND);
    for (let n = 0; n < round.length; n++) draws[n] = draw();
    writeAt(fast.memory, places, round);
    writeAt(fast.memory, drawn, draws.subarray(0, round.length));
    const steps = [places, drawn, round.length, any, lr, reg];
    ordered += fast.bprEpoch(x, y, ...shape, ...steps);
  }
  readBack(fast.memory, x, X.data);
  readBack(fast.memory, y, Y.data);
  return ordered / Math.max(order.length, 1);
}
// #endregion fast-epoch
