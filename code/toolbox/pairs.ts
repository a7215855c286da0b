// #region pairs
/**
 * What a model that learns from pairs (u, i) visits.
 */
import type { SparseMatrix } from './sparse.ts';
// #endregion pairs

// #region pairs-to-learn
/** The ones of R by their place n: (users[n], R.indices[n]). */
export interface Pairs {
  readonly users: Int32Array;
  /** The places to visit, in this order. */
  readonly order: Int32Array;
}

/** All ones of R, less those of users who lack no item. */
export function pairsToLearn(
  R: SparseMatrix,
): Pairs & { readonly skippedUsers: number } {
  const users = new Int32Array(R.indices.length);
  const order: number[] = [];
  let skippedUsers = 0;
  for (let u = 0; u < R.nRows; u++) {
    const full = R.indptr[u + 1] - R.indptr[u] === R.nCols;
    if (full) skippedUsers++;
    for (let n = R.indptr[u]; n < R.indptr[u + 1]; n++) {
      users[n] = u;
      if (!full) order.push(n);
    }
  }
  return { users, order: Int32Array.from(order), skippedUsers };
}
// #endregion pairs-to-learn
