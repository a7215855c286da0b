// Four users and four items, small enough for paper; every number comes from the module.
import { ItemItemCF } from '../../../../code/recsys.ts';
import type { Interaction } from '../../../../code/recsys.ts';
import { rounded } from '../rounded.ts';
import { itemNames } from './example.names.ts';

const shelves = [[0, 1], [0, 1, 2], [1, 2], [0, 3]] as const;

export interface ItemItemExample {
  /** R [users x items] */
  readonly R: readonly (readonly number[])[];
  /** S [items x items] */
  readonly S: readonly (readonly number[])[];
  /** Of the first user: a score per item, and the list. */
  readonly scores: readonly number[];
  readonly list: readonly number[];
}

export function makeExample(): ItemItemExample {
  const log = shelves.flatMap((items, u) => items.map((i): Interaction => [u, i, 0]));
  const model = new ItemItemCF().fit(log, shelves.length, itemNames.length);
  return {
    R: shelves.map((items) => itemNames.map((_, i) => (items.some((j) => j === i) ? 1 : 0))),
    S: itemNames.map((_, i) => Array.from(model.similarity(i), (s) => rounded(s))),
    scores: Array.from(model.scores(0), (s) => rounded(s)),
    list: model.recommend(0),
  };
}
