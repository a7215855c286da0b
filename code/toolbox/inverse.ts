// #region inverse
import { bad } from './guard.ts';

/**
 * The inverse of a symmetric, positive definite matrix, block by block: 36
 * rows by 36 columns stay in the cache while they are used.
 */
// #endregion inverse

// #region invert-symmetric
const block = 36;

/**
 * Replaces A by its inverse P; only the lower triangle of A is read.
 *
 *     A = L Lᵀ,   T Lᵀ = I,   P = T Tᵀ
 *
 * T is the transpose of L⁻¹, so that each step multiplies rows by rows. Time
 * O(size³): a third each.
 * @param A [size x size], symmetric; size is a multiple of 3
 * @throws RangeError if size is no multiple of 3
 * @returns false if A is not positive definite in this arithmetic
 */
export function invertSymmetric(A: Float64Array, size: number): boolean {
  if (size % 3 !== 0) {
    throw bad(
      RangeError,
      'invertSymmetric',
      'size',
      'a multiple of 3',
      size,
    );
  }
  if (!factorise(A, size)) return false;
  const T = new Float64Array(size * size);
  for (let i = 0; i < size; i++) T[i * size + i] = 1;
  for (let j = 0; j < size; j += block) {
    for (let i = 0; i <= j; i += block) {
      addProducts(T, T, A, size, i, j, i, j, -1);
      divide(T, A, size, i, j);
    }
  }
  A.fill(0);
  for (let i = 0; i < size; i += block) {
    for (let j = 0; j <= i; j += block) {
      // From i on: T is 0 below its diagonal.
      addProducts(A, T, T, size, i, j, i, size, 1);
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) A[j * size + i] = A[i * size + j];
  }
  return true;
}
// #endregion invert-symmetric

// #region factorise
/**
 * Replaces the lower triangle of A by L, A = L Lᵀ (Cholesky). What is above
 * the diagonal is of no use afterwards.
 */
function factorise(A: Float64Array, size: number): boolean {
  const diagonal = new Float64Array(size);
  for (let i = 0; i < size; i++) diagonal[i] = A[i * size + i];
  for (let j = 0; j < size; j += block) {
    for (let i = j; i < size; i += block) {
      addProducts(A, A, A, size, i, j, 0, j, -1);
      if (i > j) divide(A, A, size, i, j);
      else if (!factoriseBlock(A, size, j, diagonal)) return false;
    }
  }
  return true;
}

/** L of the block on the diagonal that begins at row and column `start`. */
function factoriseBlock(
  A: Float64Array,
  size: number,
  start: number,
  diagonal: Float64Array,
): boolean {
  const end = Math.min(start + block, size);
  for (let i = start; i < end; i++) {
    for (let j = start; j <= i; j++) {
      let s = A[i * size + j];
      for (let f = start; f < j; f++) {
        s -= A[i * size + f] * A[j * size + f];
      }
      if (j < i) A[i * size + j] = s / A[j * size + j];
      // What is left of a diagonal must stand above its rounding error.
      else if (!(s > size * Number.EPSILON * diagonal[i])) return false;
      else A[i * size + i] = Math.sqrt(s);
    }
  }
  return true;
}

/**
 * X ← X L⁻ᵀ for the block at row i and column j; L as at (j, j). Three rows
 * at a time, so that none waits for the sum of another.
 */
function divide(
  X: Float64Array,
  L: Float64Array,
  size: number,
  i: number,
  j: number,
): void {
  const [rows, columns] = [i, j].map((n) => Math.min(n + block, size));
  for (let r = i; r < rows; r += 3) {
    const x0 = r * size;
    const x1 = x0 + size;
    const x2 = x1 + size;
    for (let c = j; c < columns; c++) {
      const l = c * size;
      let s0 = X[x0 + c];
      let s1 = X[x1 + c];
      let s2 = X[x2 + c];
      for (let f = j; f < c; f++) {
        s0 -= X[x0 + f] * L[l + f];
        s1 -= X[x1 + f] * L[l + f];
        s2 -= X[x2 + f] * L[l + f];
      }
      X[x0 + c] = s0 / L[l + c];
      X[x1 + c] = s1 / L[l + c];
      X[x2 + c] = s2 / L[l + c];
    }
  }
}
// #endregion factorise

// #region add-products
/**
 * C ← C + w U Vᵀ for the block of C at row i and column j, over the columns
 * of U and V `from` one up `to` another: rows of U times rows of V. Tiles
 * of 3 x 3 sums stay in registers, so that each number serves three times.
 */
// prettier-ignore
function addProducts(
  C: Float64Array, U: Float64Array, V: Float64Array,
  size: number, i: number, j: number, from: number, to: number, w: number,
): void {
  const rows = Math.min(i + block, size), columns = Math.min(j + block, size);
  const length = to - from;
  for (let a = i; a < rows; a += 3) {
    for (let b = j; b < columns; b += 3) {
      let s00 = 0, s01 = 0, s02 = 0, s10 = 0, s11 = 0, s12 = 0;
      let s20 = 0, s21 = 0, s22 = 0;
      const u0 = a * size + from, u1 = u0 + size, u2 = u1 + size;
      const v0 = b * size + from, v1 = v0 + size, v2 = v1 + size;
      for (let n = 0; n < length; n++) {
        const x0 = U[u0 + n], x1 = U[u1 + n], x2 = U[u2 + n];
        const y0 = V[v0 + n];
        s00 += x0 * y0; s10 += x1 * y0; s20 += x2 * y0;
        const y1 = V[v1 + n];
        s01 += x0 * y1; s11 += x1 * y1; s21 += x2 * y1;
        const y2 = V[v2 + n];
        s02 += x0 * y2; s12 += x1 * y2; s22 += x2 * y2;
      }
      const c = a * size + b, d = c + size, e = d + size;
      C[c] += w * s00; C[c + 1] += w * s01; C[c + 2] += w * s02;
      C[d] += w * s10; C[d + 1] += w * s11; C[d + 2] += w * s12;
      C[e] += w * s20; C[e + 1] += w * s21; C[e + 2] += w * s22;
    }
  }
}
// #endregion add-products
