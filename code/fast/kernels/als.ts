// One half-step of ALS: every row x of X, with Y fixed.
import { solveSymmetric } from './cholesky';
import { addGram, at } from './gram';

/**
 * YᵀY + reg I [stride x stride], upper triangle; a 1 in place of reg where
 * the rows of Y are padded.
 */
function sharedPart(
  YtY: usize,
  Y: usize,
  nY: i32,
  stride: i32,
  width: i32,
  reg: f64,
): void {
  memory.fill(YtY, 0, (usize(stride) * stride) << 3);
  addGram(YtY, Y, nY, stride, 1);
  for (let f = 0; f < stride; f++) {
    const cell = at(YtY, f * stride + f);
    store<f64>(cell, load<f64>(cell) + (f < width ? reg : 1));
  }
}

/**
 *     A x = b,   A = YᵀY + alpha Σ y yᵀ + reg I,   b = (1 + alpha) Σ y
 *
 * as `solveRows` of recsys.ts. A row of R without ones leaves x at 0.
 * @param X out [nRows x stride]
 * @param indptr [nRows + 1], indices: the rows of R
 * @param Y [nY: columns of R x stride], width of it in use
 * @param YtY scratch [stride x stride], A too
 * @param met scratch [longest row of R x stride]
 * @returns the first row whose A has no inverse; -1 if there is none
 */
export function solveRows(
  X: usize,
  nRows: i32,
  indptr: usize,
  indices: usize,
  Y: usize,
  nY: i32,
  stride: i32,
  width: i32,
  reg: f64,
  alpha: f64,
  YtY: usize,
  A: usize,
  met: usize,
): i32 {
  const row: usize = usize(stride) << 3;
  sharedPart(YtY, Y, nY, stride, width, reg);
  const weight = f64x2.splat(1 + alpha);
  for (let r = 0; r < nRows; r++) {
    const x = X + usize(r) * row;
    memory.fill(x, 0, row);
    const n0 = load<i32>(indptr + (usize(r) << 2));
    const n1 = load<i32>(indptr + (usize(r + 1) << 2));
    if (n0 == n1) continue;
    let to = met;
    for (let n = n0; n < n1; n++) {
      const i = load<i32>(indices + (usize(n) << 2));
      let from = Y + usize(i) * row;
      for (let f = 0; f < stride; f += 2) {
        const y = v128.load(from);
        v128.store(to, y);
        const b = at(x, f);
        v128.store(b, f64x2.add(v128.load(b), f64x2.mul(weight, y)));
        from += 16;
        to += 16;
      }
    }
    memory.copy(A, YtY, usize(stride) * row);
    addGram(A, met, n1 - n0, stride, alpha);
    if (!solveSymmetric(A, x, stride)) return r;
  }
  return -1;
}
