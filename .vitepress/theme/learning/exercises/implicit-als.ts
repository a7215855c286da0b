import { Matrix } from 'ml-matrix';
import { foldIn } from '../../../../code/recsys.ts';
import { startY, stepAlpha, stepReg } from '../../figures/implicit-als/exampleNumbers.ts';
import type { Exercise } from '../exercise.ts';

/** Eve has book C alone. */
const shelf = [2];
const eve = (alpha: number): number =>
  foldIn(Matrix.columnVector([...startY]), shelf, { alpha, reg: stepReg }).x[0];

export const exercises: Readonly<Record<string, Exercise>> = {
  'implicit-als-1': {
    kind: 'number',
    label: 'Score of A',
    expected: () => eve(stepAlpha) * startY[0],
    tolerance: 0.005,
    digits: 2,
    says: 'nearer to 0. One event moves a row only so far: the four empty cells pull towards 0.',
    mistakes: [
      { value: () => eve(stepAlpha), says: 'That is x. The score is x times the y of book A.' },
      {
        value: () => 4 / 3,
        says: 'A sums over all five books: YᵀY is 8 before Eve’s own is added.',
      },
      { value: () => 0.2 * startY[2] * 3, says: 'The y of book A is 2.' },
    ],
  },
  'implicit-als-2': {
    kind: 'choice',
    label: 'Whether it tells them apart',
    // Were they all alike to it, nothing would draw Eve anywhere.
    answers: ['Yes, by the preference p', 'Yes, by the confidence c', 'No, all cells are alike'],
    right: () => (eve(0) > 0 ? 0 : 2),
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
    says: 'The shadow is now the room, and the room is too small.',
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
export function solveOne(items: number[], y: number[], alpha: number, reg: number): number {
  let A = reg;
  let b = 0;
  return b / A;
}
`,
    says: 'With several factors the same sums are matrices, and the division is a solve.',
  },
};
