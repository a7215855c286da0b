// What the reader says chance should reach, held against the book's sum.
import { hitChance } from '../../kit/chance.ts';
import type { CodeTask } from '../../run/isolated/exercises.ts';

type Numbers = readonly number[];

const mean = (values: Numbers): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export const codeTasks: Readonly<Record<string, CodeTask>> = {
  'random-4': {
    name: 'expectedRecall',
    edges: [
      [[100], 10],
      [[100, 20], 10],
      [[5, 20], 10],
      [[10], 10],
    ],
    draw: (draw) => [
      Array.from({ length: 1 + Math.floor(draw() * 6) }, () => 1 + Math.floor(draw() * 40)),
      1 + Math.floor(draw() * 15),
    ],
    book: (unseen: Numbers, k: number) => mean(unseen.map((count) => hitChance(k, count))),
    mistakes: [
      {
        gives: (unseen: Numbers, k: number) => mean(unseen.map((count) => k / count)),
        says: 'Where a person has fewer than k unseen items, the list holds them all: no chance is above 1.',
      },
      {
        gives: (unseen: Numbers, k: number) => k / mean(unseen),
        says: 'That divides by the mean number of unseen items. Take the mean of the chances: it is larger.',
      },
    ],
  },
};
