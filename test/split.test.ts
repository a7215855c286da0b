import { describe, expect, test } from 'vitest';
import { makeSynthetic, trainTestSplitLast } from '../code/recsys.ts';
import type { Interaction } from '../code/recsys.ts';
import { forSmallLogs, range, shuffled } from './support/logs.ts';

const byTime = (a: Interaction, b: Interaction) => a[2] - b[2] || a[1] - b[1];

describe('the split', () => {
  test('holds out what each user did last', () => {
    const rows: Interaction[] = [
      [1, 5, 0],
      [0, 3, 1],
      [1, 6, 2],
      [0, 4, 3],
      [0, 3, 4],
      [2, 9, 5],
    ];
    const { train, test: held } = trainTestSplitLast(rows, 4);
    // User 0 ends with item 3 (again), user 1 with item 6. User 2 has one event, which stays in
    // train, and user 3 none. Rows come user by user, as the users first appear.
    expect(train).toEqual([
      [1, 5, 0],
      [0, 3, 1],
      [0, 4, 3],
      [2, 9, 5],
    ]);
    expect(Array.from(held)).toEqual([
      [1, 6],
      [0, 3],
    ]);
  });

  test('orders events of one time by item id', () => {
    const rows: Interaction[] = [
      [0, 8, 5],
      [0, 2, 5],
      [0, 4, 5],
    ];
    for (const seed of range(6)) {
      const { train, test: held } = trainTestSplitLast(shuffled(rows, seed), 1);
      expect(held.get(0)).toBe(8);
      expect(train.map(([, i]) => i)).toEqual([2, 4]);
    }
  });

  test('goes by time, not by the place in the log', () => {
    const rows: Interaction[] = [
      [0, 1, 30],
      [0, 2, 10],
      [0, 3, 20],
    ];
    const { train, test: held } = trainTestSplitLast(rows, 1);
    expect(held.get(0)).toBe(1);
    expect(train.map(([, i]) => i)).toEqual([2, 3]);
  });

  test('orders times as numbers, negative and large ones too', () => {
    const rows: Interaction[] = [
      [0, 1, 9],
      [0, 2, 100],
      [0, 3, -1000],
      [0, 4, Number.MAX_SAFE_INTEGER],
      [0, 5, -Number.MAX_SAFE_INTEGER],
    ];
    const { train, test: held } = trainTestSplitLast(rows, 1);
    expect(held.get(0)).toBe(4);
    expect(train.map(([, i]) => i)).toEqual([5, 3, 1, 2]);
  });

  test('loses no row and adds none, and trains on nothing later than the test', () => {
    forSmallLogs(({ rows, nUsers }) => {
      const { train, test: held } = trainTestSplitLast(rows, nUsers);
      for (const user of range(nUsers)) {
        const own = rows.filter(([u]) => u === user).sort(byTime);
        const past = train.filter(([u]) => u === user);
        if (own.length < 2) {
          expect(held.has(user)).toBe(false);
          expect(past).toEqual(own);
        } else {
          expect(held.get(user)).toBe(own[own.length - 1][1]);
          expect(past).toEqual(own.slice(0, -1));
        }
      }
      expect(train.length + held.size).toBe(rows.length);
    });
  });

  test('does not depend on the order of the rows, but for the order of users', () => {
    forSmallLogs(({ rows, nUsers }) => {
      const sorted = (log: readonly Interaction[]) => {
        const { train, test: held } = trainTestSplitLast(log, nUsers);
        return {
          train: train.slice().sort((a, b) => a[0] - b[0] || byTime(a, b)),
          held: Array.from(held).sort((a, b) => a[0] - b[0]),
        };
      };
      expect(sorted(shuffled(rows, 3))).toEqual(sorted(rows));
    });
  });

  test('takes any iterable and leaves it as it was', () => {
    const { interactions } = makeSynthetic({ nUsers: 10, nItems: 10, nInter: 100 });
    const expected = trainTestSplitLast(interactions, 10);
    const frozen = Object.freeze(interactions.map((row) => Object.freeze([...row] as const)));
    expect(trainTestSplitLast(frozen, 10)).toEqual(expected);
    expect(trainTestSplitLast(new Set(interactions), 10)).toEqual(expected);
    expect(trainTestSplitLast(interactions.values(), 10)).toEqual(expected);
    expect(interactions.map(([, , t]) => t)).toEqual(range(100));
  });

  test('of an empty log is empty', () => {
    expect(trainTestSplitLast([], 3)).toEqual({ train: [], test: new Map() });
  });

  test('of 300,000 rows of one user needs no deep stack', () => {
    const rows = range(300_000).map((t): Interaction => [0, t % 7, t]);
    const { train, test: held } = trainTestSplitLast(rows, 1);
    expect(train).toHaveLength(299_999);
    expect(held.get(0)).toBe(299_999 % 7);
  });
});

