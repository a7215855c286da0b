// What the reader writes here, beside what the module gives: see run/isolated/exercises.ts.
import { leakOf } from '../../../code/evaluation/laboratory.ts';
import type { Interaction } from '../../../code/recsys.ts';
import type { CodeTask } from '../../run/isolated/exercises.ts';

type Numbers = readonly number[];

/** One person is tested, and another made all the rows. */
function leakOfRows(times: Numbers, testTime: number): number {
  const train = times.map((time): Interaction => [1, 1, time]);
  return leakOf(train, new Map([[0, 0]]), [...train, [0, 0, testTime]]);
}

const shareOf = (times: Numbers, isCounted: (time: number) => boolean): number =>
  times.length === 0 ? 0 : times.filter(isCounted).length / times.length;

export const codeTasks: Readonly<Record<string, CodeTask>> = {
  'laboratory-3': {
    name: 'leak',
    edges: [
      [[1, 2, 3, 4], 2],
      [[5, 5, 5], 5],
      [[], 3],
      [[9, 1, 7], 0],
    ],
    draw: (draw) => [
      Array.from({ length: Math.floor(draw() * 12) }, () => Math.floor(draw() * 20)),
      Math.floor(draw() * 20),
    ],
    book: leakOfRows,
    mistakes: [
      {
        gives: (times: Numbers, testTime: number) => shareOf(times, (time) => time >= testTime),
        says: 'A row at the very time of the test event is not later than it.',
      },
      {
        gives: (times: Numbers, testTime: number) => shareOf(times, (time) => time < testTime),
        says: 'That is the share of the past. The leak is what comes after the test event.',
      },
      {
        gives: (times: Numbers, testTime: number) => times.filter((time) => time > testTime).length,
        says: 'That counts the rows. Divide by how many there are.',
      },
      {
        gives: (times: Numbers, testTime: number) =>
          times.filter((time) => time > testTime).length / times.length,
        says: 'It is right wherever there are rows. Without any it divides by 0: nothing leaks then.',
      },
    ],
  },
};
