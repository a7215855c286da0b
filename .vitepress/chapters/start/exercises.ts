import { recallAtK } from '../../../code/recsys.ts';
import type { Exercise } from '../../reader/learning/exercise.ts';
import { listWithHitAt } from '../../reader/learning/lists.ts';

/** The place of the next thing in each list; one of them is not in the list at all. */
const places = [3, 12, 0, 1];
const k = 10;

export const exercises: Readonly<Record<string, Exercise>> = {
  'start-1': {
    kind: 'choice',
    label: 'What it breaks',
    answers: [
      'The list is not in order',
      'It lists what the person has seen',
      'It has no list for somebody new',
    ],
    right: () => 1,
    says: 'What they had comes first, and nothing is left to discover.',
    wrong: {
      0: 'It is in order: the most taken first.',
      2: 'An empty list is allowed there, and honest: the contract asks for it.',
    },
  },
  'start-2': {
    kind: 'number',
    label: 'Share of the people',
    expected: () => {
      const lists = new Map(places.map((place, user) => [user, listWithHitAt(place, 12)]));
      const truth = new Map(places.map((_, user) => [user, 0]));
      return recallAtK(lists, truth, k);
    },
    tolerance: 0.005,
    digits: 2,
    says: 'two of the four find theirs among the first ten.',
    mistakes: [
      { value: () => 0.75, says: 'Place 12 is outside of a list of ten, so it is not found.' },
      { value: () => 2, says: 'That is how many people. Which share of the four is it?' },
      { value: () => 2 / 3, says: 'People who find nothing count too, so divide by all four.' },
    ],
  },
  'start-3': {
    kind: 'code',
    name: 'listFor',
    start: `/** The k best items that the person has not seen, best first. */
export function listFor(
  scores: number[],
  seen: number[],
  k: number,
): number[] {
  return [];
}
`,
    says: 'Every model of the book ends with this step: it is called topK there.',
  },
};
