// The model that the reader writes, held against the book's.
import { Popularity, topK } from '../../../code/recsys.ts';
import type { Interaction } from '../../../code/recsys.ts';
import type { CodeTask } from '../../run/isolated/exercises.ts';

type Numbers = readonly number[];

function listOf(events: Numbers, nItems: number, seen: Numbers, k: number): number[] {
  const rows = events.map((item, time): Interaction => [0, item, time]);
  return topK(new Popularity().fit(rows, 1, nItems).scores(0), Int32Array.from(seen), k);
}

/** As many as the catalogue has, each with what `count` says of it. */
function sorted(nItems: number, count: (item: number) => number, seen: Numbers): number[] {
  return Array.from({ length: nItems }, (_, item) => item)
    .filter((item) => !seen.includes(item))
    .sort((a, b) => count(b) - count(a) || a - b);
}

export const codeTasks: Readonly<Record<string, CodeTask>> = {
  'popularity-4': {
    name: 'popular',
    edges: [
      [[2, 2, 1], 4, [], 2],
      [[2, 2, 1], 4, [2], 2],
      [[2, 2, 1], 4, [], 4],
      [[], 3, [1], 3],
    ],
    draw: (draw) => [
      Array.from({ length: Math.floor(draw() * 14) }, () => Math.floor(draw() * 6)),
      6,
      Array.from({ length: 6 }, (_, item) => item).filter(() => draw() < 0.3),
      1 + Math.floor(draw() * 6),
    ],
    book: listOf,
    mistakes: [
      {
        gives: (events: Numbers, nItems: number, seen: Numbers, k: number) =>
          listOf(events, nItems, seen, k).filter((item) => events.includes(item)),
        says: 'An item that nobody has taken is in the catalogue too: it comes at the end, with count 0.',
      },
      {
        gives: (events: Numbers, nItems: number, _: Numbers, k: number) =>
          listOf(events, nItems, [], k),
        says: 'It offers what the person has had already.',
      },
      {
        gives: (events: Numbers, nItems: number, seen: Numbers, k: number) =>
          sorted(nItems, (item) => Number(events.includes(item)), seen).slice(0, k),
        says: 'It asks whether an item was taken. Count how often.',
      },
    ],
  },
};
