// #region sparse
/**
 * Binary matrices that store only their ones, made from logs.
 */
import { checkInteger, isIndex } from './guard.ts';
import type { Log } from './rows.ts';
// #endregion sparse

// #region sparse-matrix
/**
 * A binary matrix that stores only its ones (compressed sparse rows).
 *
 * The columns of row r are indices[indptr[r]] to indices[indptr[r + 1] - 1],
 * ascending.
 */
export interface SparseMatrix {
  readonly nRows: number;
  readonly nCols: number;
  /** [nRows + 1] */
  readonly indptr: Int32Array;
  /** [number of ones] */
  readonly indices: Int32Array;
}

/**
 * The columns of row r: a view, not a copy.
 * @throws RangeError or TypeError for a row that is not there
 */
export function rowOf(R: SparseMatrix, r: number): Int32Array {
  if (!isIndex(r, R.nRows)) checkInteger('rowOf', 'r', r, 0, R.nRows - 1);
  return R.indices.subarray(R.indptr[r], R.indptr[r + 1]);
}
// #endregion sparse-matrix

// #region log-to-matrix
/** The matrix R [users x items] of a log that was read. */
export function toMatrix({
  users,
  items,
  nUsers,
  nItems,
}: Log): SparseMatrix {
  // Sorting by item and then, stably, by user leaves each row ascending.
  const byItem = bucket(items, users, nItems, nUsers);
  return dropRepeats(transpose(byItem));
}

/** Rᵀ, its rows ascending too. */
export function transpose(R: SparseMatrix): SparseMatrix {
  const rows = new Int32Array(R.indices.length);
  for (let r = 0; r < R.nRows; r++) {
    rows.fill(r, R.indptr[r], R.indptr[r + 1]);
  }
  return bucket(R.indices, rows, R.nCols, R.nRows);
}
// #endregion log-to-matrix

// #region sparse-helpers
/** Stable counting sort: row r of the result holds the values of key r. */
export function bucket(
  keys: Int32Array,
  values: Int32Array,
  nRows: number,
  nCols: number,
): SparseMatrix {
  const indptr = new Int32Array(nRows + 1);
  for (let n = 0; n < keys.length; n++) indptr[keys[n] + 1]++;
  for (let r = 0; r < nRows; r++) indptr[r + 1] += indptr[r];

  const next = indptr.slice();
  const indices = new Int32Array(keys.length);
  for (let n = 0; n < keys.length; n++) {
    indices[next[keys[n]]++] = values[n];
  }
  return { nRows, nCols, indptr, indices };
}

/** The same matrix with each column at most once in its ascending row. */
export function dropRepeats(R: SparseMatrix): SparseMatrix {
  const indptr = new Int32Array(R.nRows + 1);
  const indices = new Int32Array(R.indices.length);
  let kept = 0;
  for (let r = 0; r < R.nRows; r++) {
    for (let n = R.indptr[r]; n < R.indptr[r + 1]; n++) {
      const repeated =
        kept > indptr[r] && indices[kept - 1] === R.indices[n];
      if (!repeated) indices[kept++] = R.indices[n];
    }
    indptr[r + 1] = kept;
  }
  return { ...R, indptr, indices: indices.slice(0, kept) };
}

/** The rows that have any column, in their order; the others are left out. */
export function filledRows(R: SparseMatrix): SparseMatrix {
  const { indptr } = R;
  const ends = indptr.filter((end, r) => r === 0 || end > indptr[r - 1]);
  return { ...R, nRows: ends.length - 1, indptr: ends };
}

/** How many columns the fullest row has. */
export function longestRow(R: SparseMatrix): number {
  let longest = 0;
  for (let r = 0; r < R.nRows; r++) {
    longest = Math.max(longest, R.indptr[r + 1] - R.indptr[r]);
  }
  return longest;
}
// #endregion sparse-helpers
