// The reader's own logarithm near 1, held against the book's.
import { log } from '../../../code/toolbox/exact.ts';
import type { Draw } from '../../../code/recsys.ts';
import type { CodeTask } from '../../run/isolated/exercises.ts';

const terms = 20;

/** A number with one decimal, which a double seldom holds exactly. */
const tenths = (draw: Draw): number => Math.floor(100 * draw()) / 10;

/** Σ weight(n) · s to the power n, over all n from 1. */
function series(m: number, weight: (n: number) => number): number {
  const s = (m - 1) / (m + 1);
  let [sum, power] = [0, 1];
  for (let n = 1; n <= 2 * terms; n++) {
    power *= s;
    sum += weight(n) * power;
  }
  return sum;
}

export const codeTasks: Readonly<Record<string, CodeTask>> = {
  'exp-2': {
    name: 'lnNear1',
    edges: [[1], [1.4142], [0.7072], [1.000001]],
    draw: (draw) => [Number((0.7 + 0.72 * draw()).toFixed(4))],
    book: (m: number) => log(m),
    mistakes: [
      {
        gives: (m: number) => series(m, (n) => (n % 2 === 1 ? 1 / n : 0)),
        says: 'The sum is half of the logarithm: the 2 before the bracket is missing.',
      },
      {
        gives: (m: number) => series(m, (n) => 2 / n),
        says: 'Only the odd powers are in the series.',
      },
      {
        gives: (m: number) => series(m, (n) => (n % 2 === 1 ? 2 : 0)),
        says: 'Each power is divided by its exponent.',
      },
    ],
  },
  'exp-3': {
    name: 'orderMatters',
    edges: [
      [0.1, 0.2, 0.3],
      [1, 2, 3],
      [1e16, 1, 1],
      [1e16, -1e16, 1],
    ],
    draw: (draw) => [tenths(draw), tenths(draw), tenths(draw)],
    book: (a: number, b: number, c: number) => a + b + c !== a + (b + c),
    mistakes: [
      {
        gives: (a: number, b: number, c: number) => a + b + c === a + (b + c),
        says: 'It says true where the sums are equal: turn it round.',
      },
      {
        gives: (a: number, b: number, c: number) => Math.abs(a + b + c - (a + (b + c))) > 1e-9,
        says: 'It allows for a small difference. Here one bit counts, so compare the sums as they are.',
      },
      {
        gives: (a: number, b: number, c: number) => a + b + c !== c + (a + b),
        says: 'Two numbers may change places in a sum of doubles. It is the brackets that matter.',
      },
    ],
  },
};
