// One column of B on the log that fits on paper: the equations of the ridge regression, and what EASE gives.
import { buildMatrix, ItemItemCF, rowOf, transpose } from '../../../code/recsys.ts';
import { EASE } from '../../../code/models/ease.ts';
import { paperLog } from '../../kit/paper.ts';
import { books, people } from '../../kit/paperNames.ts';

export interface Column {
  /** The books that predict the target. */
  readonly others: readonly number[];
  /** RᵀR + l2 I over them: how many people have both, and on the diagonal l2 more. */
  readonly A: readonly (readonly number[])[];
  /** How many people have each of them and the target. */
  readonly b: readonly number[];
  /** The weight of each of them for the target, and its cosine with it. */
  readonly weights: readonly number[];
  readonly cosines: readonly number[];
}

const Rt = transpose(buildMatrix(paperLog, people.length, books.length));
const readers = books.map((_, i) => Array.from(rowOf(Rt, i)));

/** How many people have both books. */
export const both = (i: number, j: number): number =>
  readers[i].filter((u) => readers[j].includes(u)).length;

export function workColumn(target: number, l2: number): Column {
  const others = books.flatMap((_, i) => (i === target ? [] : [i]));
  const { weights } = new EASE({ l2 }).fit(paperLog, people.length, books.length);
  const similar = new ItemItemCF().fit(paperLog, people.length, books.length).similarity(target);
  return {
    others,
    A: others.map((i) => others.map((k) => both(i, k) + (i === k ? l2 : 0))),
    b: others.map((i) => both(i, target)),
    weights: others.map((i) => weights[i * books.length + target]),
    cosines: others.map((i) => similar[i]),
  };
}

/** Of the people who have one book, who has the other one too, and who of them has a third. */
export function splitReaders(given: number, by: number, target: number) {
  return [true, false].map((has) => {
    const group = readers[given].filter((u) => readers[by].includes(u) === has);
    return { has, group, found: group.filter((u) => readers[target].includes(u)) };
  });
}
