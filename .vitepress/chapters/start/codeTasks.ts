// The list that the reader writes, held against the module's.
import { topK } from '../../../code/recsys.ts';
import type { CodeTask } from '../../run/isolated/exercises.ts';

type Numbers = readonly number[];

const inOrder = (scores: Numbers): number[] =>
  Array.from(scores.keys()).sort((a, b) => scores[b] - scores[a] || a - b);

export const codeTasks: Readonly<Record<string, CodeTask>> = {
  'start-3': {
    name: 'listFor',
    edges: [
      [[5, 9, 7, 9], [], 2],
      [[5, 9, 7, 9], [1], 2],
      [[5, 9, 7], [0, 1, 2], 2],
      [[1, 1, 1], [0], 5],
    ],
    draw: (draw) => [
      Array.from({ length: 8 }, () => Math.floor(draw() * 6)),
      Array.from({ length: 8 }, (_, item) => item).filter(() => draw() < 0.3),
      1 + Math.floor(draw() * 5),
    ],
    book: (scores: Numbers, seen: Numbers, k: number) =>
      topK(Float64Array.from(scores), Int32Array.from(seen), k),
    mistakes: [
      {
        gives: (scores: Numbers, _: Numbers, k: number) => inOrder(scores).slice(0, k),
        says: 'It offers what the person has had already.',
      },
      {
        gives: (scores: Numbers, seen: Numbers, k: number) =>
          inOrder(scores)
            .slice(0, k)
            .filter((item) => !seen.includes(item)),
        says: 'It takes the first k and strikes out afterwards, so the list comes out too short.',
      },
      {
        gives: (scores: Numbers, seen: Numbers, k: number) =>
          inOrder(scores)
            .reverse()
            .filter((item) => !seen.includes(item))
            .slice(0, k),
        says: 'The best must come first: yours begins with the lowest score.',
      },
    ],
  },
};
