// #region rows
/**
 * Reading logs: every row is checked before it is used.
 */
import { shuffle, stream } from './draws.ts';
import {
  bad,
  checkInteger,
  checkSize,
  isIndex,
  isInteger,
  MAX_ID,
  MAX_SIZE,
} from './guard.ts';
// #endregion rows

// #region interaction
/** One event: this user met this item at this time. */
export type Interaction = readonly [
  user: number,
  item: number,
  time: number,
];
// #endregion interaction

// #region reading-logs
/** A training log in columns. */
export interface Log {
  readonly users: number[];
  readonly items: number[];
  readonly times: number[];
  readonly nUsers: number;
  readonly nItems: number;
  /** The latest time; -Infinity for an empty log. */
  readonly now: number;
}

/** Reads the rows once, whatever iterable they come in. */
export function readLog(
  where: string,
  train: Iterable<Interaction>,
  nUsers: number,
  nItems: number,
): Log {
  checkSize(where, 'nUsers', nUsers);
  checkSize(where, 'nItems', nItems);
  const users: number[] = [];
  const items: number[] = [];
  const times: number[] = [];
  let now = -Infinity;
  readRows(where, 'train', train, nUsers, nItems, (u, i, t) => {
    users.push(u);
    items.push(i);
    times.push(t);
    if (t > now) now = t;
  });
  return { users, items, times, nUsers, nItems, now };
}

/** Row numbers of the interactions with one item. */
export function eventsOf({ items }: Log, item: number): number[] {
  return Array.from(items.keys()).filter((n) => items[n] === item);
}

/** Row numbers by time, then user, then item: one order for any log. */
export function inTimeOrder({ users, items, times }: Log): number[] {
  return Array.from(times.keys()).sort(
    (m, n) =>
      times[m] - times[n] || users[m] - users[n] || items[m] - items[n],
  );
}
// #endregion reading-logs

// #region rows-by-user
/** The rows of each user who has any, as they come. */
export function groupByUser(
  where: string,
  interactions: Iterable<Interaction>,
  nUsers: number,
): Map<number, Interaction[]> {
  checkSize(where, 'nUsers', nUsers);
  const byUser = new Map<number, Interaction[]>();
  readRows(
    where,
    'interactions',
    interactions,
    nUsers,
    MAX_ID,
    (...row) => {
      const rows = byUser.get(row[0]);
      if (rows) rows.push(row);
      else byUser.set(row[0], [row]);
    },
  );
  return byUser;
}

/** As `groupByUser`; by time, and at one time by item or as drawn. */
export function sortedByUser(
  where: string,
  interactions: Iterable<Interaction>,
  nUsers: number,
  tieSeed?: number,
): Map<number, Interaction[]> {
  const byUser = groupByUser(where, interactions, nUsers);
  for (const rows of byUser.values()) sortByTime(rows, tieSeed);
  return byUser;
}

function sortByTime(rows: Interaction[], tieSeed?: number): void {
  rows.sort((a, b) => a[2] - b[2] || a[1] - b[1]);
  if (tieSeed === undefined || rows.length === 0) return;
  const places = Int32Array.from(rows.keys());
  shuffle(stream('ties', tieSeed, rows[0][0]), places);
  const drawn = Array.from(places, (place) => rows[place]);
  // Sorting keeps the drawn order of what has one time.
  drawn.sort((a, b) => a[2] - b[2]);
  drawn.forEach((row, n) => {
    rows[n] = row;
  });
}

/** A user's interactions, oldest first. */
export interface Past {
  readonly items: number[];
  readonly times: number[];
}

/** Each user's interactions, also for users who have none. */
export function pastOf(log: Log): Past[] {
  const past = Array.from({ length: log.nUsers }, (): Past => {
    return { items: [], times: [] };
  });
  for (const n of inTimeOrder(log)) {
    past[log.users[n]].items.push(log.items[n]);
    past[log.users[n]].times.push(log.times[n]);
  }
  return past;
}
// #endregion rows-by-user

// #region reading-rows
/** An iterator gives its rows once: the next to ask would learn nothing. */
const read = new WeakSet<object>();

/**
 * Gives the rows one by one to `take`, each checked before. Every number is
 * read once: what was checked is what is used.
 */
export function readRows(
  where: string,
  name: string,
  rows: Iterable<Interaction>,
  nUsers: number,
  nItems: number,
  take: (user: number, item: number, time: number) => void,
): void {
  const given: unknown = typeof rows === 'object' && rows;
  if (!given || typeof rows[Symbol.iterator] !== 'function') {
    throw bad(TypeError, where, name, 'an iterable of interactions', rows);
  }
  if ('next' in rows) {
    const needed = 'an iterator that has not been read before';
    if (read.has(rows)) throw bad(RangeError, where, name, needed, rows);
    read.add(rows);
  }
  let n = 0;
  for (const row of rows) {
    if (!Array.isArray(row) || row.length !== 3) {
      throw bad(
        TypeError,
        where,
        `${name}[${n}]`,
        '[user, item, time]',
        row,
      );
    }
    // By index: taking a row apart with [u, i, t] is slower by far.
    const u = row[0];
    const i = row[1];
    const t = row[2];
    if (!isIndex(u, nUsers) || !isIndex(i, nItems) || !isInteger(t)) {
      checkInteger(where, `user of ${name}[${n}]`, u, 0, nUsers - 1);
      checkInteger(where, `item of ${name}[${n}]`, i, 0, nItems - 1);
      checkInteger(where, `time of ${name}[${n}]`, t);
    }
    if (n === MAX_SIZE) {
      throw new RangeError(
        `${where}: ${name} must have at most ${n} rows, got more`,
      );
    }
    take(u, i, t);
    n++;
  }
}

/** The ids, each once, in ascending order. */
export function readItems(
  where: string,
  name: string,
  items: Iterable<number>,
  nItems: number,
): number[] {
  const given: unknown = typeof items === 'object' && items;
  if (!given || typeof items[Symbol.iterator] !== 'function') {
    throw bad(TypeError, where, name, 'an iterable of item ids', items);
  }
  const ids = new Set<number>();
  let n = 0;
  for (const item of items) {
    checkInteger(where, `${name}[${n}]`, item, 0, nItems - 1);
    if (n === MAX_SIZE) {
      throw new RangeError(
        `${where}: ${name} must have at most ${n} ids, got more`,
      );
    }
    ids.add(item);
    n++;
  }
  return Array.from(ids).sort((a, b) => a - b);
}
// #endregion reading-rows
