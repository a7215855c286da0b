// The log that fits on paper, through ItemItemCF.
import { buildMatrix, ItemItemCF, rowOf, transpose } from '../../../../code/recsys.ts';
import { paperLog } from '../../data/paper.ts';
import { books, people } from '../paperNames.ts';
import { rounded } from '../rounded.ts';

export interface ItemItemExample {
  /** The people who have each book. */
  readonly readers: readonly (readonly number[])[];
  /** S [items x items] */
  readonly S: readonly (readonly number[])[];
  /** Of the first person: what they have, a score per item, and the list. */
  readonly has: readonly number[];
  readonly scores: readonly number[];
  readonly list: readonly number[];
}

export function makeExample(): ItemItemExample {
  const R = buildMatrix(paperLog, people.length, books.length);
  const Rt = transpose(R);
  const model = new ItemItemCF().fit(paperLog, people.length, books.length);
  return {
    readers: books.map((_, i) => Array.from(rowOf(Rt, i))),
    S: books.map((_, i) => Array.from(model.similarity(i), (s) => rounded(s))),
    has: Array.from(rowOf(R, 0)),
    scores: Array.from(model.scores(0), (s) => rounded(s)),
    list: model.recommend(0),
  };
}
