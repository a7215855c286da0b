/**
 * Cuts in time: what was known at a moment, and what was taken after it.
 */
import { bad } from '../recsys.ts';
import type { ColumnArrays, FormOf, Interaction, Rows } from '../recsys.ts';
import { pickRows } from '../toolbox/columns.ts';
import { checkSize, MAX_ID } from '../toolbox/guard.ts';
import { byUser, inTimeOrder } from '../toolbox/order.ts';
import { readColumns } from '../toolbox/rows.ts';

// #region split-at-time
/** What is for training, and the test item of each user. */
export interface Split<Train extends Rows = Interaction[]> {
  readonly train: Train;
  readonly test: Map<number, number>;
}

/**
 * One cut in time for everybody: all events before it are for training;
 * the test item of a user is the first after it that is new to them.
 *
 * The cut falls where `share` of the events lie before it; events of the
 * same time stay together, on its later side. A user without a new item
 * after the cut has no test; one without an event before it is tested
 * cold.
 * @param share of the events before the cut, between 0 and 1
 * @returns train: in order of time, in columns where columns were given;
 *   test: user -> item
 * @throws RangeError or TypeError for a share that is none, or a bad row
 */
export function splitAtTime<Given extends Iterable<Interaction>>(
  interactions: Given,
  share = 0.9,
): Split<FormOf<Given>> {
  checkShare('splitAtTime', 'share', share);
  const log = inOrder('splitAtTime', interactions);
  return between(interactions, log, cutAt(log, share), Infinity);
}

/** Trains on what is before `cut`; tests on the rest that is before `end`. */
function between<Given>(
  given: Given,
  log: Ordered,
  cut: number,
  end: number,
): Split<FormOf<Given>> {
  const { users, items, times, order, isNew } = log;
  const before = order.findIndex((n) => times[n] >= cut);
  const test = new Map<number, number>();
  for (const n of before < 0 ? [] : order.subarray(before)) {
    if (times[n] >= end) break;
    if (isNew[n] && !test.has(users[n])) test.set(users[n], items[n]);
  }
  const rows = before < 0 ? order : order.subarray(0, before);
  return { train: pickRows(given, log, rows), test };
}
// #endregion split-at-time

// #region split-at-times
/**
 * Several cuts: each trains on all that is before it, and tests on what
 * comes between it and the next one. So every event is looked forward to
 * from one cut at most, and more people are asked than after a single cut.
 *
 * A user may be tested at several cuts, known at one and cold at another.
 * `leaderboardOver` fits at each cut and pools what comes of it.
 * @param shares of the events before each cut, ascending
 * @returns a split for each cut, in their order
 * @throws RangeError or TypeError for shares that are none, or a bad row
 */
export function splitAtTimes<Given extends Iterable<Interaction>>(
  interactions: Given,
  shares: readonly number[] = [0.5, 0.6, 0.7, 0.8, 0.9],
): Split<FormOf<Given>>[] {
  const where = 'splitAtTimes';
  const given: unknown = shares;
  if (!Array.isArray(given) || shares.length === 0) {
    const needed = 'an array of at least one share';
    throw bad(TypeError, where, 'shares', needed, given);
  }
  shares.forEach((share, n) => {
    checkShare(where, `shares[${n}]`, share);
    if (n === 0 || share > shares[n - 1]) return;
    const needed = `above ${shares[n - 1]}, as they ascend`;
    throw bad(RangeError, where, `shares[${n}]`, needed, share);
  });
  const log = inOrder(where, interactions);
  const cuts = shares.map((share) => cutAt(log, share));
  return cuts.map((cut, n) =>
    between(interactions, log, cut, cuts[n + 1] ?? Infinity),
  );
}
// #endregion split-at-times

// #region cuts
function checkShare(where: string, name: string, share: number): void {
  if (typeof share !== 'number') {
    throw bad(TypeError, where, name, 'between 0 and 1', share);
  }
  if (share > 0 && share < 1) return;
  throw bad(RangeError, where, name, 'between 0 and 1', share);
}

/** A log in order of time, and which event is the first of its kind. */
interface Ordered extends ColumnArrays {
  /** Row numbers by time, then user, then item: one order for any log. */
  readonly order: Int32Array;
  /** By row: 1 where the user has not met the item before. */
  readonly isNew: Uint8Array;
}

function inOrder(
  where: string,
  interactions: Iterable<Interaction>,
): Ordered {
  const name = 'interactions';
  const log = readColumns(where, name, interactions, MAX_ID, MAX_ID);
  const { users, items, times } = log;
  const order = inTimeOrder(log);
  const isNew = new Uint8Array(order.length);
  const met = new Map<number, Set<number>>();
  for (const n of order) {
    const own = met.get(users[n]) ?? new Set<number>();
    if (own.size === 0) met.set(users[n], own);
    if (!own.has(items[n])) isNew[n] = 1;
    own.add(items[n]);
  }
  return { users, items, times, order, isNew };
}

/** The time before which this share of the rows lies. */
function cutAt({ times, order }: Ordered, share: number): number {
  return times[order[Math.floor(share * order.length)]] ?? 0;
}
// #endregion cuts

// #region tied-times
/** How many users have no last item of their own. */
export interface TiedTimes {
  /** Users with an event. */
  readonly users: number;
  /** Those who took several items at their latest time. */
  readonly tied: number;
}

/**
 * Counts the users whose last event the log does not tell: they took
 * several items at their latest time. There `trainTestSplitLast` holds out
 * the one with the highest id, or with a `tieSeed` one that is drawn. Where
 * they are many, try several seeds before you believe a small difference.
 * @throws RangeError or TypeError for a bad row or nUsers
 */
export function countTiedTimes(
  interactions: Iterable<Interaction>,
  nUsers: number,
): TiedTimes {
  const where = 'countTiedTimes';
  checkSize(where, 'nUsers', nUsers);
  const name = 'interactions';
  const log = readColumns(where, name, interactions, nUsers, MAX_ID);
  const { items, times } = log;
  let [users, tied] = [0, 0];
  for (const rows of byUser(log, nUsers)) {
    users++;
    // In order of time, and at one time of item.
    const last = rows[rows.length - 1];
    const first = rows.find((n) => times[n] === times[last]) ?? last;
    if (items[first] !== items[last]) tied++;
  }
  return { users, tied };
}
// #endregion tied-times
