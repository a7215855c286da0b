import { mapAtK, ndcgAtK, precisionAtK, recallAtK } from '../../../code/recsys.ts';
import type { Exercise } from '../../reader/learning/exercise.ts';
import { listWithHitAt } from '../../reader/learning/lists.ts';

/** How many of the four metrics are the same at k = 1, on lists with and without a hit there. */
function agreeingAtOne(): number {
  const places = [1, 2, 0, 1, 5];
  const lists = new Map(places.map((place, user) => [user, listWithHitAt(place, 5)]));
  const truth = new Map(places.map((_, user) => [user, 0]));
  const values = [recallAtK, precisionAtK, ndcgAtK, mapAtK].map((of) => of(lists, truth, 1));
  return values.filter((value) => Math.abs(value - values[0]) < 1e-12).length;
}

/** A colleague's test: whom she asks, who had the hidden item before, and how many hits she reports. */
const asked = 200;
const repeats = 120;
const hits = 40;

/** Recall among the people whom a list can serve; so many of them find theirs. */
function recallOfServed(): number {
  const served = Array.from({ length: asked - repeats }, (_, user) => user);
  const lists = new Map(served.map((user) => [user, listWithHitAt(user < hits ? 1 : 0, 10)]));
  return recallAtK(lists, new Map(served.map((user) => [user, 0])), 10);
}

const chance = 0.2;
const seeds = 5;

export const exercises: Readonly<Record<string, Exercise>> = {
  'leaderboard-1': {
    kind: 'choice',
    label: 'Which agree at 1',
    answers: ['Recall and precision', 'nDCG and MAP', 'All four'],
    right: () => (agreeingAtOne() === 4 ? 2 : 0),
    says: 'A list of one finds the item at rank 1, where each metric pays 1, or it does not.',
    wrong: {
      0: 'These two do. And what do the other two pay at rank 1?',
      1: 'These two do. And what are the other two, with one place?',
    },
  },
  'leaderboard-2': {
    kind: 'number',
    label: 'Chance',
    expected: () => 1 - Array.from({ length: seeds }, () => 1 - chance).reduce((a, b) => a * b, 1),
    tolerance: 0.006,
    digits: 2,
    says: 'two times out of three the search succeeds, and proves nothing.',
    mistakes: [
      {
        value: () => seeds * chance,
        says: 'Chances do not add up: then six seeds would be more than certain.',
      },
      { value: () => chance, says: 'That is one seed. You have five tries.' },
      {
        value: () => chance ** seeds,
        says: 'That is the chance of coming first five times out of five.',
      },
      {
        value: () => (1 - chance) ** seeds,
        says: 'That is the chance that it never comes first. You want the others.',
      },
    ],
  },
  'leaderboard-3': {
    kind: 'number',
    label: 'Recall among those who can be served',
    expected: recallOfServed,
    tolerance: 0.005,
    digits: 2,
    says: 'the other people say nothing of any model: no list could have held what they took.',
    mistakes: [
      {
        value: () => hits / asked,
        says: 'That is what she reports, over all whom she asked. Leave out those whom no list can serve.',
      },
      {
        value: () => (asked - repeats) / asked,
        says: 'That is her ceiling: the best that any model could have reached.',
      },
      {
        value: () => hits / repeats,
        says: 'Those are the people who cannot be served. How many can?',
      },
    ],
  },
  'leaderboard-4': {
    kind: 'code',
    name: 'pValue',
    start: `/** How often fair coins fall as unevenly as this, or more so. */
export function pValue(gained: number, lost: number): number {
  return 1;
}
`,
    says: 'That is McNemar’s exact test. In a table of many pairs it still has to be corrected.',
  },
};
