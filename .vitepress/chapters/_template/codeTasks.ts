// The function that the reader writes, held against the book's own.
import type { CodeTask } from '../../run/isolated/exercises.ts';

export const codeTasks: Readonly<Record<string, CodeTask>> = {
  'template-2': {
    name: 'scoreOf',
    edges: [
      [3, 2],
      [2, 3],
    ],
    draw: (draw) => [Math.floor(draw() * 20), 1 + Math.floor(draw() * 20)],
    book: (n: number, most: number) => Math.min(n, most),
    mistakes: [{ gives: (n: number) => n, says: 'The count has no end yet: look at `most`.' }],
  },
};
