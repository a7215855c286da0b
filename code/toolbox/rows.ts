// #region rows
/**
 * Reading logs: every row is checked before it is used.
 */
import { checkLengths, isColumns } from './columns.ts';
import type { ColumnArrays, Columns, Interaction } from './columns.ts';
import {
  bad,
  checkInteger,
  checkSize,
  isIndex,
  isInteger,
  MAX_SIZE,
} from './guard.ts';
// #endregion rows

// #region reading-logs
/** A training log that was read. */
export interface Log extends ColumnArrays {
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
  const log = readColumns(where, 'train', train, nUsers, nItems);
  let now = -Infinity;
  for (let n = 0; n < log.times.length; n++) {
    if (log.times[n] > now) now = log.times[n];
  }
  return { ...log, nUsers, nItems, now };
}

/** Checks the rows, and puts those in columns that are not. */
export function readColumns(
  where: string,
  name: string,
  rows: Iterable<Interaction>,
  nUsers: number,
  nItems: number,
): ColumnArrays {
  if (isColumns(rows)) {
    readRows(where, name, rows, nUsers, nItems, () => undefined);
    return rows;
  }
  let n = 0;
  let users = new Int32Array(1024);
  let items = new Int32Array(1024);
  let times = new Float64Array(1024);
  readRows(where, name, rows, nUsers, nItems, (user, item, time) => {
    if (n === users.length) {
      const room = 2 * n;
      const [fewUsers, fewItems, fewTimes] = [users, items, times];
      (users = new Int32Array(room)).set(fewUsers);
      (items = new Int32Array(room)).set(fewItems);
      (times = new Float64Array(room)).set(fewTimes);
    }
    users[n] = user;
    items[n] = item;
    times[n++] = time;
  });
  return {
    users: users.subarray(0, n),
    items: items.subarray(0, n),
    times: times.subarray(0, n),
  };
}
// #endregion reading-logs

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
  if (isColumns(rows)) {
    eachColumnRow(where, name, rows, nUsers, nItems, take);
    return;
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
      refuseRow(where, `${name}[${n}]`, [u, i, t], nUsers, nItems);
    }
    if (n === MAX_SIZE) throw tooMany(where, name, 'rows');
    take(u, i, t);
    n++;
  }
}

// #endregion reading-rows

// #region reading-columns
/** The same without a row for each row. */
function eachColumnRow(
  where: string,
  name: string,
  log: Columns,
  nUsers: number,
  nItems: number,
  take: (user: number, item: number, time: number) => void,
): void {
  checkLengths(where, name, log);
  const { users, items, times, length } = log;
  for (let n = 0; n < length; n++) {
    const u = users[n];
    const i = items[n];
    const t = times[n];
    if (!isIndex(u, nUsers) || !isIndex(i, nItems) || !isInteger(t)) {
      refuseRow(where, `${name}[${n}]`, [u, i, t], nUsers, nItems);
    }
    if (n === MAX_SIZE) throw tooMany(where, name, 'rows');
    take(u, i, t);
  }
}

/** Says which of the three it is. */
function refuseRow(
  where: string,
  row: string,
  [u, i, t]: Interaction,
  nUsers: number,
  nItems: number,
): void {
  checkInteger(where, `user of ${row}`, u, 0, nUsers - 1);
  checkInteger(where, `item of ${row}`, i, 0, nItems - 1);
  checkInteger(where, `time of ${row}`, t);
}

const tooMany = (where: string, name: string, what: string): Error =>
  new RangeError(
    `${where}: ${name} must have at most ${MAX_SIZE} ${what}, got more`,
  );

// #endregion reading-columns

// #region reading-items
/** The ids, each once, in ascending order. */
export function readItems(
  where: string,
  name: string,
  items: Iterable<number>,
  nItems: number,
): number[] {
  checkIterable(where, name, items);
  const ids = new Set<number>();
  let n = 0;
  for (const item of items) {
    checkInteger(where, `${name}[${n}]`, item, 0, nItems - 1);
    if (n === MAX_SIZE) throw tooMany(where, name, 'ids');
    ids.add(item);
    n++;
  }
  return Array.from(ids).sort((a, b) => a - b);
}

/** Throws for what is no list of ids. A text is none. */
export function checkIterable(
  where: string,
  name: string,
  items: Iterable<number>,
): void {
  const given: unknown = typeof items === 'object' && items;
  if (given && typeof items[Symbol.iterator] === 'function') return;
  throw bad(TypeError, where, name, 'an iterable of item ids', items);
}
// #endregion reading-items
