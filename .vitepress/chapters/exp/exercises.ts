import { log } from '../../../code/toolbox/exact.ts';
import type { Exercise } from '../../reader/learning/exercise.ts';

const x = 20;
const ln2 = log(2);

export const exercises: Readonly<Record<string, Exercise>> = {
  'exp-1': {
    kind: 'number',
    label: 'k',
    expected: () => Math.round(x / ln2),
    tolerance: 0,
    digits: 0,
    says: 'what is left is about −0.1, and for so small an r a short formula is enough.',
    mistakes: [
      {
        value: () => Math.floor(x / ln2),
        says: 'That rounds down, and leaves an r above half of ln 2. Take the nearest whole number.',
      },
      {
        value: () => x / 2,
        says: 'ln 2 is the natural logarithm of 2, about 0.693. How often does it go into x?',
      },
    ],
  },
  'exp-2': {
    kind: 'code',
    name: 'lnNear1',
    start: `/** The natural logarithm of an m between 0.7 and 1.42. */
export function lnNear1(m: number): number {
  const s = (m - 1) / (m + 1);
  return s;
}
`,
    says: 'Ten terms give all that a double can hold. The book’s log has seven coefficients beside the first term, and each is adjusted.',
  },
  'exp-3': {
    kind: 'code',
    name: 'orderMatters',
    start: `/** Whether (a + b) + c and a + (b + c) differ in any bit. */
export function orderMatters(
  a: number,
  b: number,
  c: number,
): boolean {
  return false;
}
`,
    says: 'Each addition is rounded, and another order is rounded elsewhere. So the module adds in a fixed order.',
  },
};
