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
    kind: 'choice',
    label: 'What happened',
    answers: [
      'The models became more alike',
      'There is less to see them by',
      'Popularity became better',
    ],
    right: () => 1,
    says: 'Most test users now say nothing about any model, so the same skill leaves fewer hits.',
    wrong: {
      0: 'They learn from nearly the same rows as before, so they are nearly the same models.',
      2: 'Look at its recall: it has fallen too.',
    },
  },
};
