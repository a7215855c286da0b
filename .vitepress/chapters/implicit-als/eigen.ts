// Principal components by Jacobi's rotations: + - * / and sqrt alone, so the map of the items is the
// same in every engine.

export interface Component {
  /** The variance along the axis: an eigenvalue of the covariance. */
  readonly variance: number;
  /** The axis, of length 1; its largest entry is positive. */
  readonly axis: Float64Array;
}

/** The principal components of the rows, widest first. */
export function principalComponents(rows: readonly Float64Array[]): Component[] {
  const C = covariance(rows);
  const V = jacobi(C);
  return V.map((axis, f) => ({ variance: C[f][f], axis: withFixedSign(axis) })).sort(
    (a, b) => b.variance - a.variance,
  );
}

export function meanOf(rows: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(rows[0].length);
  for (const row of rows) row.forEach((value, f) => (mean[f] += value / rows.length));
  return mean;
}

function covariance(rows: readonly Float64Array[]): Float64Array[] {
  const mean = meanOf(rows);
  const C = Array.from(mean, () => new Float64Array(mean.length));
  for (const row of rows) {
    const d = row.map((value, f) => value - mean[f]);
    for (let f = 0; f < d.length; f++) {
      for (let g = 0; g < d.length; g++) C[f][g] += (d[f] * d[g]) / rows.length;
    }
  }
  return C;
}

/** Makes the symmetric C diagonal in place; returns its eigenvectors, one per row. */
function jacobi(C: Float64Array[]): Float64Array[] {
  const size = C.length;
  const V = C.map((_, f) => Float64Array.from({ length: size }, (_, g) => (f === g ? 1 : 0)));
  const size2 = (M: readonly Float64Array[], diagonal: boolean) =>
    M.reduce((sum, row, f) => {
      return row.reduce((part, v, g) => (f === g && !diagonal ? part : part + v * v), sum);
    }, 0);
  for (let sweep = 0; sweep < 20 && size2(C, false) > 1e-26 * size2(C, true); sweep++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) rotate(C, V, p, q);
    }
  }
  return V;
}

/** Turns the axes p and q so that C[p][q] becomes 0. */
function rotate(C: Float64Array[], V: Float64Array[], p: number, q: number): void {
  if (C[p][q] === 0) return;
  const theta = (C[q][q] - C[p][p]) / (2 * C[p][q]);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (const row of C) [row[p], row[q]] = [c * row[p] - s * row[q], s * row[p] + c * row[q]];
  for (const M of [C, V]) {
    const [a, b] = [M[p], M[q]];
    M[p] = a.map((value, n) => c * value - s * b[n]);
    M[q] = a.map((value, n) => s * value + c * b[n]);
  }
}

/** v and -v are the same axis: the one whose largest entry (the first of equals) is positive. */
function withFixedSign(axis: Float64Array): Float64Array {
  const largest = axis.reduce(
    (best, value) => (Math.abs(value) > Math.abs(best) ? value : best),
    0,
  );
  return largest < 0 ? axis.map((value) => -value) : axis;
}
