// #region similar
/**
 * A table of similarities: of each item those that it keeps.
 */
import { MAX_BYTES } from './guard.ts';
import { rowOf } from './sparse.ts';
import type { SparseMatrix } from './sparse.ts';
// #endregion similar

// #region similarity-table
/** An id and a cosine. */
export const BYTES_PER_PAIR = 12;

/** Some items, and how similar each of them is. */
export interface SimilarItems {
  readonly items: Int32Array;
  readonly cosines: Float64Array;
}

/** Item i keeps items[starts[i]] to items[starts[i + 1] - 1]. */
export interface SimilarityTable extends SimilarItems {
  /** [items + 1] */
  readonly starts: Int32Array;
}

/**
 * The rows one below the other. What would not fit is refused before any
 * of it is made.
 * @param pairs how many items the rows hold together, at most
 * @throws RangeError that names the bytes
 */
export function stackRows(
  where: string,
  nItems: number,
  pairs: number,
  rowOfItem: (item: number) => SimilarItems,
): SimilarityTable {
  const bytes = BYTES_PER_PAIR * pairs;
  if (bytes > MAX_BYTES) {
    const few = Math.floor(MAX_BYTES / BYTES_PER_PAIR / nItems);
    const needed = `at most ${MAX_BYTES} bytes, as with neighbours = ${few}`;
    throw new RangeError(
      `${where}: similarities must have ${needed}, got ${bytes}`,
    );
  }
  const starts = new Int32Array(nItems + 1);
  const items = new Int32Array(pairs);
  const cosines = new Float64Array(pairs);
  for (let i = 0; i < nItems; i++) {
    const row = rowOfItem(i);
    items.set(row.items, starts[i]);
    cosines.set(row.cosines, starts[i]);
    starts[i + 1] = starts[i] + row.items.length;
  }
  const end = starts[nItems];
  if (end === pairs) return { starts, items, cosines };
  return {
    starts,
    items: items.slice(0, end),
    cosines: cosines.slice(0, end),
  };
}

/** What item i keeps: a view, not a copy. */
export function rowOfTable(
  { starts, items, cosines }: SimilarityTable,
  i: number,
): SimilarItems {
  const [from, to] = [starts[i], starts[i + 1]];
  return {
    items: items.subarray(from, to),
    cosines: cosines.subarray(from, to),
  };
}
// #endregion similarity-table

// #region count-similar
/** Room for so many bytes is made without counting what it is for. */
const AMPLE = 134_217_728;

/**
 * How many pairs (i, j) such a table may have: what a look at each item
 * bounds, and where that is much and every item keeps all, the very number.
 */
export function pairsToKeep(
  R: SparseMatrix,
  Rt: SparseMatrix,
  neighbours: number,
): number {
  const most = Math.min(neighbours, R.nCols - 1);
  let pairs = 0;
  for (let i = 0; i < R.nCols; i++) {
    let others = 0;
    for (const u of rowOf(Rt, i)) {
      others += R.indptr[u + 1] - R.indptr[u] - 1;
    }
    pairs += Math.min(others, most);
  }
  const isBound = most < R.nCols - 1 || BYTES_PER_PAIR * pairs <= AMPLE;
  return isBound ? pairs : countSimilar(R, Rt);
}

/** How many pairs (i, j) of different items share a user. */
export function countSimilar(R: SparseMatrix, Rt: SparseMatrix): number {
  const { indptr, indices } = R;
  const met = new Int32Array(R.nCols).fill(-1);
  const next = indptr.slice();
  let pairs = 0;
  for (let i = 0; i < R.nCols; i++) {
    for (const u of rowOf(Rt, i)) {
      const end = indptr[u + 1];
      // With the items of u before i this pair is counted already.
      for (let n = ++next[u]; n < end; n++) {
        const j = indices[n];
        if (met[j] === i) continue;
        met[j] = i;
        pairs += 2; // (i, j) and (j, i)
      }
    }
  }
  return pairs;
}
// #endregion count-similar
