// The log that fits on paper, through ItemItemCF.
import { buildMatrix, ItemItemCF, rowOf, transpose } from '../../../code/recsys.ts';
import { paperLog } from '../../kit/paper.ts';
import { books, people } from '../../kit/paperNames.ts';

export interface ItemItemExample {
  /** The people who have each book. */
  readonly readers: readonly (readonly number[])[];
  /** S [items x items] */
  readonly S: readonly (readonly number[])[];
}

export function makeExample(): ItemItemExample {
  const Rt = transpose(buildMatrix(paperLog, people.length, books.length));
  const model = new ItemItemCF().fit(paperLog, people.length, books.length);
  return {
    readers: books.map((_, i) => Array.from(rowOf(Rt, i))),
    S: books.map((_, i) => Array.from(model.similarity(i))),
  };
}
