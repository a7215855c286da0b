// Implicit ALS as a textbook has it: dense matrices, a loop over every cell, Gaussian elimination.
// Slow and plain on purpose; the sparse one must agree with it.

/** Rows of numbers. */
export type Dense = number[][];

export interface ALSSettings {
  readonly reg: number;
  readonly alpha: number;
}

export function multiply(A: Dense, B: Dense): Dense {
  return A.map((row) => B[0].map((_, c) => row.reduce((sum, a, n) => sum + a * B[n][c], 0)));
}

export function transposed(A: Dense): Dense {
  return A[0].map((_, c) => A.map((row) => row[c]));
}

/** Solves A x = b by elimination with row exchange. */
export function solve(A: Dense, b: readonly number[]): number[] {
  const rows = A.map((row, n) => [...row, b[n]]);
  const size = b.length;
  for (let c = 0; c < size; c++) {
    let best = c;
    for (let r = c; r < size; r++) if (Math.abs(rows[r][c]) > Math.abs(rows[best][c])) best = r;
    [rows[c], rows[best]] = [rows[best], rows[c]];
    for (let r = 0; r < size; r++) {
      if (r === c) continue;
      const factor = rows[r][c] / rows[c][c];
      for (let n = c; n <= size; n++) rows[r][n] -= factor * rows[c][n];
    }
  }
  return rows.map((row, n) => row[size] / row[n]);
}

/** A and b of the normal equations of one user, from every cell of the row. */
export function normalEquations(
  row: readonly number[],
  Y: Dense,
  { reg, alpha }: ALSSettings,
): { A: Dense; b: number[] } {
  const factors = Y[0].map((_, f) => f);
  const A = factors.map((f) =>
    factors.map((g) =>
      row.reduce((sum, r, i) => sum + (1 + alpha * r) * Y[i][f] * Y[i][g], f === g ? reg : 0),
    ),
  );
  const b = factors.map((f) => row.reduce((sum, r, i) => sum + (1 + alpha * r) * r * Y[i][f], 0));
  return { A, b };
}

/** One iteration: all users with the items fixed, then all items with the users fixed. */
export function denseIteration(R: Dense, Y: Dense, settings: ALSSettings): { X: Dense; Y: Dense } {
  const half = (rows: Dense, fixed: Dense): Dense =>
    rows.map((row) => {
      const { A, b } = normalEquations(row, fixed, settings);
      return solve(A, b);
    });
  const X = half(R, Y);
  return { X, Y: half(transposed(R), X) };
}

/** L = Σ c (p - x·y)² + reg (‖X‖² + ‖Y‖²), cell by cell. */
export function denseObjective(R: Dense, X: Dense, Y: Dense, { reg, alpha }: ALSSettings): number {
  let L = 0;
  R.forEach((row, u) => {
    row.forEach((r, i) => {
      const error = r - X[u].reduce((sum, x, f) => sum + x * Y[i][f], 0);
      L += (1 + alpha * r) * error * error;
    });
  });
  for (const row of [...X, ...Y]) for (const v of row) L += reg * v * v;
  return L;
}

/** How well x solves A x = b: ‖A x - b‖ and ‖b‖, from every cell of the row and without forming A. */
export function residualOf(
  row: readonly number[],
  x: readonly number[],
  Y: Dense,
  { reg, alpha }: ALSSettings,
): { readonly left: number; readonly right: number } {
  // A x - b = Σ c (x·y - p) y + reg x,  b = Σ c p y.
  const gap = x.map((v) => reg * v);
  const b = x.map(() => 0);
  row.forEach((p, i) => {
    const c = 1 + alpha * p;
    let score = 0;
    for (let f = 0; f < x.length; f++) score += x[f] * Y[i][f];
    for (let f = 0; f < x.length; f++) {
      gap[f] += c * (score - p) * Y[i][f];
      b[f] += c * p * Y[i][f];
    }
  });
  const norm = (v: readonly number[]) => Math.sqrt(v.reduce((sum, n) => sum + n * n, 0));
  return { left: norm(gap), right: norm(b) };
}
