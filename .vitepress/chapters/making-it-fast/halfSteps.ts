// Half-steps of ALS around one way to add a row, as `solveRows` of the book has them around its own.
import { addGram, solveSymmetric } from '../../../code/toolbox/dense.ts';
import type { FlatMatrix } from '../../../code/toolbox/dense.ts';
import { rowOf } from '../../../code/toolbox/sparse.ts';
import type { SparseMatrix } from '../../../code/toolbox/sparse.ts';
import type { AddRow } from './steps.ts';

export interface Settings {
  readonly reg: number;
  readonly alpha: number;
}

/** YᵀY + reg I, lower triangle; where rows are padded, a 1 in place of reg. */
function sharedPart({ data, height, width, stride }: FlatMatrix, reg: number): Float64Array {
  const G = new Float64Array(stride * stride);
  addGram(G, data, height, stride, 1);
  for (let f = 0; f < stride; f++) G[f * stride + f] += f < width ? reg : 1;
  return G;
}

/**
 * Every row x of X, with Y fixed: A x = b, A = YᵀY + alpha Σ y yᵀ + reg I, b = (1 + alpha) Σ y.
 * @param goesOn asked after each row
 * @returns how many rows were solved
 */
export function solveBy(
  addRow: AddRow,
  X: FlatMatrix,
  R: SparseMatrix,
  Y: FlatMatrix,
  { reg, alpha }: Settings,
  goesOn: () => boolean,
): number {
  const { stride } = Y;
  const G = sharedPart(Y, reg);
  const A = new Float64Array(stride * stride);
  const r = new Float64Array(R.nCols);
  for (let row = 0; row < R.nRows; row++) {
    const items = rowOf(R, row);
    const x = X.data.subarray(row * stride, (row + 1) * stride).fill(0);
    for (const i of items) {
      r[i] = 1;
      for (let f = 0; f < stride; f++) x[f] += (1 + alpha) * Y.data[i * stride + f];
    }
    if (items.length > 0) {
      A.set(G);
      addRow(A, { items, r }, Y, alpha);
      solveSymmetric(A, x);
    }
    for (const i of items) r[i] = 0;
    if (!goesOn()) return row + 1;
  }
  return R.nRows;
}
