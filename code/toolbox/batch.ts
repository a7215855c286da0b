// #region batch
/**
 * Lists for many users at once.
 */
import { bestFirst, offerRange, roomFor } from './best.ts';
import type { Best } from './best.ts';
import { rowOfFlat } from './dense.ts';
import { rowDots } from './factors.ts';
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
      asked.push(waitingFor(requireFit(where, known, user), user, k));
    }
    scoreBlocks(known, asked);
    asked.forEach(({ best }, n) => {
      lists.set(bestFirst(best), (start + n) * k);
    });
  }
  return lists;
}

/** One user, and the best for them so far. */
interface Waiting {
  readonly x: Float64Array;
  readonly seen: Int32Array;
  readonly best: Best;
  /** How many of the seen items have passed. */
  passed: number;
}

/** Nobody without a history is given a list: there is no room in it. */
function waitingFor(
  { X, Y, R }: FittedFactors,
  user: number,
  k: number,
): Waiting {
  const seen = rowOf(R, user);
  const room = seen.length > 0 ? Math.min(k, Y.height - seen.length) : 0;
  return { x: rowOfFlat(X, user), seen, best: roomFor(room), passed: 0 };
}

/** Offers every item to every user, less what they have seen. */
function scoreBlocks(
  { Y }: FittedFactors,
  asked: readonly Waiting[],
): void {
  const scores = new Float64Array(ITEMS);
  for (let from = 0; from < Y.height; from += ITEMS) {
    const to = Math.min(from + ITEMS, Y.height);
    for (const one of asked) {
      if (one.best.ids.length === 0) continue;
      rowDots(scores, one.x, Y, from, to);
      let next = from;
      while (one.passed < one.seen.length && one.seen[one.passed] < to) {
        const seen = one.seen[one.passed++];
        offerRange(one.best, scores, next - from, seen - from, next);
        next = seen + 1;
      }
      offerRange(one.best, scores, next - from, to - from, next);
    }
  }
}
// #endregion factor-batch
