/** S = Σ y yᵀ [factors x factors] over the items of user u. */
export function sumOfRow(
  Y: readonly number[][],
  indptr: readonly number[],
  indices: readonly number[],
  u: number,
): number[][] {
  const f = Y[0].length;
  const S = Array.from({ length: f }, () =>
    Array<number>(f).fill(0),
  );
  for (let n = indptr[u]; n < indptr[u + 1]; n++) {
    const y = Y[indices[n]];
    for (let a = 0; a < f; a++) {
      for (let b = 0; b < f; b++) S[a][b] += y[a] * y[b];
    }
  }
  return S;
}
