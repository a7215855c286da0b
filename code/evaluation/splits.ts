/**
 * Cuts in time: what was known at a moment, and what was taken after it.
 */
import { bad } from '../recsys.ts';
import type { Interaction } from '../recsys.ts';
import { MAX_ID } from '../toolbox/guard.ts';
import { groupByUser, readRows } from '../toolbox/rows.ts';

// #region split-at-time
/** What is for training, and the test item of each user. */
export interface Split {
  readonly train: Interaction[];
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
 * @returns train: in order of time; test: user -> item
 * @throws RangeError or TypeError for a share that is none, or a bad row
 */
export function splitAtTime(
  interactions: Iterable<Interaction>,
  share = 0.9,
): Split {
  checkShare('splitAtTime', 'share', share);
  const rows = inOrder('splitAtTime', interactions);
  return between(rows, cutAt(rows, share), Infinity);
}

/** Trains on what is before `cut`; tests on the rest that is before `end`. */
function between(
  rows: readonly Interaction[],
  cut: number,
  end: number,
): Split {
  const train = rows.filter(([, , time]) => time < cut);
  const met = new Set(train.map(([u, i]) => `${u} ${i}`));
  const test = new Map<number, number>();
  for (const [u, i, time] of rows) {
    if (time < cut || time >= end) continue;
    if (test.has(u) || met.has(`${u} ${i}`)) continue;
    test.set(u, i);
  }
  return { train, test };
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
export function splitAtTimes(
  interactions: Iterable<Interaction>,
  shares: readonly number[] = [0.5, 0.6, 0.7, 0.8, 0.9],
): Split[] {
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
  const rows = inOrder(where, interactions);
  const cuts = shares.map((share) => cutAt(rows, share));
  return cuts.map((cut, n) => between(rows, cut, cuts[n + 1] ?? Infinity));
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

/** The rows by time, then user, then item: one order for any log. */
function inOrder(
  where: string,
  interactions: Iterable<Interaction>,
): Interaction[] {
  const rows: Interaction[] = [];
  const name = 'interactions';
  readRows(where, name, interactions, MAX_ID, MAX_ID, (...row) => {
    rows.push(row);
  });
  return rows.sort((a, b) => a[2] - b[2] || a[0] - b[0] || a[1] - b[1]);
}

/** The time before which this share of the rows lies. */
function cutAt(rows: readonly Interaction[], share: number): number {
  return rows[Math.floor(share * rows.length)]?.[2] ?? 0;
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
  const byUser = groupByUser('countTiedTimes', interactions, nUsers);
  let tied = 0;
  for (const rows of byUser.values()) {
    const latest = rows.reduce(
      (max, [, , t]) => Math.max(max, t),
      -Infinity,
    );
    const last = rows.filter(([, , time]) => time === latest);
    if (last.some(([, item]) => item !== last[0][1])) tied++;
  }
  return { users: byUser.size, tied };
}
// #endregion tied-times
