import { EASE } from '../../../code/models/ease.ts';
import type { Interaction } from '../../../code/recsys.ts';
import type { Exercise } from '../../reader/learning/exercise.ts';

/** The weight from item 0 to item 1, where three people have the first, and two of them the second. */
function weightOf(l2: number): number {
  const rows: Interaction[] = [
    [0, 0, 0],
    [1, 0, 0],
    [2, 0, 0],
    [0, 1, 1],
    [1, 1, 1],
  ];
  return new EASE({ l2 }).fit(rows, 3, 2).weights[1];
}

export const exercises: Readonly<Record<string, Exercise>> = {
  'ease-1': {
    kind: 'number',
    label: 'The weight with l2 = 5',
    expected: () => weightOf(5),
    tolerance: 0.005,
    digits: 2,
    says: 'Two have both, over three who have the first, plus 5.',
    mistakes: [
      { value: () => weightOf(1), says: 'That is the weight with l2 = 1. And with 5?' },
      { value: () => 2 / 3, says: 'That is the weight without any l2.' },
      {
        value: () => 2 / 7,
        says: 'That is the weight the other way: below the line stand the people of the item that predicts.',
      },
    ],
  },
  'ease-2': {
    kind: 'choice',
    label: 'The table without the rule',
    answers: [
      'The cosines',
      'Almost the identity: each item predicts itself',
      'The same, with another diagonal',
    ],
    right: () => 1,
    says: 'An item says all there is to say about itself, so no other item is ever asked.',
    wrong: {
      0: 'Nothing in the objective divides by the roots of the counts.',
      2: 'With its own column at hand, an item needs nothing from the others: their weights fall to almost 0.',
    },
  },
  'ease-3': {
    kind: 'choice',
    label: 'What the weights are like with a huge l2',
    answers: ['The cosines', 'Counts of shared users, over l2', 'All exactly 0'],
    right: () => 1,
    says: 'l2 drowns all else in the matrix, and what is left of B is RᵀR / l2. The list then orders as sums of counts would.',
    wrong: {
      0: 'Almost, but nothing divides by how many users the two items have.',
      2: 'They are tiny, but their order is what makes a list, and that is still there.',
    },
  },
  'ease-4': {
    kind: 'code',
    name: 'column',
    start: `/** Solves A x = b. */
function solve(A: number[][], b: number[]): number[] {
  const M = A.map((row, i) => [...row, b[i]]);
  for (let p = 0; p < b.length; p++) {
    for (let i = 0; i < b.length; i++) {
      if (i === p) continue;
      const factor = M[i][p] / M[p][p];
      M[i] = M[i].map((value, c) => value - factor * M[p][c]);
    }
  }
  return M.map((row, i) => row[b.length] / row[i]);
}

/**
 * The weight of every item for item j, and 0 for j itself.
 * @param G how many users have both items [items x items]
 */
export function column(
  G: number[][],
  j: number,
  l2: number,
): number[] {
  return solve(G, G.map((row) => row[j]));
}
`,
    says: 'One regression for each column: EASE gets all of them from one inverse.',
  },
};
