// The lists of everybody on the book's log: how much two of them share, and which items are in any.
import { recommendAll } from '../../../code/evaluation/leaderboard.ts';
import { findModel, models } from '../../../code/models.ts';
import type { Dataset } from '../../../code/models.ts';
import { topK, userSeen } from '../../../code/recsys.ts';
import { rounded } from '../../kit/rounded.ts';
import { coverageLengths, longest, meanShared } from './listPictures.ts';
import type { CoveragePicture, TwoListsPicture } from './listPictures.ts';

type Rows = readonly (readonly number[])[];

/** How many pairs of lists share 0, 1, 2 ... k items among their first k. */
export function sharedByPairs(lists: Rows, k: number): number[] {
  const pairs = Array.from({ length: k + 1 }, () => 0);
  const sets = lists.map((list) => new Set(list.slice(0, k)));
  sets.forEach((a, n) => {
    for (const b of lists.slice(0, n)) {
      let common = 0;
      for (let place = 0; place < k && place < b.length; place++) if (a.has(b[place])) common++;
      pairs[common]++;
    }
  });
  return pairs;
}

const listsOf = (id: string, data: Dataset, k: number): Rows => [
  ...recommendAll(findModel(id).fit(data, findModel(id).defaults), data.test, k).values(),
];

function popularOrder(data: Dataset): { counts: Float64Array; order: number[] } {
  const counts = findModel('popularity').fit(data).scores(0);
  return { counts, order: topK(counts, [], data.nItems) };
}

export function makeTwoLists(genres: readonly number[], data: Dataset): TwoListsPicture {
  const { counts, order } = popularOrder(data);
  const lists = listsOf('popularity', data, longest);
  const deepest = Math.max(...lists.flat().map((item) => order.indexOf(item)));
  const head = order.slice(0, deepest + 1);
  const seen = userSeen(data.train, data.nUsers);
  const lengths = Array.from({ length: longest }, (_, n) => n + 1);
  const means = (rows: Rows) => lengths.map((k) => rounded(meanShared(sharedByPairs(rows, k)), 3));
  return {
    head: head.map((item) => ({ item, genre: genres[item], count: counts[item] })),
    seen: Array.from({ length: data.nUsers }, (_, user) =>
      head.map((item) => (seen.get(user)?.has(item) ? '1' : '0')).join(''),
    ),
    pairs: lengths.map((k) => sharedByPairs(lists, k)),
    shared: {
      random: means(listsOf('random', data, longest)),
      popularity: means(lists),
      'item-item-cf': means(listsOf('item-item-cf', data, longest)),
    },
  };
}

export function makeCoverage(genres: readonly number[], data: Dataset): CoveragePicture {
  const { order } = popularOrder(data);
  const shown = (id: string): Rows => {
    const lists = listsOf(id, data, Math.max(...coverageLengths));
    return coverageLengths.map((k) => {
      const many = new Map<number, number>();
      for (const list of lists)
        for (const item of list.slice(0, k)) many.set(item, (many.get(item) ?? 0) + 1);
      return order.map((item) => many.get(item) ?? 0);
    });
  };
  return {
    nPeople: data.test.size,
    items: order.map((item) => ({ item, genre: genres[item] })),
    shown: Object.fromEntries(models.map(({ id }) => [id, shown(id)])),
    titles: Object.fromEntries(models.map(({ id, title }) => [id, title])),
  };
}
