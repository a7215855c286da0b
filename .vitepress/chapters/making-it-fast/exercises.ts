import type { Exercise } from '../../reader/learning/exercise.ts';
import { wholeSpeedup } from './amdahl.ts';

const [share, faster] = [0.9, 9];

type Row = readonly number[];
const inOrder = (row: Row): number => row.reduce((sum, value) => sum + value, 0);
const everySecond = (row: Row, from: number): Row => row.filter((_, n) => n % 2 === from);
/** What two readers’ sums are made of. */
const rows: readonly Row[] = [
  [0.1, 0.2, 0.3],
  [0.7, 0.1, 0.3],
];

/** Three ways to share a half-step, and the sums that they come to. */
const changes: readonly { readonly answer: string; readonly sums: () => number[] }[] = [
  {
    answer: 'Half of a reader’s items on each core, and both halves added',
    sums: () => rows.map(([first, ...rest]) => first + inOrder(rest)),
  },
  {
    answer: 'Half of the readers on each core',
    sums: () => [rows.slice(0, 1), rows.slice(1)].flatMap((half) => half.map(inOrder)),
  },
  {
    answer: 'Every second item of a reader on each core, and both sums added',
    sums: () => rows.map((row) => inOrder(everySecond(row, 0)) + inOrder(everySecond(row, 1))),
  },
];
const keepsBits = (sums: readonly number[]): boolean =>
  sums.every((sum, n) => Object.is(sum, inOrder(rows[n])));

export const exercises: Readonly<Record<string, Exercise>> = {
  'making-it-fast-1': {
    kind: 'number',
    label: 'Times as fast',
    expected: () => wholeSpeedup(share, faster),
    tolerance: 0.005,
    digits: 1,
    says: 'the tenth that did not change is half of the new time. With sums that took no time at all the fit would be ten times as fast, and never more.',
    mistakes: [
      {
        value: () => faster,
        says: 'That would be so if the sums were all there is. The other tenth takes as long as before.',
      },
      {
        value: () => share * faster,
        says: 'Shares of a time can be added, speeds can’t. How long does each part take afterwards?',
      },
      {
        value: () => share * faster + (1 - share),
        says: 'Shares of a time can be added, speeds can’t. How long does each part take afterwards?',
      },
    ],
  },
  'making-it-fast-2': {
    kind: 'choice',
    label: 'What keeps every bit',
    answers: changes.map(({ answer }) => answer),
    right: () => changes.findIndex(({ sums }) => keepsBits(sums())),
    says: 'each reader’s sum is added as before, only on another core.',
    wrong: {
      0: 'Then two partial sums are added in the end, which rounds elsewhere: (0.1 + 0.2) + 0.3 is not 0.1 + (0.2 + 0.3).',
      2: 'Two partial sums again, in which other numbers come together first: (0.7 + 0.3) + 0.1 is not (0.7 + 0.1) + 0.3.',
    },
  },
  'making-it-fast-3': {
    kind: 'code',
    name: 'sumOfRow',
    start: `/**
 * S = Σ y yᵀ [factors x factors] over the items of user u.
 * @param Y [items x factors]
 * @param indptr, indices the sparse table, its rows the users
 */
export function sumOfRow(
  Y: readonly number[][],
  indptr: readonly number[],
  indices: readonly number[],
  u: number,
): number[][] {
  const f = Y[0].length;
  const S = Array.from({ length: f }, () => Array<number>(f).fill(0));
  return S;
}
`,
    says: 'No zero was visited: the row says which items there are.',
  },
};
