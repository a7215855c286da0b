import { cosine, decayWeight, syntheticDefaults } from '../../../code/recsys.ts';
import { paperFeatures } from '../../kit/paperNames.ts';
import type { Exercise } from '../../reader/learning/exercise.ts';

const groups = ['0,2', '1,3', '4'];

/** The books, by place, that the profile suits best. */
function nearest(): string {
  const profile = Float64Array.of(0.5, 0.5);
  const cosines = paperFeatures.map((book) => cosine(profile, Float64Array.from(book)));
  const best = Math.max(...cosines);
  const places = [...cosines.keys()].filter((n) => cosines[n] > best - 1e-9);
  return places.join();
}

export const exercises: Readonly<Record<string, Exercise>> = {
  'content-based-1': {
    kind: 'choice',
    label: 'The nearest books',
    answers: ['A and C, which they took', 'B and D, equally', 'E'],
    right: () => groups.indexOf(nearest()),
    says: 'The mean likes the middle best: about 0.99 for these two, 0.71 for those that were taken.',
    wrong: {
      0: 'The profile points along the diagonal, and each of these lies half a right angle away from it.',
      2: 'E is nearly all stars: work out 0.5 · 0.28 + 0.5 · 0.96, over √0.5.',
    },
  },
  'content-based-2': {
    kind: 'number',
    label: 'Weight',
    expected: () => decayWeight(syntheticDefaults.nUsers, 50),
    tolerance: 0.001,
    digits: 4,
    says: 'about six half-lives, each of which halves. The profile is nearly the last item alone.',
    mistakes: [
      {
        value: () => 50 / syntheticDefaults.nUsers,
        says: 'It halves six times, and is not divided by six.',
      },
      {
        value: () => 0,
        says: 'Little is left, but not nothing: it halves once for each half-life.',
      },
      { value: () => 0.5, says: 'That is after one half-life. How many have passed?' },
    ],
  },
  'content-based-3': {
    kind: 'choice',
    label: 'The score that does both',
    answers: [
      'cosine + count',
      'cosine · log(1 + count)',
      'cosine, and count where they are equal',
    ],
    right: () => 1,
    says: 'Within a genre the cosines hardly differ, so the count decides; the logarithm keeps it from winning alone.',
    wrong: {
      0: 'A cosine is at most 1, and a count may be hundreds: that is Popularity.',
      2: 'Cosines are never quite equal: the noise in the features would decide before the count.',
    },
  },
  'content-based-4': {
    kind: 'code',
    name: 'profile',
    start: `/**
 * The weighted mean of what a person took.
 * @param features one row for each event
 * @param ages of the events, in the same order
 */
export function profile(
  features: number[][],
  ages: number[],
  halfLife: number,
): number[] {
  return features[0].map(() => 0);
}
`,
    says: 'Its cosine with an item is the score, so this is most of the model.',
  },
};
