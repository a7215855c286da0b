// #region columns
/**
 * Logs in columns: three arrays in place of a small array for each row.
 */
import { bad } from './guard.ts';
// #endregion columns

// #region interaction
/** One event: this user met this item at this time. */
export type Interaction = readonly [
  user: number,
  item: number,
  time: number,
];
// #endregion interaction

// #region columns-of-a-log
/** The numbers of a log, column by column; row n is in place n of each. */
export interface ColumnArrays {
  readonly users: Int32Array;
  readonly items: Int32Array;
  readonly times: Float64Array;
}

/** A log in columns, which is a log like any other. */
export interface Columns extends ColumnArrays, Iterable<Interaction> {
  /** The number of rows. */
  readonly length: number;
}

/** A log as it is kept: row by row, or in columns. */
export type Rows = readonly Interaction[] | Columns;

/** What returns a log gives columns to whom it had columns from. */
export type FormOf<Log> = Log extends Columns ? Columns : Interaction[];

/** What `columns` made, and nothing that only looks like it. */
const knownColumns = new WeakSet<object>();

/**
 * A log in columns: it takes 16 bytes a row, an array for each row about a
 * hundred.
 *
 * Whatever takes a log takes it, checks it as strictly, and reads it
 * without making rows. The arrays are kept, not copied: what changes them
 * changes the log. A worker that is sent one gets the arrays alone, and
 * calls `columns` again.
 * @param arrays equally long; ids and times are checked when they are read
 * @throws TypeError for anything but such arrays; RangeError for lengths
 *   that differ
 */
export function columns(arrays: ColumnArrays): Columns {
  const given: unknown = arrays;
  if (typeof given !== 'object' || !given) {
    const needed = 'an object { users, items, times }';
    throw bad(TypeError, 'columns', 'arrays', needed, given);
  }
  const { users, items, times } = arrays;
  checkColumn('users', users, Int32Array);
  checkColumn('items', items, Int32Array);
  checkColumn('times', times, Float64Array);
  const log: Columns = new ColumnLog({ users, items, times });
  checkLengths('columns', '', log);
  knownColumns.add(log);
  return log;
}

// #endregion columns-of-a-log

// #region rows-of-columns
/** Whether this log is in columns. */
export function isColumns(log: unknown): log is Columns {
  return typeof log === 'object' && log !== null && knownColumns.has(log);
}

/** Each row of a log that was checked before, without making rows. */
export function visitRows(
  log: Rows,
  visit: (user: number, item: number, time: number) => void,
): void {
  if (!isColumns(log)) {
    for (const [user, item, time] of log) visit(user, item, time);
    return;
  }
  const { users, items, times, length } = log;
  for (let n = 0; n < length; n++) visit(users[n], items[n], times[n]);
}

/** These rows of a log, in this order, in the form of `given`. */
export function pickRows<Given>(
  given: Given,
  log: ColumnArrays,
  order: Int32Array,
): FormOf<Given> {
  const rows = isColumns(given)
    ? pickColumns(log, order)
    : pick(log, order);
  return rows as FormOf<Given>;
}

const pick = (log: ColumnArrays, order: Int32Array): Interaction[] =>
  Array.from(order, (n) => [log.users[n], log.items[n], log.times[n]]);

function pickColumns(log: ColumnArrays, order: Int32Array): Columns {
  const users = new Int32Array(order.length);
  const items = new Int32Array(order.length);
  const times = new Float64Array(order.length);
  for (let n = 0; n < order.length; n++) {
    users[n] = log.users[order[n]];
    items[n] = log.items[order[n]];
    times[n] = log.times[order[n]];
  }
  return columns({ users, items, times });
}
// #endregion rows-of-columns

// #region column-log
/** The iterator is the class's, so that a log can be sent to a worker. */
class ColumnLog implements Columns {
  readonly users: Int32Array;
  readonly items: Int32Array;
  readonly times: Float64Array;
  readonly length: number;

  constructor({ users, items, times }: ColumnArrays) {
    this.users = users;
    this.items = items;
    this.times = times;
    this.length = users.length;
    Object.freeze(this);
  }

  *[Symbol.iterator](): Generator<Interaction> {
    for (let n = 0; n < this.length; n++) {
      yield [this.users[n], this.items[n], this.times[n]];
    }
  }
}

/** Throws unless it is an array of this kind itself, not a likeness. */
function checkColumn(
  name: string,
  given: unknown,
  Kind: Int32ArrayConstructor | Float64ArrayConstructor,
): void {
  if (ArrayBuffer.isView(given) && given instanceof Kind) return;
  const needed = Kind === Int32Array ? 'an Int32Array' : 'a Float64Array';
  throw bad(TypeError, 'columns', name, needed, given);
}

/** An array that was sent away since has no length any more. */
export function checkLengths(where: string, name: string, log: Columns) {
  for (const column of ['users', 'items', 'times'] as const) {
    const { length } = log[column];
    if (length === log.length) continue;
    const which = name ? `${column} of ${name}` : column;
    const needed = `of length ${log.length}, as users is`;
    throw bad(RangeError, where, which, needed, length);
  }
}
// #endregion column-log
