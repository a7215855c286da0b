import { decayWeight, topK, Trending } from '../../../code/recsys.ts';
import { paperLog } from '../../kit/paper.ts';
import { books, paperHalfLife, people } from '../../kit/paperNames.ts';
import type { Exercise } from '../../reader/learning/exercise.ts';

/** Whether the order stays when every weight is three times as large. */
function orderStays(): boolean {
  const model = new Trending({ halfLife: paperHalfLife });
  const scores = model.fit(paperLog, people.length, books.length).scores(0);
  const all = books.length;
  return (
    topK(scores, [], all).join() ===
    topK(
      scores.map((s) => 3 * s),
      [],
      all,
    ).join()
  );
}

export const exercises: Readonly<Record<string, Exercise>> = {
  'trending-1': {
    kind: 'number',
    label: 'New events',
    expected: () => 8 * decayWeight(3, 1),
    tolerance: 0.01,
    digits: 0,
    says: '½ · ½ · ½ is an eighth, and eight of those make one.',
    mistakes: [
      { value: () => 8 / 3, says: 'Three half-lives do not divide by three: each of them halves.' },
      { value: () => 4, says: 'That is what is left after one half-life. There are two more.' },
      { value: () => 8 / 6, says: 'Each half-life halves what is left: ½ · ½ · ½.' },
    ],
  },
  'trending-2': {
    kind: 'number',
    label: 'New score',
    expected: () => 5 * decayWeight(4, 2) + 1,
    tolerance: 0.005,
    digits: 2,
    says: 'the old score is brought to now first, and then the new event adds a whole one.',
    mistakes: [
      { value: () => 6, says: 'The old score is of four days ago, so fade it first.' },
      { value: () => 1.5, says: 'The new event is not old: add its 1 after the fading.' },
      { value: () => 3.5, says: 'Four days are two half-lives, so it halves twice.' },
    ],
  },
  'trending-3': {
    kind: 'choice',
    label: 'What happens to the list',
    answers: ['Nothing', 'Newer items rise', 'Older items rise'],
    right: () => (orderStays() ? 0 : 1),
    says: 'All scores grow alike. So the choice of “now” is free as well.',
    wrong: {
      1: 'All weights grow by the same factor, the new ones no more than the old.',
      2: 'All weights grow by the same factor, the old ones no more than the new.',
    },
  },
  'trending-4': {
    kind: 'code',
    name: 'update',
    start: `/**
 * The score of an item once an event arrives.
 * @param score what it was at its last event
 * @param last the time of that event
 * @param t the time of the new one
 */
export function update(
  score: number,
  last: number,
  t: number,
  halfLife: number,
): number {
  return score + 1;
}
`,
    says: 'One number and one time for each item are all that has to be kept.',
  },
};
