import { bprStep, buildMatrix, sampleNegative, topK } from '../../../code/recsys.ts';
import type { Exercise } from '../../reader/learning/exercise.ts';

const lr = 0.05;

/** How far one step moves x, in terms of yi - yj, where the margin is 0. */
function movedAtZero(): number {
  const row = (...values: number[]) => Float64Array.of(...values, 0, 0, 0);
  const X = { data: row(0), height: 1, width: 1, stride: 4 };
  const Y = { data: Float64Array.of(1, 0, 0, 0, 0, 0, 0, 0), height: 2, width: 1, stride: 4 };
  bprStep(X, Y, 0, 0, 1, { lr, reg: 0 });
  return X.data[0];
}

/** The item that the draw n = 2 gives to somebody with these items of seven. */
function drawnItem(): number {
  const has = [1, 2, 5].map((item) => [0, item, 0] as const);
  // The third of four unseen items.
  return sampleNegative(() => 2.5 / 4, buildMatrix(has, 1, 7), 0);
}

/** Whether a list stays when all items move by 7 along one axis. */
function listStays(): boolean {
  const x = [0.5, -1];
  const Y = [
    [1, 0.2],
    [-0.3, 0.1],
    [0.4, -0.9],
    [0.8, 0.8],
  ];
  const listOf = (shift: number): string =>
    topK(
      Float64Array.from(Y, ([a, b]) => x[0] * (a + shift) + x[1] * b),
      [],
      Y.length,
    ).join();
  return listOf(0) === listOf(7);
}

export const exercises: Readonly<Record<string, Exercise>> = {
  'bpr-1': {
    kind: 'number',
    label: 'Times yᵢ − yⱼ',
    expected: movedAtZero,
    tolerance: 0.0005,
    digits: 3,
    says: 'half of the learning rate, because w is one half at margin 0.',
    mistakes: [
      { value: () => lr, says: 'The weight w is missing. What is it at m = 0?' },
      { value: () => 0.5, says: 'That is w. The step is as long as the learning rate makes it.' },
      { value: () => 0, says: 'At margin 0 the two are level, and level is not yet in order.' },
    ],
  },
  'bpr-2': {
    kind: 'number',
    label: 'Item',
    expected: drawnItem,
    tolerance: 0,
    digits: 0,
    says: 'unseen are 0, 3, 4 and 6, counted from 0.',
    mistakes: [
      { value: () => 3, says: 'Count from 0: n = 0 is the first unseen item.' },
      { value: () => 2, says: 'The user has item 2. n counts the unseen ones alone.' },
      { value: () => 5, says: 'The user has item 5. n counts the unseen ones alone.' },
    ],
  },
  'bpr-3': {
    kind: 'choice',
    label: 'Whether the list changes',
    answers: ['Yes', 'No', 'Only for users with a large factor there'],
    right: () => (listStays() ? 1 : 0),
    says: 'Every score of one user shifts by the same amount, and all margins stay.',
    wrong: {
      0: 'The scores change. But by how much does each of them change, for one user?',
      2: 'The larger the factor, the larger the shift. It is the same for all items, though.',
    },
  },
  'bpr-4': {
    kind: 'code',
    name: 'step',
    start: `/** One step on a triple: x, yi and yj after it. */
export function step(
  x: number[],
  yi: number[],
  yj: number[],
  lr: number,
  reg: number,
): [x: number[], yi: number[], yj: number[]] {
  let margin = 0;
  x.forEach((value, f) => (margin += value * (yi[f] - yj[f])));
  const w = 1 / (1 + Math.exp(margin));
  return [x, yi, yj];
}
`,
    says: 'A few hundred thousand of these are the training of the chapter.',
  },
};