describe('the split that holds out the last new item', () => {
  const lastNew = (rows: Iterable<Interaction>, nUsers: number) =>
    trainTestSplitLast(rows, nUsers, { holdOut: 'last-new' });

  test('is worked by hand', () => {
    const rows: Interaction[] = [
      [0, 3, 0],
      [0, 3, 1],
      [0, 5, 2], // the last first meeting of user 0
      [0, 3, 3],
      [0, 5, 4],
      [1, 7, 5],
      [1, 7, 6], // user 1 only ever met item 7: nothing new to hold out
      [2, 9, 7],
      [2, 1, 8], // what user 2 did last is new
    ];
    const { train, test: held } = lastNew(rows, 4);
    expect(Array.from(held)).toEqual([
      [0, 5],
      [2, 1],
    ]);
    expect(train).toEqual([
      [0, 3, 0],
      [0, 3, 1],
      [1, 7, 5],
      [1, 7, 6],
      [2, 9, 7],
    ]);
  });

  test('leaves every test item unseen, and trains on all that came before it and nothing else', () => {
    let [tested, dropped] = [0, 0];
    forSmallLogs(({ rows, nUsers }) => {
      const { train, test: held } = lastNew(rows, nUsers);
      for (const user of range(nUsers)) {
        const own = rows.filter(([u]) => u === user).sort(byTime);
        const past = train.filter(([u]) => u === user);
        const item = held.get(user);
        if (item === undefined) {
          expect(new Set(own.map(([, i]) => i)).size).toBeLessThan(2);
          expect(past).toEqual(own);
          continue;
        }
        tested++;
        dropped += own.length - past.length - 1;
        expect(past.length).toBeGreaterThan(0);
        expect(past.map(([, i]) => i)).not.toContain(item);
        expect(past).toEqual(own.slice(0, past.length));
        expect(own[past.length][1]).toBe(item);
        // After it the user met nothing for the first time.
        const known = new Set(own.slice(0, past.length + 1).map(([, i]) => i));
        expect(own.every(([, i]) => known.has(i))).toBe(true);
      }
    }, 400);
    expect(Math.min(tested, dropped)).toBeGreaterThan(100);
  });

  test('is the split by last events where nobody repeats an item', () => {
    const rows = range(60).map((n): Interaction => [n % 5, Math.floor(n / 5), n]);
    expect(lastNew(rows, 5)).toEqual(trainTestSplitLast(rows, 5));
  });

  test('does not depend on the order of the rows', () => {
    forSmallLogs(({ rows, nUsers }) => {
      const sorted = (log: readonly Interaction[]) => {
        const { train, test: held } = lastNew(log, nUsers);
        return [train.sort((a, b) => a[0] - b[0] || byTime(a, b)), Array.from(held).sort()];
      };
      expect(sorted(shuffled(rows, 3))).toEqual(sorted(rows));
    });
  });

  test('is asked for by name, and no other name will do', () => {
    const rows: Interaction[] = [[0, 0, 0]];
    for (const holdOut of ['first', '', 'toString', '__proto__', 1, null, {}]) {
      const options = { holdOut } as unknown as { holdOut: 'last' };
      expect(() => trainTestSplitLast(rows, 1, options)).toThrow(
        /^trainTestSplitLast: holdOut must be 'last' or 'last-new', got /,
      );
    }
    expect(() => trainTestSplitLast(rows, 1, null as unknown as object)).toThrow(
      new TypeError('trainTestSplitLast: options must be an object, got null'),
    );
    expect(trainTestSplitLast(rows, 1, {})).toEqual(trainTestSplitLast(rows, 1));
  });
});
