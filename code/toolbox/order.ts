// #region order
/**
 * Rows in order: of time, or user by user.
 */
import type { ColumnArrays } from './columns.ts';
import { shuffle, stream } from './draws.ts';
import type { Draw } from './draws.ts';
// #endregion order

// #region order-of-rows
/** Row numbers by time, then user, then item: one order for any log. */
export function inTimeOrder({ users, items, times }: ColumnArrays) {
  const order = byTime(times);
  const { length } = order;
  for (let from = 0, to = 0; from < length; from = to) {
    const time = times[order[from]];
    while (to < length && times[order[to]] === time) to++;
    if (to - from === 1) continue;
    sortRows(
      order.subarray(from, to),
      (m, n) => users[m] - users[n] || items[m] - items[n] || m - n,
    );
  }
  return order;
}

/**
 * The row numbers of each user who has any; users in the order of their
 * first rows. By time, and at one time by item or as drawn by `tieSeed`.
 */
export function* byUser(
  { users, items, times }: ColumnArrays,
  nUsers: number,
  tieSeed?: number,
): Generator<Int32Array, void> {
  for (const rows of groupRows(users, nUsers)) {
    sortRows(
      rows,
      (m, n) => times[m] - times[n] || items[m] - items[n] || m - n,
    );
    if (tieSeed !== undefined) {
      const draw = stream('ties', tieSeed, users[rows[0]]);
      drawTies(rows, times, draw);
    }
    yield rows;
  }
}

/** Puts rows of one time in an order that is drawn. */
function drawTies(rows: Int32Array, times: Float64Array, draw: Draw): void {
  const drawn = rows.slice();
  shuffle(draw, drawn);
  const place = new Map<number, number>();
  drawn.forEach((row, n) => place.set(row, n));
  const placeOf = (row: number) => place.get(row) ?? 0;
  sortRows(rows, (m, n) => times[m] - times[n] || placeOf(m) - placeOf(n));
}
// #endregion order-of-rows

// #region order-by-counting
/**
 * The row numbers of each user, as they come: one view after the other, as
 * there may be as many as rows.
 */
function* groupRows(
  users: Int32Array,
  nUsers: number,
): Generator<Int32Array, void> {
  const counts = new Int32Array(nUsers);
  const firsts: number[] = [];
  for (let n = 0; n < users.length; n++) {
    if (counts[users[n]]++ === 0) firsts.push(users[n]);
  }
  const next = new Int32Array(nUsers);
  let end = 0;
  for (const user of firsts) {
    next[user] = end;
    end += counts[user];
  }
  const rows = new Int32Array(users.length);
  for (let n = 0; n < users.length; n++) rows[next[users[n]]++] = n;
  for (const user of firsts) {
    yield rows.subarray(next[user] - counts[user], next[user]);
  }
}

/** Sorts row numbers where they are not in order already. */
function sortRows(
  rows: Int32Array,
  compare: (m: number, n: number) => number,
): void {
  for (let n = 1; n < rows.length; n++) {
    if (compare(rows[n - 1], rows[n]) <= 0) continue;
    rows.sort(compare);
    return;
  }
}

/** 2^32. */
const HIGH = 4294967296;

/**
 * Row numbers by time, those of one time as they come: a counting sort for
 * each 11 bits, the lowest first, so that time grows with the rows alone.
 */
function byTime(times: Float64Array): Int32Array {
  let order = new Int32Array(times.length);
  let isSorted = true;
  for (let n = 0; n < order.length; n++) {
    order[n] = n;
    if (times[n] < times[n - 1]) isSorted = false;
  }
  if (isSorted) return order;
  let other = new Int32Array(order.length);
  const digits = new Uint16Array(order.length);
  for (const shift of [0, 11, 22, 32, 43]) {
    const counts = new Int32Array(2049);
    for (let n = 0; n < order.length; n++) {
      const high = Math.floor(times[n] / HIGH);
      // Integers from -2^53 on: what is above 32 bits is made positive.
      const bits =
        shift < 32
          ? (times[n] - high * HIGH) >>> shift
          : (high + 2097152) >>> (shift - 32);
      digits[n] = shift === 22 ? bits : bits & 2047;
      counts[digits[n] + 1]++;
    }
    if (counts[digits[0] + 1] === order.length) continue;
    for (let d = 0; d < 2048; d++) counts[d + 1] += counts[d];
    for (let n = 0; n < order.length; n++) {
      other[counts[digits[order[n]]]++] = order[n];
    }
    [order, other] = [other, order];
  }
  return order;
}
// #endregion order-by-counting
