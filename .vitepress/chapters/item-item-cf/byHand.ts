// A log of yes and no at paper size, which the reader changes: two columns of R, S, and the scores of one
// person, each by the functions that the page prints.
import { buildMatrix, ItemItemCF, rowOf, similarityRow, transpose } from '../../../code/recsys.ts';
import type { Explanation, Interaction } from '../../../code/recsys.ts';
import { paperLog } from '../../kit/paper.ts';
import { books, people } from '../../kit/paperNames.ts';

/** The people of the paper, and an empty row for the reader. */
export const readers = [...people, 'You'] as const;
export const you = people.length;

/** R [readers x books] */
export type Cells = readonly (readonly boolean[])[];

export const startCells: Cells = readers.map((_, u) =>
  books.map((__, i) => paperLog.some(([user, item]) => user === u && item === i)),
);

/** The same cells, but one. */
export const flipped = (cells: Cells, u: number, i: number): Cells =>
  cells.map((row, v) => (v === u ? row.map((has, j) => has !== (j === i)) : row));

const rowsOf = (cells: Cells): Interaction[] =>
  cells.flatMap((row, u) => row.flatMap((has, i): Interaction[] => (has ? [[u, i, 0]] : [])));

const matrixOf = (cells: Cells) => buildMatrix(rowsOf(cells), readers.length, books.length);

export interface Pair {
  /** The users of i and of j, and who is in both: |U_i|, |U_j|, |U_i ∩ U_j|. */
  readonly ofI: number;
  readonly ofJ: number;
  readonly both: readonly number[];
  /** S_ij */
  readonly cosine: number;
}

export function comparePair(cells: Cells, i: number, j: number): Pair {
  const R = matrixOf(cells);
  const Rt = transpose(R);
  const { items, cosines } = similarityRow(R, Rt, i, new Int32Array(books.length));
  const usersOfJ = new Set(rowOf(Rt, j));
  return {
    ofI: rowOf(Rt, i).length,
    ofJ: rowOf(Rt, j).length,
    both: Array.from(rowOf(Rt, i)).filter((u) => usersOfJ.has(u)),
    // Only similar items are stored.
    cosine: cosines[items.indexOf(j)] ?? 0,
  };
}

export interface Bill {
  readonly item: number;
  readonly score: number;
  readonly parts: Explanation['parts'];
}

export interface WorkedLog {
  /** S [books x books] */
  readonly S: readonly (readonly number[])[];
  /** How many users each book has. */
  readonly counts: readonly number[];
  /** Of one person, best first: each unseen book and what its score is made of. */
  readonly bills: readonly Bill[];
}

export function workLog(cells: Cells, user: number): WorkedLog {
  const model = new ItemItemCF().fit(rowsOf(cells), readers.length, books.length);
  return {
    S: books.map((_, i) => Array.from(model.similarity(i))),
    counts: books.map((_, i) => cells.filter((row) => row[i]).length),
    bills: model.recommend(user, books.length).map((item) => {
      const { score, parts } = model.explain(user, item);
      // In the order of the shelf, as the sum runs.
      return { item, score, parts: [...parts].sort((a, b) => a.id - b.id) };
    }),
  };
}
