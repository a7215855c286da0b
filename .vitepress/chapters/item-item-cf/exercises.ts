import { ItemItemCF } from '../../../code/recsys.ts';
import { paperLog } from '../../kit/paper.ts';
import { books, people } from '../../kit/paperNames.ts';
import type { Exercise } from '../../reader/learning/exercise.ts';

/** The cosine of two items: the first has so many users, the other the first few of them. */
function cosineOf(many: number, few: number): number {
  const rows = Array.from({ length: many }, (_, u) => [u, 0, 0] as const);
  const others = Array.from({ length: few }, (_, u) => [u, 1, 0] as const);
  return new ItemItemCF().fit([...rows, ...others], many, 2).similarity(0)[1];
}

/** What is left of the similarity of book A and another one, with shrink 1. */
function keeps(other: number): number {
  const [whole, shrunk] = [0, 1].map(
    (shrink) =>
      new ItemItemCF({ shrink }).fit(paperLog, people.length, books.length).similarity(0)[other],
  );
  return shrunk / whole;
}

export const exercises: Readonly<Record<string, Exercise>> = {
  'item-item-cf-1': {
    kind: 'number',
    label: 'S with 64 users',
    expected: () => cosineOf(64, 4),
    tolerance: 0.005,
    digits: 2,
    says: '4 / √(64 · 4). Having the item that everybody has says less about a person.',
    mistakes: [
      { value: () => cosineOf(16, 4), says: 'That is the one with 16 users. And with 64?' },
      {
        value: () => 4 / 64,
        says: 'That is the share of the first item’s users, or the Jaccard similarity. Divide by √(64 · 4).',
      },
      { value: () => 4 / 256, says: 'The square root below the line is missing.' },
      { value: () => 1, says: 'All of j’s users have i, but few of i’s users have j.' },
    ],
  },
  'item-item-cf-2': {
    kind: 'choice',
    label: 'Who loses the larger part',
    answers: ['C', 'D', 'Both the same part'],
    right: () => (keeps(2) < keeps(3) ? 0 : 1),
    says: '√8 / (√8 + 1) is less than √12 / (√12 + 1). The pair with less evidence loses more.',
    wrong: {
      1: 'D stands on more readers: √12 + 1 is nearer to √12 than √8 + 1 is to √8.',
      2: 'The same shrink is added to √8 and to √12: the smaller one feels it more.',
    },
  },
  'item-item-cf-3': {
    kind: 'code',
    name: 'similarity',
    start: `/** Cosine of two items, each given as the users who took it. */
export function similarity(a: number[], b: number[]): number {
  const common = a.filter((user) => b.includes(user)).length;
  return common;
}
`,
    says: 'For all pairs at once, this is the table of the chapter.',
  },
  'item-item-cf-4': {
    kind: 'code',
    name: 'neighbours',
    start: `/** Cosine of two items, each given as the users who took it. */
function similarity(a: number[], b: number[]): number {
  const common = a.filter((user) => b.includes(user)).length;
  if (common === 0) return 0;
  return common / Math.sqrt(a.length * b.length);
}

/**
 * How similar item i is to every item: 0 for itself, and 0 for all
 * that are not among its n nearest.
 * @param readers the users of every item
 */
export function neighbours(
  readers: number[][],
  i: number,
  n: number,
  shrink: number,
): number[] {
  return readers.map((users, j) =>
    j === i ? 0 : similarity(readers[i], users),
  );
}
`,
    says: 'These rows, one for each item, are the table that a shop computes at night.',
  },
};
