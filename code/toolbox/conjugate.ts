// #region conjugate
/**
 * The half-step of ALS by a few steps of conjugate gradient, near the exact
 * one in a fraction of its time.
 */
import type { FlatMatrix } from './dense.ts';
import { rowOf } from './sparse.ts';
import type { SparseMatrix } from './sparse.ts';
// #endregion conjugate

// #region precision
/**
 * How results are rounded: to doubles, or each to 24 bits as 32-bit floats
 * are. Either way every machine has the same bits.
 */
export type Precision = 'double' | 'single';

/** Rounds a result of + - * / and sqrt as its precision has it. */
export const roundings: Readonly<
  Record<Precision, (value: number) => number>
> = {
  double: (value) => value,
  single: (value) => Math.fround(value),
};

/** Rounds what was drawn or given. */
export function roundAll(
  matrices: readonly FlatMatrix[],
  precision: Precision,
): void {
  for (const { data } of matrices) {
    data.forEach((value, n) => (data[n] = roundings[precision](value)));
  }
}
// #endregion precision

// #region conjugate-gradient
/** The settings of such a half-step. */
export interface ConjugateSettings {
  readonly reg: number;
  readonly alpha: number;
  readonly cgSteps: number;
  readonly precision: Precision;
}

/** The settings of a fit, those that were not given among them. */
export function conjugateOf<Options extends object>(
  options: Options,
  {
    cgSteps = 3,
    precision = 'double',
  }: { readonly cgSteps?: number; readonly precision?: Precision },
): Options & { readonly cgSteps: number; readonly precision: Precision } {
  return { ...options, cgSteps, precision };
}

/**
 * Every row x of X nearer to the solution of A x = b, with Y fixed:
 *
 *     r = b - A x,   p = r
 *     a = r·r / p·Ap,   x ← x + a p,   r ← r - a Ap,
 *     p ← r + p (new r·r / old r·r)                      `cgSteps` times
 *
 * A p = YᵀY p + alpha Σ y (y·p) + reg p needs no A, and each row begins
 * where it stood. Time O(cgSteps · (interactions · f + rows · f²)).
 * Takács, Pilászy and Tikk 2011, https://doi.org/10.1145/2043932.2043987
 * @param X in and out [rows of R x factors]; a row without ones becomes 0
 * @param Y [columns of R x factors]
 */
export function solveRowsByCG(
  X: FlatMatrix,
  R: SparseMatrix,
  Y: FlatMatrix,
  settings: ConjugateSettings,
): void {
  const { stride } = Y;
  const round = roundings[settings.precision];
  const A = implicitMatrix(Y, settings);
  const [r, p, Ap] = [1, 2, 3].map(() => new Float64Array(stride));
  const weight = round(1 + round(settings.alpha));
  // A rest this short is none.
  const none = round(1e-20);
  for (let u = 0; u < R.nRows; u++) {
    const x = X.data.subarray(u * stride, (u + 1) * stride);
    const items = rowOf(R, u);
    if (items.length === 0) {
      x.fill(0);
      continue;
    }
    r.fill(0);
    for (const i of items) addTimes(r, weight, A.rowOfY(i), round);
    A.times(Ap, x, items);
    addTimes(r, -1, Ap, round);
    p.set(r);
    let rr = dotOf(r, r, round);
    for (let step = 0; step < settings.cgSteps && rr > none; step++) {
      A.times(Ap, p, items);
      const pAp = dotOf(p, Ap, round);
      if (!(pAp > 0)) break;
      const a = round(rr / pAp);
      addTimes(x, a, p, round);
      addTimes(r, -a, Ap, round);
      const next = dotOf(r, r, round);
      const b = round(next / rr);
      for (let f = 0; f < stride; f++) p[f] = round(r[f] + round(b * p[f]));
      rr = next;
    }
  }
}
// #endregion conjugate-gradient

// #region implicit-matrix
/** A of each row, as something to multiply with. */
function implicitMatrix(
  Y: FlatMatrix,
  { reg, alpha, precision }: ConjugateSettings,
) {
  const round = roundings[precision];
  const { data, stride } = Y;
  const YtY = sharedGram(Y, round(reg), round);
  const rowOfY = (i: number) => data.subarray(i * stride, (i + 1) * stride);
  const times = (out: Float64Array, p: Float64Array, items: Int32Array) => {
    out.fill(0);
    for (let f = 0; f < stride; f++) {
      addTimes(
        out,
        p[f],
        YtY.subarray(f * stride, (f + 1) * stride),
        round,
      );
    }
    for (const i of items) {
      const y = rowOfY(i);
      addTimes(out, round(round(alpha) * dotOf(y, p, round)), y, round);
    }
  };
  return { rowOfY, times };
}

/** YᵀY + reg I [stride x stride], the whole of it. */
function sharedGram(
  { data, height, width, stride }: FlatMatrix,
  reg: number,
  round: (value: number) => number,
): Float64Array {
  const YtY = new Float64Array(stride * stride);
  for (let start = 0; start < height; start += 64) {
    const end = Math.min(start + 64, height) * stride;
    for (let a = 0; a < stride; a++) {
      for (let b = a; b < stride; b++) {
        let s = 0;
        for (let y = start * stride; y < end; y += stride) {
          s = round(s + round(data[y + a] * data[y + b]));
        }
        const g = a * stride + b;
        YtY[g] = round(YtY[g] + s);
        YtY[b * stride + a] = YtY[g];
      }
    }
  }
  for (let f = 0; f < width; f++) {
    const g = f * stride + f;
    YtY[g] = round(YtY[g] + reg);
  }
  return YtY;
}

/** to += w from */
function addTimes(
  to: Float64Array,
  w: number,
  from: Float64Array,
  round: (value: number) => number,
): void {
  for (let f = 0; f < to.length; f++) {
    to[f] = round(to[f] + round(w * from[f]));
  }
}

/** Σ a b: four sums, so that no addition has to wait. */
function dotOf(
  a: Float64Array,
  b: Float64Array,
  round: (value: number) => number,
): number {
  const s = [0, 0, 0, 0];
  for (let f = 0; f < a.length; f++) {
    s[f & 3] = round(s[f & 3] + round(a[f] * b[f]));
  }
  return round(round(s[0] + s[2]) + round(s[1] + s[3]));
}
// #endregion implicit-matrix
