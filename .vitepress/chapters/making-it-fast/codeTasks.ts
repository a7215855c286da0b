// The reader sums the products of one row of a sparse table, held against the book's own sum.
import { addGram, mirror, zeros } from '../../../code/toolbox/dense.ts';
import type { CodeTask } from '../../run/isolated/exercises.ts';

type Numbers = readonly number[];
type Rows = readonly Numbers[];

/** Σ y yᵀ over these items, by the book. */
function sumOf(Y: Rows, items: Numbers): number[][] {
  const f = Y[0].length;
  const met = zeros(items.length, f);
  items.forEach((i, n) => met.data.set(Y[i], n * met.stride));
  const S = zeros(met.stride, met.stride);
  addGram(S.data, met.data, met.height, met.stride, 1);
  mirror(S);
  return Array.from({ length: f }, (_, a) =>
    Array.from(S.data.subarray(a * S.stride, a * S.stride + f)),
  );
}

const Y: Rows = [
  [1, 2],
  [3, 0],
  [-1, 1],
];

export const codeTasks: Readonly<Record<string, CodeTask>> = {
  'making-it-fast-3': {
    name: 'sumOfRow',
    edges: [
      [Y, [0, 2, 3, 3], [0, 2, 1], 0],
      [Y, [0, 2, 3, 3], [0, 2, 1], 1],
      [Y, [0, 2, 3, 3], [0, 2, 1], 2],
    ],
    draw: (draw) => {
      const nItems = 2 + Math.floor(draw() * 5);
      const [indptr, indices] = [[0], [] as number[]];
      for (let u = 0; u < 3; u++) {
        for (let i = 0; i < nItems; i++) if (draw() < 0.4) indices.push(i);
        indptr.push(indices.length);
      }
      const number = (): number => Number((4 * draw() - 2).toFixed(1));
      const factors = Array.from({ length: nItems }, () => [number(), number(), number()]);
      return [factors, indptr, indices, Math.floor(draw() * 3)];
    },
    book: (Y: Rows, indptr: Numbers, indices: Numbers, u: number) =>
      sumOf(Y, indices.slice(indptr[u], indptr[u + 1])),
    mistakes: [
      {
        gives: (Y: Rows, indptr: Numbers, _: Numbers, u: number) =>
          sumOf(
            Y,
            Array.from({ length: indptr[u + 1] - indptr[u] }, (_, n) => indptr[u] + n).filter(
              (i) => i < Y.length,
            ),
          ),
        says: 'The numbers between indptr[u] and indptr[u + 1] are places. The items stand in indices, at these places.',
      },
      {
        gives: (Y: Rows, _: Numbers, indices: Numbers) => sumOf(Y, indices),
        says: 'That is the sum over the rows of all users. Those of u lie from indptr[u] to indptr[u + 1].',
      },
      {
        gives: (Y: Rows, indptr: Numbers, indices: Numbers, u: number) =>
          sumOf(Y, indices.slice(indptr[u], indptr[u + 1])).map((row, a) =>
            row.map((value, b) => (a === b ? value : 0)),
          ),
        says: 'Each factor is multiplied with every other one as well, and not only with itself.',
      },
      {
        gives: (Y: Rows, indptr: Numbers, indices: Numbers, u: number) =>
          sumOf(Y, indices.slice(indptr[u], indptr[u + 1])).map((row, a) =>
            row.map((value, b) => (b <= a ? value : 0)),
          ),
        says: 'What is above the diagonal is missing: it is the same as below.',
      },
    ],
  },
};
