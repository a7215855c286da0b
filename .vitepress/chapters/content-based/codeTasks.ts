// The profile that the reader writes, held against the module's.
import { Matrix } from 'ml-matrix';
import { ContentBased, decayWeight } from '../../../code/recsys.ts';
import type { Interaction } from '../../../code/recsys.ts';
import type { CodeTask } from '../../run/isolated/exercises.ts';

type Rows = readonly (readonly number[])[];
type Numbers = readonly number[];

/** The profile of one person who has taken one item after the other. */
function profileOf(features: Rows, ages: Numbers, halfLife: number): number[] {
  const now = Math.max(...ages);
  const rows = ages.map((age, item): Interaction => [0, item, now - age]);
  const F = new Matrix(features.map((row) => [...row]));
  const model = new ContentBased({ halfLife }).fit(rows, F, 1, features.length);
  return Array.from(model.profile(0) ?? []);
}

/** The sum of the features, each with its weight, over something. */
const sumOver = (features: Rows, weights: Numbers, below: number): number[] =>
  features[0].map((_, f) => features.reduce((sum, row, n) => sum + weights[n] * row[f], 0) / below);

const total = (weights: Numbers): number => weights.reduce((sum, w) => sum + w, 0);
const weightsOf = (ages: Numbers, halfLife: number): number[] =>
  ages.map((age) => decayWeight(age, halfLife));

export const codeTasks: Readonly<Record<string, CodeTask>> = {
  'content-based-4': {
    name: 'profile',
    edges: [
      [[[1, 0]], [0], 3],
      [
        [
          [1, 0],
          [0, 1],
        ],
        [0, 0],
        3,
      ],
      [
        [
          [1, 0],
          [0, 1],
          [0.6, 0.8],
        ],
        [9, 3, 0],
        3,
      ],
    ],
    draw: (draw) => {
      const whole = (below: number): number => Math.floor(below * draw());
      const events = Array.from({ length: 1 + whole(4) }, () => whole(30));
      const features = events.map(() => [0, 1, 2].map(() => whole(11) / 10));
      return [features, events, 1 + whole(20)];
    },
    book: profileOf,
    mistakes: [
      {
        gives: (features: Rows, ages: Numbers) =>
          sumOver(
            features,
            ages.map(() => 1),
            ages.length,
          ),
        says: 'Every event counts alike in yours. Weigh each by what its age has left of it.',
      },
      {
        gives: (features: Rows, ages: Numbers, halfLife: number) =>
          sumOver(features, weightsOf(ages, halfLife), 1),
        says: 'That is the sum. Divide it by the sum of the weights.',
      },
      {
        gives: (features: Rows, ages: Numbers, halfLife: number) =>
          sumOver(features, weightsOf(ages, halfLife), ages.length),
        says: 'Divide by the sum of the weights, and not by how many events there are.',
      },
      {
        gives: (features: Rows, ages: Numbers, halfLife: number) => {
          const weights = weightsOf(ages, halfLife * Math.LN2);
          return sumOver(features, weights, total(weights));
        },
        says: 'After one half-life yours leaves 1/e, about 0.37. A half-life leaves a half.',
      },
    ],
  },
};
