// The step that keeps a score without the log, held against the weight of the module.
import { decayWeight } from '../../../code/recsys.ts';
import type { CodeTask } from '../../run/isolated/exercises.ts';

/** What a sum over the whole log would give, once one more event is in it. */
export const updated = (score: number, last: number, t: number, halfLife: number): number =>
  score * decayWeight(t - last, halfLife) + 1;

export const codeTasks: Readonly<Record<string, CodeTask>> = {
  'trending-4': {
    name: 'update',
    edges: [
      [5, 0, 4, 2],
      [1, 3, 3, 2],
      [0, 0, 7, 3],
      [2.5, 10, 12, 2000],
    ],
    draw: (draw) => {
      const whole = (below: number): number => Math.floor(draw() * below);
      const last = whole(4000);
      return [whole(900) / 100, last, last + whole(4000), 1 + whole(3000)];
    },
    book: updated,
    mistakes: [
      {
        gives: (score: number) => score + 1,
        says: 'The old score is of an earlier time. Fade it to the time of the new event first.',
      },
      {
        gives: (score: number, last: number, t: number, halfLife: number) =>
          (score + 1) * decayWeight(t - last, halfLife),
        says: 'The new event is not old: add its 1 after the fading.',
      },
      {
        gives: (score: number, last: number, t: number, halfLife: number) =>
          score * decayWeight(t - last, halfLife * Math.LN2) + 1,
        says: 'After one half-life yours leaves 1/e, about 0.37. A half-life leaves a half.',
      },
    ],
  },
};
