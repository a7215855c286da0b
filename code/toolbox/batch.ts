// #region batch
/**
 * Lists for many users at once.
 */
import { bestFirst, offerRange, roomFor } from './best.ts';
import type { Best } from './best.ts';
import { rowOfFlat } from './dense.ts';
import { pairDots, rowDots } from './factors.ts';
import type { FittedFactors } from './factors.ts';
import { requireFit } from './fitted.ts';
import { bad, checkCells, checkInteger, isInteger } from './guard.ts';
import { rowOf } from './sparse.ts';
// #endregion batch

// #region recommend-batch
/** What can be asked for lists. */
interface Asked {
  recommend(user: number, k?: number): number[];
  recommendBatch?(users: ArrayLike<number>, k?: number): Int32Array;
}

/**
 * The lists of many users, as `recommend` gives them one by one: faster,
 * and in one array.
 * @param users ids, in any order; one may come twice
 * @returns [users x k] item ids, best first; -1 where a list is shorter
 * @throws RangeError or TypeError for a bad user or k, and for more numbers
 *   than fit; Error before `fit`
 */
export function recommendBatch(
  model: Asked,
  users: ArrayLike<number>,
  k = 10,
): Int32Array {
  const where = 'recommendBatch';
  checkBatch(where, users, k);
  if (model.recommendBatch) return model.recommendBatch(users, k);
  const lists = new Int32Array(users.length * k).fill(-1);
  for (let n = 0; n < users.length; n++) {
    const user = users[n];
    const list = model.recommend(user, k);
    if (list.length > k) {
      const name = `list of user ${user}`;
      throw bad(RangeError, where, name, `of ${k} items`, list.length);
    }
    lists.set(list, n * k);
  }
  return lists;
}

function checkBatch(
  where: string,
  users: ArrayLike<number>,
  k: number,
): void {
  checkInteger(where, 'k', k, 1);
  const given: unknown = users;
  const isList = typeof given === 'object' && given && 'length' in given;
  if (!isList || !isInteger(users.length)) {
    throw bad(TypeError, where, 'users', 'a list of user ids', given);
  }
  checkCells(where, 'users x k', [users.length, k]);
}
// #endregion recommend-batch

// #region factor-batch
/** So many users wait for a block of items. */
const USERS = 64;
/** So many rows of Y stay in the cache while the users pass. */
const ITEMS = 256;

/** `recommendBatch` of a factor model: blocks of items, user by user. */
export function recommendByFactors(
  name: string,
  fitted: FittedFactors | undefined,
  users: ArrayLike<number>,
  k: number,
): Int32Array {
  const where = `${name}.recommendBatch`;
  const known = requireFit(where, fitted, 0);
  checkBatch(where, users, k);
  const lists = new Int32Array(users.length * k).fill(-1);
  for (let start = 0; start < users.length; start += USERS) {
    const end = Math.min(start + USERS, users.length);
    const asked: Waiting[] = [];
    for (let n = start; n < end; n++) {
      const user = users[n];
      const place = n * k;
      requireFit(where, known, user);
      // Nobody without a history is given a list.
      if (rowOf(known.R, user).length === 0) continue;
      asked.push(waitingFor(known, user, k, place));
    }
    scoreBlocks(known, asked);
    for (const { best, place } of asked) lists.set(bestFirst(best), place);
  }
  return lists;
}

// #endregion factor-batch

// #region score-blocks
/** One user, and the best for them so far. */
interface Waiting {
  /** Where their list begins among the lists. */
  readonly place: number;
  readonly x: Float64Array;
  readonly seen: Int32Array;
  readonly best: Best;
  /** How many of the seen items have passed. */
  passed: number;
}

function waitingFor(
  { X, Y, R }: FittedFactors,
  user: number,
  k: number,
  place: number,
): Waiting {
  const seen = rowOf(R, user);
  const best = roomFor(Math.min(k, Y.height - seen.length));
  return { place, x: rowOfFlat(X, user), seen, best, passed: 0 };
}

/** Offers every item to every user, less what they have seen. */
function scoreBlocks(
  { Y }: FittedFactors,
  asked: readonly Waiting[],
): void {
  const scores = [
    new Float64Array(ITEMS),
    new Float64Array(ITEMS),
  ] as const;
  for (let from = 0; from < Y.height; from += ITEMS) {
    const to = Math.min(from + ITEMS, Y.height);
    // Two at a time; the last of an odd number is alone.
    for (let n = 0; n < asked.length; n += 2) {
      const one = asked[n];
      const other = asked.at(n + 1);
      if (other) pairDots(scores, [one.x, other.x], Y, from, to);
      else rowDots(scores[0], one.x, Y, from, to);
      offerUnseen(one, scores[0], from, to);
      if (other) offerUnseen(other, scores[1], from, to);
    }
  }
}

/** The items of a block, whose scores begin with that of item `from`. */
function offerUnseen(
  one: Waiting,
  scores: Float64Array,
  from: number,
  to: number,
): void {
  const { best, seen } = one;
  let next = from;
  for (; seen[one.passed] < to; one.passed++) {
    const item = seen[one.passed];
    offerRange(best, scores, next - from, item - from, next);
    next = item + 1;
  }
  offerRange(best, scores, next - from, to - from, next);
}
// #endregion score-blocks
