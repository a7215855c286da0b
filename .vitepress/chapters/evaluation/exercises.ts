import { mapAtK, ndcgAtK } from '../../../code/recsys.ts';
import type { Exercise } from '../../reader/learning/exercise.ts';
import { listWithHitAt } from '../../reader/learning/lists.ts';

const k = 10;
const truth = (users: number): Map<number, number> =>
  new Map(Array.from({ length: users }, (_, user) => [user, 0]));
const lists = (...places: number[]): Map<number, number[]> =>
  new Map(places.map((place, user) => [user, listWithHitAt(place, 12)]));

/** The one rank whose hits give this MAP for each unit of recall. */
function rankOf(map: number): number {
  const ranks = Array.from({ length: k }, (_, n) => n + 1);
  return ranks.find((rank) => Math.abs(mapAtK(lists(rank), truth(1), k) - map) < 1e-9) ?? NaN;
}

export const exercises: Readonly<Record<string, Exercise>> = {
  'evaluation-1': {
    kind: 'number',
    label: 'nDCG',
    expected: () => ndcgAtK(lists(4), truth(1), k),
    tolerance: 0.005,
    digits: 3,
    says: '1 / log₂ 5. Set the slider to 4 to see it beside the other three.',
    mistakes: [
      { value: () => 0.5, says: 'That is 1 / log₂ 4: the rank is 4, so it is log₂ of 5.' },
      { value: () => 0.25, says: 'That is what MAP gives, 1 / rank. nDCG falls more gently.' },
      { value: () => 1, says: 'That is the recall. nDCG also asks where the hit stands.' },
    ],
  },
  'evaluation-2': {
    kind: 'number',
    label: 'Rank',
    expected: () => rankOf(0.02 / 0.2),
    tolerance: 0.5,
    digits: 0,
    says: 'MAP divided by recall is the mean of 1/rank over the hits, and here it is a tenth.',
    mistakes: [
      { value: () => 0.1, says: 'That is the mean of 1/rank over the hits. And the rank itself?' },
      { value: () => 1, says: 'At rank 1 MAP would be as large as recall.' },
      {
        value: () => 50,
        says: 'That is 1 / MAP. Only the hits count: divide by the recall first.',
      },
    ],
  },
  'evaluation-3': {
    kind: 'number',
    label: 'MAP@10',
    expected: () => mapAtK(lists(1, 3, 12, 0), truth(4), k),
    tolerance: 0.005,
    digits: 3,
    says: '(1 + 1/3) / 4. Rank 12 is below the cut, and the sum is divided by all four people.',
    mistakes: [
      { value: () => (1 + 1 / 3 + 1 / 12) / 4, says: 'Rank 12 is below the cut: it counts 0.' },
      {
        value: () => (1 + 1 / 3) / 2,
        says: 'Divide by all four users, not by the two with a hit.',
      },
      { value: () => 0.5, says: 'That is recall@10. MAP pays 1/rank for a hit.' },
    ],
  },
  'evaluation-4': {
    kind: 'code',
    name: 'mapOf',
    start: `/** What MAP@k pays for one person: 1 / rank of the item, or 0. */
export function mapOf(
  list: number[],
  item: number,
  k: number,
): number {
  return 0;
}
`,
    says: 'The mean over all people is MAP@k.',
  },
  'evaluation-5': {
    kind: 'number',
    label: 'People',
    expected: () => 300 * (0.09 / 0.03) ** 2,
    tolerance: 0.5,
    digits: 0,
    says: 'three times narrower takes nine times as many people.',
    mistakes: [
      {
        value: () => 900,
        says: 'The width falls with the square root of the number of people, not with the number.',
      },
      {
        value: () => 1200,
        says: 'Four times the people make it half as wide, and you want a third.',
      },
    ],
  },
};
