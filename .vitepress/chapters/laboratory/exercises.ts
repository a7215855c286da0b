import { chanceAmong } from '../../../code/evaluation/laboratory.ts';
import type { Exercise } from '../../reader/learning/exercise.ts';

const unseen = 9;
const better = 3;
const sampled = 3;

export const exercises: Readonly<Record<string, Exercise>> = {
  'laboratory-1': {
    kind: 'number',
    label: 'Chance',
    expected: () => chanceAmong(unseen, better, sampled, 1),
    tolerance: 0.003,
    digits: 3,
    says: 'all three sampled items come from the six that score lower.',
    mistakes: [
      {
        value: () => ((unseen - better) / unseen) ** sampled,
        says: 'No item is put back: once one of the six is drawn, five of eight are left.',
      },
      {
        value: () => 1 - chanceAmong(unseen, better, sampled, 1),
        says: 'That is the chance that one of the better ones is sampled. Then there is no hit.',
      },
      {
        value: () => (unseen - better) / unseen,
        says: 'That is the chance of one draw. How many are drawn?',
      },
    ],
  },
  'laboratory-2': {
    kind: 'number',
    label: 'Users',
    expected: () => 300 * (0.12 / 0.03) ** 2,
    tolerance: 0.5,
    digits: 0,
    says: 'the ratio of the widths, squared, times the 300 users.',
    mistakes: [
      {
        value: () => 300 * (0.12 / 0.03),
        says: 'Square it: four times the users make the interval half as wide.',
      },
    ],
  },
  'laboratory-3': {
    kind: 'code',
    name: 'leak',
    start: `/** The share of the training rows later than the test event. */
export function leak(times: number[], testTime: number): number {
  return 0;
}
`,
    says: 'The mean over all test events is what the laboratory reports for a split.',
  },
};
