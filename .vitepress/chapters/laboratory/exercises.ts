import { chanceAmong } from '../../../code/evaluation/laboratory.ts';
import type { Exercise } from '../../reader/learning/exercise.ts';

const k = 10;
const sampled = 20;
/** As many unseen items as one likes: a random list is as good among a sample of them. */
const unseen = 100;

/** The mean over all places that a random list can give to the hidden item. */
function recallByLot(): number {
  const chances = Array.from({ length: unseen + 1 }, (_, ahead) =>
    chanceAmong(unseen, ahead, sampled, k),
  );
  return chances.reduce((sum, chance) => sum + chance, 0) / chances.length;
}

export const exercises: Readonly<Record<string, Exercise>> = {
  'laboratory-1': {
    kind: 'number',
    label: 'Recall',
    expected: recallByLot,
    tolerance: 0.003,
    digits: 3,
    says: 'ten of 21 places, whatever the model knows.',
    mistakes: [
      {
        value: () => k / sampled,
        says: 'The hidden item is ranked too, so there are 21 items and not 20.',
      },
      {
        value: () => k / unseen,
        says: 'Only the sampled items and the hidden one are ranked: how many are these?',
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
