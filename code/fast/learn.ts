// #region learn
/**
 * The half-step of ALS and the epoch of BPR by their kernels.
 */
import { solveRowsByCG } from '../toolbox/conjugate.ts';
import type { ConjugateSettings, Precision } from '../toolbox/conjugate.ts';
import type { FlatMatrix } from '../toolbox/dense.ts';
import type { Draw } from '../toolbox/draws.ts';
import { weightSums } from '../toolbox/negatives.ts';
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

// #region rows-by-cg
/**
 * `solveRowsByCG`, by its kernel where there is one, to the same bit.
 * @param X in and out
 */
export function rowsByCG(
  X: FlatMatrix,
  R: SparseMatrix,
  Y: FlatMatrix,
  settings: ConjugateSettings,
): void {
  const { reg, alpha, cgSteps, precision } = settings;
  const { stride, width } = Y;
  const isSingle = precision === 'single';
  const bytes = (isSingle ? 4 : 8) * stride;
  const fast = kernels((R.indices.length + R.nRows * stride) * stride);
  const [x, y] = [X, Y].map(({ data }) =>
    fast && isSingle ? Float32Array.from(data) : data,
  );
  const things = [x, R.indptr, R.indices, y, bytes * stride, 3 * bytes];
  const at = fast && place(fast, things);
  if (!fast || !at) {
    solveRowsByCG(X, R, Y, settings);
    return;
  }
  const [xs, indptr, indices, ys, ...scratch] = at;
  const shape = [Y.height, stride, width, reg, alpha, cgSteps];
  const rows = [R.nRows, indptr, indices];
  fast.conjugate(Number(isSingle), xs, ...rows, ys, ...shape, ...scratch);
  readBack(fast.memory, xs, x);
  if (isSingle) X.data.set(x);
}
// #endregion rows-by-cg

// #region epoch-arrays
/** What the epochs of a BPR move, and what they look up. */
interface Sides {
  readonly X: FlatMatrix;
  readonly Y: FlatMatrix;
  readonly R: SparseMatrix;
}

/** How they are run, beside their settings. */
interface EpochOptions {
  readonly negatives?: Negatives;
  readonly precision?: Precision;
}

/** The ways to draw j, by their numbers in the kernel. */
const ways: readonly Negatives[] = ['unseen', 'any', 'popular'];

/** The arrays of the kernel; X and Y come first, in single as floats. */
function epochArrays(
  { X, Y, R }: Sides,
  users: Int32Array,
  { negatives, precision }: EpochOptions,
) {
  const [xs, ys] = [X, Y].map(({ data }) =>
    precision === 'single' ? new Float32Array(data.length) : data,
  );
  const nothing = new Float64Array(0);
  const { below, before } =
    negatives === 'popular'
      ? weightSums(R)
      : { below: nothing, before: nothing };
  return [xs, ys, users, R.indptr, R.indices, below, before] as const;
}
// #endregion epoch-arrays

// #region fast-epoch
/** How many steps go into the kernel at once. */
const ROUND = 65536;

/** `bprEpoch`; undefined if it can't be done: then nothing is drawn. */
export type FastEpoch = (
  draw: Draw,
  settings: { readonly lr: number; readonly reg: number },
) => number | undefined;

/**
 * The epochs of a BPR, to the same bit.
 * @returns one epoch: it moves X and Y, and returns the sampled AUC
 */
export function fastEpochs(
  sides: Sides,
  { users, order }: Pairs,
  options: EpochOptions,
): FastEpoch {
  const { X, Y, R } = sides;
  const { negatives = 'unseen', precision } = options;
  const arrays = epochArrays(sides, users, options);
  const [xs, ys] = arrays;
  const draws = new Float64Array(Math.min(order.length, ROUND));
  const things = [...arrays, 4 * draws.length, draws];
  const isSingle = Number(precision === 'single');
  return (draw, { lr, reg }) => {
    // An infinite `lr reg` would reach what pads the rows in the kernel.
    const canBe = R.nCols > 1 && Number.isFinite(lr * reg);
    const fast = canBe && kernels(order.length * X.stride);
    xs.set(X.data);
    ys.set(Y.data);
    const at = fast ? place(fast, things) : undefined;
    if (!fast || !at) return undefined;
    const [x, y, owners, indptr, indices, ...more] = at;
    const [below, before, places, drawn] = more;
    const shape = [Y.stride, R.nCols, owners, indptr, indices];
    const way = [ways.indexOf(negatives), below, before];
    let ordered = 0;
    for (let start = 0; start < order.length; start += ROUND) {
      const round = order.subarray(start, start + ROUND);
      for (let n = 0; n < round.length; n++) draws[n] = draw();
      writeAt(fast.memory, places, round);
      writeAt(fast.memory, drawn, draws);
      const steps = [places, drawn, round.length, ...way, lr, reg];
      ordered += fast.bprEpoch(isSingle, x, y, ...shape, ...steps);
    }
    readBack(fast.memory, x, xs);
    readBack(fast.memory, y, ys);
    X.data.set(xs);
    Y.data.set(ys);
    return ordered / Math.max(order.length, 1);
  };
}
// #endregion fast-epoch
