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
