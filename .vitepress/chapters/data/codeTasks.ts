// The share of filled cells that the reader computes, held against the module's matrix.
import { buildMatrix } from '../../../code/recsys.ts';
import type { Interaction } from '../../../code/recsys.ts';
import type { CodeTask } from '../../run/isolated/exercises.ts';

type Pairs = readonly (readonly [user: number, item: number])[];

const cellsOf = (rows: Pairs): number => new Set(rows.map((row) => row.join(' '))).size;

export const codeTasks: Readonly<Record<string, CodeTask>> = {
  'data-4': {
    name: 'filled',
    edges: [
      [[], 2, 3],
      [[[0, 0]], 2, 3],
      [
        [
          [0, 0],
          [0, 0],
          [1, 2],
        ],
        2,
        3,
      ],
    ],
    draw: (draw) => {
      const [users, items] = [1 + Math.floor(draw() * 4), 1 + Math.floor(draw() * 4)];
      const rows = Array.from({ length: Math.floor(draw() * 12) }, () => [
        Math.floor(draw() * users),
        Math.floor(draw() * items),
      ]);
      return [rows, users, items];
    },
    book(rows: Pairs, users: number, items: number) {
      const log = rows.map(([user, item], time): Interaction => [user, item, time]);
      return buildMatrix(log, users, items).indices.length / (users * items);
    },
    mistakes: [
      {
        gives: (rows: Pairs, users: number, items: number) => rows.length / (users * items),
        says: 'A cell is filled once, however often the person took that item: count different pairs.',
      },
      {
        gives: (rows: Pairs, users: number) => cellsOf(rows) / users,
        says: 'That is how many items a person has, on average. Divide by the number of items as well.',
      },
      {
        gives: (rows: Pairs, users: number, items: number) => 1 - cellsOf(rows) / (users * items),
        says: 'That is the share of empty cells.',
      },
    ],
  },
};
