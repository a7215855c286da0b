// The cosine that the reader writes, held against the module's.
import { cosine } from '../../../code/recsys.ts';
import type { CodeTask } from '../../run/isolated/exercises.ts';

type Numbers = readonly number[];

const dot = (a: Numbers, b: Numbers): number => a.reduce((sum, value, f) => sum + value * b[f], 0);

export const codeTasks: Readonly<Record<string, CodeTask>> = {
  'content-based-4': {
    name: 'cosine',
    edges: [
      [
        [1, 0],
        [0, 1],
      ],
      [
        [3, 4],
        [6, 8],
      ],
      [
        [1, 0],
        [-2, 0],
      ],
      [
        [0, 0],
        [1, 2],
      ],
    ],
    draw: (draw) => {
      const vector = () => Array.from({ length: 4 }, () => Number((4 * draw() - 2).toFixed(1)));
      return [vector(), vector()];
    },
    book: (a: Numbers, b: Numbers) => cosine(Float64Array.from(a), Float64Array.from(b)),
    mistakes: [
      {
        gives: (a: Numbers, b: Numbers) => dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)),
        says: 'It is right where both have a length. A vector of zeros points nowhere: its cosine is 0, and yours divides by 0.',
      },
      {
        gives: dot,
        says: 'That is the dot product, which grows with the lengths. Divide by both of them.',
      },
      {
        gives: (a: Numbers, b: Numbers) => dot(a, b) / (dot(a, a) * dot(b, b) || 1),
        says: 'The length is the square root of the sum of squares.',
      },
    ],
  },
};
