// #region dense
/**
 * Dense matrices in one array each, and what is solved with them.
 *
 * In place of `exp` and the like there are only + - * / and sqrt, which
 * every engine rounds alike.
 */
import { bad } from './guard.ts';
// #endregion dense

// #region flat-matrix
/**
 * A dense matrix in one array: row r starts at r · stride. The stride is
 * the width rounded up to a multiple of 4; the numbers between are 0.
 */
export interface FlatMatrix {
  readonly data: Float64Array;
  readonly height: number;
  readonly width: number;
  readonly stride: number;
}

/** All 0. */
export function zeros(height: number, width: number): FlatMatrix {
  const stride = 4 * Math.ceil(width / 4);
  return { data: new Float64Array(height * stride), height, width, stride };
}

/** Row r [width]: a view, not a copy. */
export function rowOfFlat({ data, stride, width }: FlatMatrix, r: number) {
  return data.subarray(r * stride, r * stride + width);
}
/** Copies what is below the diagonal of a square matrix above it. */
export function mirror({ data, height, stride }: FlatMatrix): void {
  for (let f = 0; f < height; f++) {
    for (let g = 0; g < f; g++) {
      data[g * stride + f] = data[f * stride + g];
    }
  }
}
// #endregion flat-matrix

// #region algebra
/** The numbers added up, in order. */
export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Σ a b, in order. */
export function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let n = 0; n < a.length; n++) total += a[n] * b[n];
  return total;
}

/**
 * The cosine of the angle between two vectors; 0 if one of them is 0.
 * @throws RangeError for vectors that are not equally long, or whose cosine
 *   doubles cannot tell
 */
export function cosine(a: Float64Array, b: Float64Array): number {
  if (a.length !== b.length) {
    const needed = `of length ${a.length}, as a is`;
    throw bad(RangeError, 'cosine', 'b', needed, b.length);
  }
  const norms = Math.sqrt(dot(a, a)) * Math.sqrt(dot(b, b));
  const value = norms === 0 ? 0 : dot(a, b) / norms;
  if (value === value) return value;
  throw bad(RangeError, 'cosine', 'a · b', 'finite, as a · a', value);
}

/**
 * The cosine of x and each row of M.
 * @throws RangeError as `cosine`
 */
export function rowCosines(x: Float64Array, M: FlatMatrix): Float64Array {
  const values = new Float64Array(M.height);
  const row = new Float64Array(M.width); // one for all: a view for each is dear
  for (let r = 0; r < M.height; r++) {
    const start = r * M.stride;
    for (let f = 0; f < M.width; f++) row[f] = M.data[start + f];
    values[r] = cosine(x, row);
  }
  return values;
}
// #endregion algebra

// #region gram
/**
 * Adds w MᵀM to the lower triangle of G [stride x stride]. M is `height`
 * rows of `stride` numbers; stride is a multiple of 4.
 *
 * Tiles of 2 x 4 sums stay in registers while 64 rows pass, so no sum is
 * loaded or stored for each product. Some tiles reach above the diagonal,
 * where nobody looks.
 */
// prettier-ignore
export function addGram(
  G: Float64Array,
  M: Float64Array,
  height: number,
  stride: number,
  w: number,
): void {
  for (let start = 0; start < height; start += 64) {
    const end = Math.min(start + 64, height) * stride;
    for (let a = 0; a < stride; a += 2) {
      for (let b = 0; b <= a; b += 4) {
        let s00 = 0, s01 = 0, s02 = 0, s03 = 0;
        let s10 = 0, s11 = 0, s12 = 0, s13 = 0;
        for (let m = start * stride; m < end; m += stride) {
          const p = M[m + a], q = M[m + a + 1];
          const y0 = M[m + b], y1 = M[m + b + 1];
          const y2 = M[m + b + 2], y3 = M[m + b + 3];
          s00 += p * y0; s01 += p * y1; s02 += p * y2; s03 += p * y3;
          s10 += q * y0; s11 += q * y1; s12 += q * y2; s13 += q * y3;
        }
        const g = a * stride + b, h = g + stride;
        G[g] += w * s00; G[g + 1] += w * s01;
        G[g + 2] += w * s02; G[g + 3] += w * s03;
        G[h] += w * s10; G[h + 1] += w * s11;
        G[h + 2] += w * s12; G[h + 3] += w * s13;
      }
    }
  }
}
// #endregion gram

// #region solve-symmetric
/**
 * Solves A x = b in place (b comes in x, L replaces A) by Cholesky,
 * A = L Lᵀ. A [f x f] is symmetric and positive definite, f even; only its
 * lower triangle is read.
 *
 *     L[i, j] = (A[i, j] - Σ L[i, f] L[j, f]) / L[j, j]   for f < j < i
 *
 * Two rows and two columns at a time, so that each number that is loaded
 * serves twice.
 * @returns false if A is not positive definite in this arithmetic
 */
// prettier-ignore
export function solveSymmetric(A: Float64Array, x: Float64Array): boolean {
  const size = x.length;
  const tiny = size * Number.EPSILON;
  for (let i = 0; i < size; i += 2) {
    const p = i * size, q = p + size; // rows i and i + 1
    for (let j = 0; j <= i; j += 2) {
      const c = j * size, d = c + size; // rows j and j + 1
      let s00 = A[p + j], s01 = A[p + j + 1];
      let s10 = A[q + j], s11 = A[q + j + 1];
      for (let f = 0; f < j; f++) {
        const l0 = A[p + f], l1 = A[q + f], m0 = A[c + f], m1 = A[d + f];
        s00 -= l0 * m0; s01 -= l0 * m1;
        s10 -= l1 * m0; s11 -= l1 * m1;
      }
      if (j < i) {
        A[p + j] = s00 / A[c + j];
        A[q + j] = s10 / A[c + j];
        A[p + j + 1] = (s01 - A[p + j] * A[d + j]) / A[d + j + 1];
        A[q + j + 1] = (s11 - A[q + j] * A[d + j]) / A[d + j + 1];
      } else {
        // What is left of a diagonal must stand above its rounding error.
        if (!(s00 > tiny * A[p + i])) return false;
        A[p + i] = Math.sqrt(s00);
        A[q + i] = s10 / A[p + i];
        const s = s11 - A[q + i] * A[q + i];
        if (!(s > tiny * A[q + i + 1])) return false;
        A[q + i + 1] = Math.sqrt(s);
      }
    }
  }
  substitute(A, x);
  return true;
}

/** L z = b, then Lᵀ x = z, all in x. */
function substitute(L: Float64Array, x: Float64Array): void {
  const size = x.length;
  for (let i = 0; i < size; i++) {
    let s = x[i];
    for (let f = 0; f < i; f++) s -= L[i * size + f] * x[f];
    x[i] = s / L[i * size + i];
  }
  for (let i = size - 1; i >= 0; i--) {
    x[i] /= L[i * size + i];
    for (let f = 0; f < i; f++) x[f] -= L[i * size + f] * x[i];
  }
}
// #endregion solve-symmetric
