// The test that the reader writes, held against the module's.
import { signFlip } from '../../../code/evaluation/comparisons.ts';
import type { CodeTask } from '../../run/isolated/exercises.ts';

const repeat = (value: number, times: number): number[] => Array<number>(times).fill(value);

/** The chance of at most so many heads in m tosses. */
function tail(m: number, most: number): number {
  let [term, sum] = [0.5 ** m, 0];
  for (let heads = 0; heads <= most; heads++) {
    sum += term;
    term *= (m - heads) / (heads + 1);
  }
  return sum;
}

export const codeTasks: Readonly<Record<string, CodeTask>> = {
  'leaderboard-4': {
    name: 'pValue',
    edges: [
      [9, 1],
      [1, 9],
      [6, 0],
      [5, 5],
      [0, 0],
    ],
    draw: (draw) => [Math.floor(draw() * 20), Math.floor(draw() * 20)],
    book: (gained: number, lost: number) => signFlip([...repeat(1, gained), ...repeat(-1, lost)]),
    mistakes: [
      {
        gives: (gained: number, lost: number) => tail(gained + lost, Math.min(gained, lost)),
        says: 'That counts one side. Nine to one for the other model would have surprised us as much, so double it.',
      },
      {
        gives: (gained: number, lost: number) => 2 * tail(gained + lost, Math.min(gained, lost)),
        says: 'It is right until the two are equal: then both sides share the middle, and twice the sum is more than 1.',
      },
      {
        gives: (gained: number, lost: number) =>
          Math.min(1, 2 * tail(gained + lost, Math.min(gained, lost) - 1)),
        says: 'A result as clear as ours counts too, not only clearer ones.',
      },
    ],
  },
};
