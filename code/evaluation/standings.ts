/**
 * Where a held-out item stands among all items, ties included. Every cut,
 * every rule for ties and every sample of the catalogue follows from it
 * without another fit.
 */
import { checkSplit } from './testUsers.ts';
import type { Dataset } from '../models.ts';
import { bad, buildMatrix, checkInteger, rowOf } from '../recsys.ts';
import type { Recommender, Rows } from '../recsys.ts';
import { isIndex } from '../toolbox/guard.ts';

// #region standings
/** Where a user's held-out item stands among the items they had not seen. */
export interface Standing {
  readonly user: number;
  /** Unseen items with a higher score. */
  readonly above: number;
  /** Other unseen items with the same score. */
  readonly tied: number;
  /** Of those, the ones with a lower id: the book lists them first. */
  readonly tiedBefore: number;
  /** All unseen items, the held-out one included. */
  readonly unseen: number;
}

/**
 * The standing of each test user's held-out item, in the order of `test`;
 * null where no list can hold it: the user has had the item, it is not in
 * the catalogue, or the model says nothing to this user.
 */
export function standings(
  model: Recommender,
  data: Dataset<Rows>,
): (Standing | null)[] {
  checkSplit('standings', data);
  const { train, test, nUsers, nItems } = data;
  const R = buildMatrix(train, nUsers, nItems);
  const hadBy = new Int32Array(nItems).fill(-1); // the last user who had it
  return Array.from(test, ([user, held]) => {
    if (!isIndex(held, nItems)) return null;
    const seen = rowOf(R, user);
    for (const i of seen) hadBy[i] = user;
    const scores = model.scores(user);
    // Who is told nothing has scores of 0: only there a list is needed.
    const isTold =
      scores[held] !== 0 || model.recommend(user, 1).length > 0;
    if (hadBy[held] === user || !isTold) return null;
    let above = 0;
    let tied = 0;
    let tiedBefore = 0;
    for (let i = 0; i < nItems; i++) {
      if (i === held || hadBy[i] === user) continue;
      if (scores[i] > scores[held]) above++;
      if (scores[i] !== scores[held]) continue;
      tied++;
      if (i < held) tiedBefore++;
    }
    return { user, above, tied, tiedBefore, unseen: nItems - seen.length };
  });
}
// #endregion standings

// #region ties
const tieRules = [
  'lower-id',
  'held-out-first',
  'held-out-last',
  'random',
] as const;

/** Who comes first among items with one score. */
export type TieRule = (typeof tieRules)[number];

/**
 * The chance that the held-out item is among the first k, under a rule for
 * ties. It is 0 or 1, but for the random order, where (k - above) of the
 * (tied + 1) equal places are within the list.
 */
export function chanceOfHit(
  standing: Standing | null,
  k: number,
  rule: TieRule,
): number {
  checkInteger('chanceOfHit', 'k', k, 0);
  if (!tieRules.includes(rule)) {
    const needed = `one of ${tieRules.join(', ')}`;
    throw bad(RangeError, 'chanceOfHit', 'rule', needed, rule);
  }
  if (!standing) return 0;
  const { above, tied, tiedBefore } = standing;
  const share = (k - above) / (tied + 1);
  if (rule === 'random') return Math.min(1, Math.max(0, share));
  const ahead = {
    'lower-id': tiedBefore,
    'held-out-first': 0,
    'held-out-last': tied,
  };
  return above + ahead[rule] < k ? 1 : 0;
}
// #endregion ties
