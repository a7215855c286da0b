// #region batch
/**
 * Lists for many users at once.
 */
import { readBlocked } from './blocked.ts';
import type { ListOptions } from './blocked.ts';
import {
  bad,
  checkCells,
  checkInteger,
  checkOptions,
  isInteger,
} from './guard.ts';
import { checkIterable } from './rows.ts';
// #endregion batch

// #region batch-options
/** The options of a list, for many lists. */
export interface BatchOptions {
  /** The same for all, or what must not come to a user. */
  readonly exclude?:
    Iterable<number> | ((user: number) => Iterable<number>);
  /** Nothing but these may come, to anybody. */
  readonly only?: Iterable<number>;
}

/** The options for each user in turn: what can be read but once is kept. */
export function readEach(
  where: string,
  options: BatchOptions | undefined,
): (user: number) => ListOptions | undefined {
  if (options === undefined) return () => undefined;
  checkOptions(where, options, ['exclude', 'only']);
  const { exclude, only } = options;
  const kept: { exclude?: readonly number[]; only?: readonly number[] } =
    {};
  if (only !== undefined) kept.only = keep(where, 'only', only);
  if (typeof exclude === 'function') {
    return (user) => ({ ...kept, exclude: exclude(user) });
  }
  if (exclude !== undefined) kept.exclude = keep(where, 'exclude', exclude);
  return () => kept;
}

function keep(
  where: string,
  name: string,
  items: Iterable<number>,
): readonly number[] {
  checkIterable(where, name, items);
  return Array.from(items);
}

/** What the options rule out for each user, read once where it is the same. */
export function blockedForEach(
  where: string,
  options: BatchOptions | undefined,
  nItems: number,
): (user: number) => Uint8Array | undefined {
  const optionsFor = readEach(where, options);
  if (typeof options?.exclude === 'function') {
    return (user) => readBlocked(where, optionsFor(user), nItems);
  }
  const marks = readBlocked(where, optionsFor(0), nItems);
  return () => marks;
}
// #endregion batch-options

// #region recommend-batch
/** What can be asked for lists. */
interface Asked {
  recommend(user: number, k?: number, options?: ListOptions): number[];
  recommendBatch?(
    users: ArrayLike<number>,
    k?: number,
    options?: BatchOptions,
  ): Int32Array;
}

/**
 * The lists of many users, as `recommend` gives them one by one: faster,
 * and in one array.
 * @param users ids, in any order; one may come twice
 * @returns [users x k] item ids, best first; -1 where a list is shorter
 * @throws RangeError or TypeError for a bad user, k or options, and for
 *   more numbers than fit; Error before `fit`
 */
export function recommendBatch(
  model: Asked,
  users: ArrayLike<number>,
  k = 10,
  options?: BatchOptions,
): Int32Array {
  const where = 'recommendBatch';
  checkBatch(where, users, k);
  if (model.recommendBatch) return model.recommendBatch(users, k, options);
  const optionsFor = readEach(where, options);
  const lists = new Int32Array(users.length * k).fill(-1);
  for (let n = 0; n < users.length; n++) {
    const user = users[n];
    const list = model.recommend(user, k, optionsFor(user));
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
