import { EASE } from '../../../code/models/ease.ts';
import type { Interaction } from '../../../code/recsys.ts';
import { paperLog } from '../../kit/paper.ts';
import { people } from '../../kit/paperNames.ts';
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

/** The weight for book D of each of so many copies of book A, with no other book there and a price of 1. */
function weightOfCopies(copies: number): number {
  const [bookA, bookD] = [0, 3];
  const rows = paperLog.flatMap(([user, item, time]): Interaction[] => {
    if (item === bookD) return [[user, copies, time]];
    if (item !== bookA) return [];
    return Array.from({ length: copies }, (_, copy) => [user, copy, time] as const);
  });
  return new EASE({ l2: 1 }).fit(rows, people.length, copies + 1).weights[copies];
}

export const exercises: Readonly<Record<string, Exercise>> = {
  'ease-1': {
    kind: 'number',
    label: 'The weight with λ = 5',
    expected: () => weightOf(5),
    tolerance: 0.005,
    digits: 2,
    says: 'Two have both, over three who have the first, plus 5.',
    mistakes: [
      { value: () => weightOf(1), says: 'That is the weight with λ = 1. And with 5?' },
      { value: () => 2 / 3, says: 'That is the weight without any price.' },
      {
        value: () => 2 / 7,
        says: 'That is the weight the other way: below the line stand the people of the item that predicts.',
      },
    ],
  },
  'ease-2': {
    kind: 'number',
    label: 'The weight of each copy',
    expected: () => weightOfCopies(2),
    tolerance: 0.005,
    digits: 3,
    says: '5a + 4a = 3. Together they say 2/3: what A says is heard once, and not twice.',
    mistakes: [
      {
        value: () => weightOfCopies(1),
        says: 'That is the weight of A alone. With two copies it would be heard twice.',
      },
      {
        value: () => weightOfCopies(1) / 2,
        says: 'Nearly, but they do not share 0.6: two small weights cost less than a large one. Write the line of one copy.',
      },
      {
        value: () => 3 / 8,
        says: 'That is the share without a price: add it to the 4 readers of the copy itself.',
      },
    ],
  },
  'ease-3': {
    kind: 'choice',
    label: 'What the weights are like with a huge λ',
    answers: ['The cosines', 'Counts of shared users, over λ', 'All exactly 0'],
    right: () => 1,
    says: 'λ drowns all else in the matrix, and what is left of B is RᵀR / λ. The list then orders as sums of counts would.',
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
