// The row of neighbours that the reader writes, held against the module's.
import { ItemItemCF } from '../../../code/recsys.ts';
import type { Draw } from '../../../code/recsys.ts';
import type { CodeTask } from '../../run/isolated/exercises.ts';

type Readers = readonly (readonly number[])[];

const nUsers = 10;

/** Row i of S, as the module keeps it. */
function rowOf(readers: Readers, i: number, neighbours: number, shrink: number): number[] {
  const rows = readers.flatMap((users, item) => users.map((u) => [u, item, 0] as const));
  const model = new ItemItemCF({ neighbours, shrink }).fit(rows, nUsers, readers.length);
  return Array.from(model.similarity(i));
}

/** Who has both items, and how many have each. */
function countsOf(
  readers: Readers,
  i: number,
  j: number,
): readonly [both: number, product: number] {
  const both = readers[i].filter((user) => readers[j].includes(user)).length;
  return [both, readers[i].length * readers[j].length];
}

const someUsers = (draw: Draw): number[] =>
  Array.from({ length: nUsers }, (_, user) => user).filter(() => draw() < 0.4);

export const codeTasks: Readonly<Record<string, CodeTask>> = {
  'item-item-cf-4': {
    name: 'neighbours',
    edges: [
      [[[0, 1, 2, 3], [0, 1, 3], [2, 4], [1, 2, 3], []], 0, 2, 0],
      [[[0, 1, 2, 3], [0, 1, 3], [2, 4], [1, 2, 3], []], 0, 2, 1],
      [[[0], [0], [0], [0]], 1, 2, 0],
      [[[], [0, 1]], 0, 1, 0],
    ],
    draw: (draw) => {
      const readers = Array.from({ length: 6 }, () => someUsers(draw));
      const whole = (below: number): number => Math.floor(below * draw());
      return [readers, whole(6), 1 + whole(4), whole(5)];
    },
    book: rowOf,
    mistakes: [
      {
        gives: (readers: Readers, i: number, n: number) => rowOf(readers, i, n, 0),
        says: 'It is right where shrink is 0. Add it below the line, beside the root.',
      },
      {
        gives: (readers: Readers, i: number, _: number, shrink: number) =>
          rowOf(readers, i, readers.length, shrink),
        says: 'The item keeps all of them. Set every similarity to 0 that is not among the n largest.',
      },
      {
        gives: (readers: Readers, i: number, n: number, shrink: number) => {
          const shrunk = rowOf(readers, i, readers.length, shrink);
          return rowOf(readers, i, n, 0).map((kept, j) => (kept > 0 ? shrunk[j] : 0));
        },
        says: 'The nearest were chosen by the cosine alone. Shrink first: it changes who is nearest.',
      },
      {
        gives: (readers: Readers, i: number, n: number, shrink: number) => {
          const all = readers.map((_, j) => {
            const [both, product] = countsOf(readers, i, j);
            return j === i || both === 0 ? 0 : both / Math.sqrt(product + shrink);
          });
          const nearest = [...all.keys()].sort((a, b) => all[b] - all[a] || a - b).slice(0, n);
          return all.map((value, j) => (nearest.includes(j) ? value : 0));
        },
        says: 'Yours adds shrink under the root. Take the root first, and add it then.',
      },
    ],
  },
};
