// The reader says what a table of similarities takes, held against the sizes of the arrays that the module makes.
import { stackRows } from '../../../code/toolbox/similar.ts';
import type { CodeTask } from '../../run/isolated/exercises.ts';

/** Of a table that is made. */
function bytesOfTable(nItems: number, neighbours: number): number {
  const kept = Math.min(neighbours, nItems - 1);
  const row = { items: new Int32Array(kept), cosines: new Float64Array(kept) };
  const { items, cosines, starts } = stackRows('tableBytes', nItems, nItems * kept, () => row);
  return items.byteLength + cosines.byteLength + starts.byteLength;
}

export const codeTasks: Readonly<Record<string, CodeTask>> = {
  'production-2': {
    name: 'tableBytes',
    edges: [
      [100, 10],
      [3, 50],
      [1, 5],
      [40, 39],
    ],
    draw: (draw) => [1 + Math.floor(draw() * 60), 1 + Math.floor(draw() * 60)],
    book: bytesOfTable,
    mistakes: [
      {
        gives: (nItems: number, neighbours: number) => 12 * nItems * neighbours + 4 * (nItems + 1),
        says: 'An item has no more neighbours than there are other items.',
      },
      {
        gives: (nItems: number, neighbours: number) =>
          12 * nItems * Math.min(neighbours, nItems - 1),
        says: 'Those are the ids and cosines. The table also keeps where the row of each item begins, and where the last one ends.',
      },
      {
        gives: (nItems: number, neighbours: number) =>
          12 * nItems * Math.min(neighbours, nItems) + 4 * (nItems + 1),
        says: 'No item is its own neighbour.',
      },
    ],
  },
};
