// Who took which book how often, on paper: counted, ranked and listed by Popularity itself.
import { Popularity, topK } from '../../../code/recsys.ts';
import type { Interaction } from '../../../code/recsys.ts';
import { paperLog } from '../../kit/paper.ts';
import { books, people } from '../../kit/paperNames.ts';

/** The length of the lists. */
export const tallyK = 2;
/** How often one person can take one book here. */
export const mostTimes = 2;

/** How often: [people x books]. */
export type Times = readonly (readonly number[])[];

export const paperTimes: Times = people.map((_, user) =>
  books.map((_, item) => paperLog.filter(([u, i]) => u === user && i === item).length),
);

export interface Tally {
  /** One number for each book, the same for everyone. */
  readonly counts: readonly number[];
  /** All books, most events first. */
  readonly order: readonly number[];
  /** For each person the books of their list. */
  readonly lists: readonly (readonly number[])[];
}

export function makeTally(times: Times): Tally {
  const log = times.flatMap((row, user) =>
    row.flatMap((many, item) => Array.from({ length: many }, (): Interaction => [user, item, 0])),
  );
  const model = new Popularity().fit(log, people.length, books.length);
  const scores = model.scores(0);
  return {
    counts: Array.from(scores),
    order: topK(scores, [], books.length),
    lists: people.map((_, user) => model.recommend(user, tallyK)),
  };
}

/** The same, with one event more in a cell, or with none where there were most. */
export const press = (times: Times, user: number, item: number): Times =>
  times.map((row, u) =>
    row.map((many, i) => (u === user && i === item ? (many + 1) % (mostTimes + 1) : many)),
  );
