import { Matrix } from 'ml-matrix';
import { foldIn } from '../../../code/recsys.ts';
import { startSettings, startY } from './halfSteps.ts';
import type { Exercise } from '../../reader/learning/exercise.ts';

/** Eve has book C alone; the books have the factors that they start from. */
const C = 2;
const Y = new Matrix(startY.map((pair) => [...pair]));
const eve = (alpha: number): Float64Array => foldIn(Y, [C], { alpha, reg: startSettings.reg }).x;
const scoreOf = (item: number, alpha: number): number => {
  const x = eve(alpha);
  return x[0] * startY[item][0] + x[1] * startY[item][1];
};

export const exercises: Readonly<Record<string, Exercise>> = {
  'implicit-als-1': {
    kind: 'number',
    label: 'Score of C with alpha 2',
    expected: () => scoreOf(C, 2),
    tolerance: 0.005,
    digits: 2,
    says: 'still nearer to 0. One event moves a row only so far: the four empty cells pull towards 0.',
    mistakes: [
      {
        value: () => 3 / 7,
        says: 'Close: but the two factors are not solved apart. The −1 in A joins them.',
      },
      { value: () => scoreOf(0, 2), says: 'That is her score for A.' },
      {
        value: () => scoreOf(C, startSettings.alpha),
        says: 'That is her score with alpha 1. And with 2?',
      },
      {
        value: () => 10 / 34,
        says: 'In A alpha is 2 already. In b her own book counts 1 + alpha times as well: three times.',
      },
    ],
  },
  'implicit-als-2': {
    kind: 'choice',
    label: 'Whether it tells them apart',
    // Were they all alike to it, nothing would draw Eve anywhere.
    answers: ['Yes, by the preference p', 'Yes, by the confidence c', 'No, all cells are alike'],
    right: () => (scoreOf(C, 0) > scoreOf(0, 0) ? 0 : 2),
    says: 'It is then a plain factorisation of zeros and ones; confidence sets only what an error costs.',
    wrong: {
      1: 'With alpha 0 the confidence is 1 everywhere.',
      2: 'They weigh the same, but the model is asked for 1 in the one and for 0 in the other.',
    },
  },
  'implicit-als-3': {
    kind: 'choice',
    label: 'The genres on the map',
    answers: ['Easier to tell apart', 'Harder: most have to share', 'As before'],
    right: () => 1,
    says: 'The map shows the whole space now, and the space is too small.',
    wrong: {
      0: 'The map does show everything now. But how much is everything, with two directions?',
      2: 'The map had only the two strongest of many directions before; the rest of them are gone now.',
    },
  },
  'implicit-als-4': {
    kind: 'code',
    name: 'solveOne',
    start: `/**
 * One user's factor, where there is one factor only.
 * @param items what the user has met
 * @param y the factor of every item
 */
export function solveOne(
  items: number[],
  y: number[],
  alpha: number,
  reg: number,
): number {
  let A = reg;
  let b = 0;
  return b / A;
}
`,
    says: 'With several factors the same sums are matrices, and the division is a solve.',
  },
};
