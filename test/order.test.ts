import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byUser, inTimeOrder } from '../code/toolbox/order.ts';
import { eventsByItem, takersOf } from '../code/toolbox/past.ts';
import { readLog } from '../code/toolbox/rows.ts';
import { lcg, range } from './support/logs.ts';

interface Given {
  readonly users: Int32Array;
  readonly items: Int32Array;
  readonly times: Float64Array;
}

const columnsOf = (rows: readonly (readonly [number, number, number])[]): Given => ({
  users: Int32Array.from(rows, ([user]) => user),
  items: Int32Array.from(rows, ([, item]) => item),
  times: Float64Array.from(rows, ([, , time]) => time),
});

/** The very largest and smallest times, times beside the borders of the digits, and small ones with many ties. */
const time = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.maxSafeInteger(),
  fc.constantFrom(
    ...[11, 22, 32, 43, 52].flatMap((bits) => [-1, 0, 1].map((near) => 2 ** bits + near)),
    ...[11, 22, 32, 43, 52].flatMap((bits) => [-1, 0, 1].map((near) => -(2 ** bits) + near)),
    Number.MAX_SAFE_INTEGER,
    Number.MIN_SAFE_INTEGER,
    -0,
  ),
);
const few = fc.integer({ min: 0, max: 3 });
const rowsOfAnyTime = fc.array(fc.tuple(few, few, time), { maxLength: 60 });

function forRows(check: (log: Given) => void): void {
  const property = fc.property(rowsOfAnyTime, (rows) => {
    check(columnsOf(rows));
  });
  fc.assert(property, { seed: 20_262, numRuns: 400 });
}

describe('rows in order of time', () => {
  test('are those of a sort: by time, user, item, and as they came', () => {
    forRows((log) => {
      const { users, items, times } = log;
      const sorted = range(times.length).sort(
        (m, n) =>
          Number(times[m] > times[n]) - Number(times[m] < times[n]) ||
          users[m] - users[n] ||
          items[m] - items[n] ||
          m - n,
      );
      expect(Array.from(inTimeOrder(log))).toEqual(sorted);
    });
  });

  test('are put in order in a long log too, and left as they are in one that is', () => {
    const draw = lcg(4);
    const log = columnsOf(
      range(50_000).map(() => [Math.floor(draw() * 9), 0, Math.floor(draw() * 1e9)]),
    );
    const order = inTimeOrder(log);
    const times = Array.from(order, (n) => log.times[n]);
    expect(times).toEqual(Array.from(log.times).sort((a, b) => a - b));
    expect(Array.from(order).sort((a, b) => a - b)).toEqual(range(50_000));
    const again = inTimeOrder(columnsOf(times.map((t) => [0, 0, t])));
    expect(Array.from(again)).toEqual(range(50_000));
  });
});

describe('rows of each user', () => {
  test('come with users as they first appear, each by time, then by item', () => {
    forRows((log) => {
      const groups = Array.from(byUser(log, 4));
      const firsts = Array.from(new Set(log.users));
      expect(groups.map((rows) => log.users[rows[0]])).toEqual(firsts);
      groups.forEach((rows, g) => {
        const own = range(log.users.length).filter((n) => log.users[n] === firsts[g]);
        const { items, times } = log;
        own.sort(
          (m, n) =>
            Number(times[m] > times[n]) - Number(times[m] < times[n]) ||
            items[m] - items[n] ||
            m - n,
        );
        expect(Array.from(rows)).toEqual(own);
      });
    });
  });

  test('at one time are drawn where a seed is given, and are the same rows', () => {
    const log = columnsOf(range(40).map((n) => [n % 2, n, n < 20 ? 0 : 1]));
    const [plain, drawn, again, other] = [undefined, 1, 1, 2].map((seed) =>
      Array.from(byUser(log, 2, seed), (rows) => Array.from(rows)),
    );
    expect(drawn).toEqual(again);
    expect(drawn).not.toEqual(plain);
    expect(drawn).not.toEqual(other);
    drawn.forEach((rows, user) => {
      expect(rows.toSorted((a, b) => a - b)).toEqual(plain[user]);
      const times = rows.map((n) => log.times[n]);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    });
  });
});

test('the events of an item are found in the order of their rows', () => {
  const rows = [
    [0, 2, 5],
    [1, 0, 3],
    [1, 2, 4],
    [0, 2, 9],
  ] as const;
  const events = eventsByItem(readLog('test', rows, 2, 4));
  const taken = range(4).map((item) => takersOf(events, item, (at) => at));
  expect(taken).toEqual([
    [[1, 3]],
    [],
    [
      [0, 5],
      [1, 4],
      [0, 9],
    ],
    [],
  ]);
});
