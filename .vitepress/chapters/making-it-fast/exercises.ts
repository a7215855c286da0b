import type { Exercise } from '../../reader/learning/exercise.ts';
import { wholeSpeedup } from './amdahl.ts';

const [share, faster] = [0.8, 4];

export const exercises: Readonly<Record<string, Exercise>> = {
  'making-it-fast-1': {
    kind: 'number',
    label: 'Times as fast',
    expected: () => wholeSpeedup(share, faster),
    tolerance: 0.005,
    digits: 1,
    says: 'the fifth that did not change is half of the new time.',
    mistakes: [
      {
        value: () => faster,
        says: 'That would be so if the sums were all there is. The other fifth takes as long as before.',
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
