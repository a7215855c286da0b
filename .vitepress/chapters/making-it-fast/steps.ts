// The sum of ALS as one would write it first, without the zeros, and with its sums kept at hand. Each adds the same
// numbers in the same order, blocks of 64 ones at a time, so each has the bits of the book's own.
import { addGram } from '../../../code/toolbox/dense.ts';
import type { FlatMatrix } from '../../../code/toolbox/dense.ts';

/** So many ones go into S before it goes into A. */
export const BLOCK = 64;

/** The ones of a row, as they are needed. */
export interface Row {
  /** Their columns, ascending. */
  readonly items: Int32Array;
  /** [columns] 1 at these, and 0 elsewhere. */
  readonly r: Float64Array;
}

/** A += alpha Σ y yᵀ over the items of a row; A [stride x stride], lower triangle. */
export type AddRow = (A: Float64Array, row: Row, Y: FlatMatrix, alpha: number) => void;

// #region all-cells
/** S += Σ r y yᵀ, cell after cell: r is 0 for nearly all of them. */
function addCells(
  S: Float64Array,
  r: Float64Array,
  { data: ys, stride }: FlatMatrix,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) {
    for (let a = 0; a < stride; a++) {
      const ra = r[i] * ys[i * stride + a];
      for (let b = 0; b <= a; b++) {
        S[a * stride + b] += ra * ys[i * stride + b];
      }
    }
  }
}
// #endregion all-cells

// #region ones-only
/** S += Σ y yᵀ over these items: no zero is visited. */
function addOnes(S: Float64Array, items: Int32Array, { data: ys, stride }: FlatMatrix): void {
  for (const i of items) {
    for (let a = 0; a < stride; a++) {
      const ya = ys[i * stride + a];
      for (let b = 0; b <= a; b++) {
        S[a * stride + b] += ya * ys[i * stride + b];
      }
    }
  }
}
// #endregion ones-only

/** In blocks: what `add` brings into S goes into A when a block is full. */
function inBlocks(
  A: Float64Array,
  items: Int32Array,
  alpha: number,
  add: (S: Float64Array, start: number, end: number) => void,
): void {
  const S = new Float64Array(A.length);
  for (let start = 0; start < items.length; start += BLOCK) {
    add(S.fill(0), start, Math.min(start + BLOCK, items.length));
    for (let cell = 0; cell < A.length; cell++) A[cell] += alpha * S[cell];
  }
}

export const allCells: AddRow = (A, { items, r }, Y, alpha) =>
  inBlocks(A, items, alpha, (S, start, end) => {
    const from = start === 0 ? 0 : items[start];
    addCells(S, r, Y, from, end < items.length ? items[end] : r.length);
  });

export const onesOnly: AddRow = (A, { items }, Y, alpha) =>
  inBlocks(A, items, alpha, (S, start, end) => addOnes(S, items.subarray(start, end), Y));

/** By the book's own TypeScript: tiles of sums that stay in registers, over rows that were put together before. */
export const inTiles: AddRow = (A, { items }, Y, alpha) => {
  const { stride } = Y;
  const met = new Float64Array(items.length * stride);
  items.forEach((i, n) => met.set(Y.data.subarray(i * stride, (i + 1) * stride), n * stride));
  addGram(A, met, items.length, stride, alpha);
};
