// #region objective
/**
 * What ALS makes small.
 */
import { checkSides } from './arguments.ts';
import { addGram, dot, rowOfFlat } from './dense.ts';
import type { FlatMatrix } from './dense.ts';
import { rowOf } from './sparse.ts';
import type { SparseMatrix } from './sparse.ts';
// #endregion objective

// #region als-objective
/**
 * L of ImplicitALS, without a visit to the empty cells. They would sum to
 * Σ (x·y)² = Σ (XᵀX) ∘ (YᵀY) if all were empty; the others are corrected.
 * @throws RangeError or TypeError for shapes that do not fit
 */
export function alsObjective(
  X: FlatMatrix,
  R: SparseMatrix,
  Y: FlatMatrix,
  { reg, alpha }: { readonly reg: number; readonly alpha: number },
): number {
  checkSides('alsObjective', X, R, Y, { reg, alpha });
  const { stride } = Y;
  const XtX = new Float64Array(stride * stride);
  const YtY = new Float64Array(stride * stride);
  addGram(XtX, X.data, X.height, stride, 1);
  addGram(YtY, Y.data, Y.height, stride, 1);
  let L = 0;
  for (let f = 0; f < stride; f++) {
    for (let g = 0; g <= f; g++) {
      const n = f * stride + g;
      L += (g < f ? 2 : 1) * XtX[n] * YtY[n];
    }
    L += reg * (XtX[f * stride + f] + YtY[f * stride + f]);
  }
  for (let u = 0; u < R.nRows; u++) {
    const x = rowOfFlat(X, u);
    for (const i of rowOf(R, u)) {
      const s = dot(x, rowOfFlat(Y, i));
      L += (1 + alpha) * (1 - s) * (1 - s) - s * s;
    }
  }
  return L;
}
// #endregion als-objective
