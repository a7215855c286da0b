import type { Exercise } from '../../reader/learning/exercise.ts';
import { denseBytes, perIndex, perNumber, sparseBytes } from './memory.ts';

const [users, items, perUser] = [2000, 500, 40];
const ones = users * perUser;
/** What a service is asked for in a second, of how much. */
const [lists, shopItems, factors] = [200, 50_000, 32];

export const exercises: Readonly<Record<string, Exercise>> = {
  'production-1': {
    kind: 'number',
    label: 'Bytes',
    expected: () => sparseBytes(users, ones),
    tolerance: 0,
    digits: 0,
    says: 'nearly all of it is column numbers, and the number of items does not matter.',
    mistakes: [
      {
        value: () => denseBytes(users, items),
        says: 'That is the full table, with its zeros. Only the ones are kept.',
      },
      {
        value: () => perIndex * ones,
        says: 'Those are the column numbers. Where each row begins is kept as well.',
      },
      {
        value: () => perIndex * (users + ones),
        says: 'Nearly: besides the place where each row begins, that where the last one ends is kept.',
      },
      {
        value: () => perNumber * (users + 1 + ones),
        says: 'Both arrays hold whole numbers of 32 bits. How many bytes is that?',
      },
    ],
  },
  'production-2': {
    kind: 'code',
    name: 'tableBytes',
    start: `/** Bytes of the table if each item keeps so many others. */
export function tableBytes(
  nItems: number,
  neighbours: number,
): number {
  return 0;
}
`,
    says: 'With a fixed number of neighbours the table grows with the items, and no longer with their square.',
  },
  'production-3': {
    kind: 'number',
    label: 'Multiplications per second',
    expected: () => lists * shopItems * factors,
    tolerance: 0,
    digits: 0,
    says: 'one processor can do that, but every item more and every visitor more adds to it. So a large service scores a few hundred candidates and not all items.',
    mistakes: [
      {
        value: () => shopItems * factors,
        says: 'That is one list. How many are made in a second?',
      },
      {
        value: () => lists * shopItems,
        says: 'Those are the scores. Each of them takes one multiplication per factor.',
      },
      {
        value: () => lists * factors,
        says: 'Each list needs the score of every item, and not of one.',
      },
    ],
  },
};
