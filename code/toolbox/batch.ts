// #region batch
/**
 * Lists for many users at once.
 */
import { bad, checkCells, checkInteger, isInteger } from './guard.ts';
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

/** Throws for what no batch can be of. */
export function checkBatch(
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
