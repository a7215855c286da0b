// The column that the reader writes, held against the book's closed form.
import { invertSymmetric } from '../../../code/toolbox/inverse.ts';
import type { CodeTask } from '../../run/isolated/exercises.ts';

type Rows = readonly (readonly number[])[];

/** (G + l2 I)⁻¹ [items x items], row by row. */
function inverse(G: Rows, l2: number): number[][] {
  const size = 3 * Math.ceil(G.length / 3);
  const P = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) P[i * size + j] = G[i]?.[j] ?? 0;
    P[i * size + i] += i < G.length ? l2 : 1;
  }
  invertSymmetric(P, size);
  return G.map((_, i) => Array.from(P.subarray(i * size, i * size + G.length)));
}

/** Σ over k of P[i, k] G[k, j] */
const product = (P: Rows, G: Rows, i: number, j: number): number =>
  P[i].reduce((sum, value, k) => sum + value * G[k][j], 0);

export const codeTasks: Readonly<Record<string, CodeTask>> = {
  'ease-4': {
    name: 'column',
    edges: [
      [
        [
          [3, 2],
          [2, 2],
        ],
        1,
        1,
      ],
      [
        [
          [4, 2, 1, 3],
          [2, 2, 0, 1],
          [1, 0, 2, 1],
          [3, 1, 1, 3],
        ],
        3,
        1,
      ],
      [
        [
          [1, 0],
          [0, 0],
        ],
        0,
        2,
      ],
    ],
    draw: (draw) => {
      const users = Array.from({ length: 9 }, () => [0, 1, 2, 3].map(() => draw() < 0.5));
      const both = (i: number, k: number) => users.filter((has) => has[i] && has[k]).length;
      const G = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((k) => both(i, k)));
      return [G, Math.floor(4 * draw()), 1 + Math.floor(9 * draw())];
    },
    book: (G: Rows, j: number, l2: number) => {
      const P = inverse(G, l2);
      return G.map((_, i) => (i === j ? 0 : -P[i][j] / P[j][j]));
    },
    mistakes: [
      {
        gives: (G: Rows, j: number, l2: number) => {
          const P = inverse(G, l2);
          return G.map((_, i) => product(P, G, i, j));
        },
        says: 'Item j is among those that predict it, and says nearly everything. Leave its row and its column out of the equations.',
      },
      {
        gives: (G: Rows, j: number, l2: number) => {
          const P = inverse(G, l2);
          return G.map((_, i) => (i === j ? 0 : product(P, G, i, j)));
        },
        says: 'The weight of j for itself was struck out afterwards, when it had said nearly everything. Leave its row and its column out of the equations.',
      },
      {
        gives: (G: Rows, j: number, l2: number) => {
          const P = inverse(G, l2);
          return G.map((_, i) => (i === j ? 0 : -P[i][j] / P[i][i]));
        },
        says: 'That is row j: what j says of the others. Asked is what the others say of j.',
      },
    ],
  },
};
