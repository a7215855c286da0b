import { buildMatrix, syntheticDefaults } from '../../../code/recsys.ts';
import type { Exercise } from '../../reader/learning/exercise.ts';

const rows = [
  [0, 1, 0],
  [0, 3, 0],
  [2, 0, 0],
] as const;

export const exercises: Readonly<Record<string, Exercise>> = {
  'data-1': {
    kind: 'choice',
    label: 'What still makes a difference',
    answers: [
      'Some genres are liked by more people',
      'The same users come back',
      'Items have a weight of their own',
    ],
    right: () => 0,
    says: 'A liked genre lifts all of its items, and the draws themselves scatter.',
    wrong: {
      1: 'They do come back, but to items of all kinds: that alone favours none.',
      2: 'That weight is the popularity, and it counts for nothing now.',
    },
  },
  'data-2': {
    kind: 'number',
    label: 'Share of the events',
    expected: () => 1 / syntheticDefaults.nGenres,
    tolerance: 0.006,
    digits: 3,
    says: 'one part in as many as there are genres. The favourite is more, because it is chosen afterwards.',
    mistakes: [
      { value: () => 0, says: 'Equal tastes are still tastes, so each genre has its share.' },
      { value: () => 1, says: 'All genres together have that. And one of them?' },
    ],
  },
  'data-3': {
    kind: 'numbers',
    label: 'indptr',
    expected: () => Array.from(buildMatrix(rows, 3, 4).indptr),
    says: 'The empty row starts where it ends.',
    mistakes: [
      {
        value: () => [2, 0, 1],
        says: 'These are the lengths of the rows. indptr says where each begins.',
      },
      { value: () => [0, 2, 2], says: 'One more: the end of the last row stands there as well.' },
      { value: () => [1, 3, 0], says: 'These are the columns, which is what indices holds.' },
    ],
  },
  'data-4': {
    kind: 'code',
    name: 'filled',
    start: `/** The share of all cells, users × items, that events fill. */
export function filled(
  rows: [user: number, item: number][],
  nUsers: number,
  nItems: number,
): number {
  return 0;
}
`,
    says: 'One minus this is the sparsity that papers report.',
  },
};
