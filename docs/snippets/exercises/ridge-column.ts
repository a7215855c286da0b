/** Solves A x = b. */
function solve(A: number[][], b: number[]): number[] {
  const M = A.map((row, i) => [...row, b[i]]);
  for (let p = 0; p < b.length; p++) {
    for (let i = 0; i < b.length; i++) {
      if (i === p) continue;
      const factor = M[i][p] / M[p][p];
      M[i] = M[i].map((value, c) => value - factor * M[p][c]);
    }
  }
  return M.map((row, i) => row[b.length] / row[i]);
}

/**
 * The weight of every item for item j, and 0 for j itself.
 * @param G how many users have both items [items x items]
 */
export function column(
  G: number[][],
  j: number,
  l2: number,
): number[] {
  const others = G.map((_, i) => i).filter((i) => i !== j);
  const A = others.map((i) =>
    others.map((k) => G[i][k] + (i === k ? l2 : 0)),
  );
  const weights = solve(
    A,
    others.map((i) => G[i][j]),
  );
  weights.splice(j, 0, 0);
  return weights;
}
