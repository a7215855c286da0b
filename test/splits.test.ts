import { describe, expect, test } from 'vitest';
import { leakOf } from '../code/evaluation/laboratory.ts';
import { leaderboard } from '../code/evaluation/leaderboard.ts';
import { leaderboardOver } from '../code/evaluation/pooled.ts';
import { countTiedTimes, splitAtTime, splitAtTimes } from '../code/evaluation/splits.ts';
import { findModel, syntheticDataset } from '../code/models.ts';
import type { Dataset } from '../code/models.ts';
import { makeSynthetic, trainTestSplitLast } from '../code/recsys.ts';
import type { Interaction } from '../code/recsys.ts';
import { forSmallLogs, range, shuffled } from './support/logs.ts';
import { mean } from './support/statistics.ts';

describe('one cut in time', () => {
  test('is worked by hand', () => {
    const rows: Interaction[] = [
      [0, 1, 0],
      [1, 1, 1],
      [0, 2, 2],
      [1, 3, 3],
      [0, 2, 4], // the cut: half of the ten events lie before 5
      [0, 1, 5], // user 0 has had item 1
      [2, 7, 6], // user 2 has no event before the cut
      [0, 4, 7], // new to user 0
      [0, 5, 8], // new too, but later
      [1, 3, 9], // nothing new for user 1
    ];
    const { train, test: held } = splitAtTime(rows, 0.5);
    expect(train).toEqual(rows.slice(0, 5));
    expect(Array.from(held)).toEqual([
      [2, 7],
      [0, 4],
    ]);
  });

  test('keeps events of one time together, on its later side', () => {
    const rows = range(10).map((n): Interaction => [n, 0, n < 4 ? 0 : 1]);
    expect(splitAtTime(rows, 0.8).train).toHaveLength(4);
    expect(splitAtTime(rows, 0.3).train).toHaveLength(0);
  });

  test('trains on nothing later than any test, and tests only what is new', () => {
    let tested = 0;
    forSmallLogs(({ rows }) => {
      const { train, test: held } = splitAtTime(rows, 0.6);
      const last = Math.max(...train.map(([, , t]) => t), -Infinity);
      for (const [user, item] of held) {
        tested++;
        const own = rows.filter(([u, i]) => u === user && i === item).map(([, , t]) => t);
        expect(Math.min(...own)).toBeGreaterThan(last);
      }
      expect(splitAtTime(shuffled(rows, 5), 0.6).test).toEqual(held);
      expect(leakOf(train, held, rows)).toBe(0);
    }, 200);
    expect(tested).toBeGreaterThan(100);
  });

  test.for([0, 1, -0.1, 1.5, NaN])('refuses a share of %d', (share) => {
    expect(() => splitAtTime([], share)).toThrow(
      new RangeError(`splitAtTime: share must be between 0 and 1, got ${share}`),
    );
  });
});

describe('several cuts in time', () => {
  test('are worked by hand', () => {
    const rows: Interaction[] = [
      [0, 1, 0],
      [1, 1, 1],
      [0, 2, 2],
      [1, 3, 3], // the first cut: before 3
      [0, 1, 4], // user 0 has had item 1
      [1, 4, 5],
      [2, 7, 6], // the second cut: before 6. User 2 is cold there
      [0, 3, 7],
      [0, 9, 8], // new too, but later
      [1, 4, 9], // user 1 has had it by now
    ];
    const [one, two] = splitAtTimes(rows, [0.3, 0.6]);
    expect([one.train, two.train]).toEqual([rows.slice(0, 3), rows.slice(0, 6)]);
    expect(Array.from(one.test)).toEqual([[1, 3]]);
    expect(Array.from(two.test)).toEqual([
      [2, 7],
      [0, 3],
    ]);
  });

  test('ask about each event once, and never about the past', () => {
    forSmallLogs(({ rows }) => {
      const cuts = splitAtTimes(rows, [0.3, 0.5, 0.8]);
      cuts.forEach(({ train, test: held }, n) => {
        const last = Math.max(...train.map(([, , t]) => t), -Infinity);
        const next = cuts[n + 1] as (typeof cuts)[number] | undefined;
        expect(leakOf(train, held, rows)).toBe(0);
        for (const [user, item] of held) {
          const own = rows.filter(([u, i]) => u === user && i === item).map(([, , t]) => t);
          expect(Math.min(...own)).toBeGreaterThan(last);
          if (!next) continue;
          // What was asked for is history at the next cut.
          expect(next.train.some(([u, i]) => u === user && i === item)).toBe(true);
        }
      });
      expect(splitAtTimes(shuffled(rows, 5), [0.3, 0.5, 0.8])).toEqual(cuts);
    }, 200);
  });

  test('with one cut are that cut', () => {
    const { interactions } = makeSynthetic({ nUsers: 30, nItems: 20, nInter: 300 });
    expect(splitAtTimes(interactions, [0.7])).toEqual([splitAtTime(interactions, 0.7)]);
  });
});

describe('the leaderboard over several cuts', () => {
  // Half of the people come late: at a cut before that they are cold.
  const { interactions, ...facts } = makeSynthetic({
    nUsers: 60,
    nItems: 40,
    nInter: 1200,
    seed: 4,
  });
  const rows = interactions.filter(([user, , time]) => user % 2 === 0 || time > 850);
  const cuts = splitAtTimes(rows, [0.6, 0.7, 0.8, 0.9]).map((cut): Dataset => ({
    ...facts,
    ...cut,
  }));
  const entries = [findModel('popularity'), findModel('item-item-cf')];
  const boards = cuts.map((cut) => leaderboard(cut, { entries, samples: 1 }));
  const pooled = leaderboardOver(cuts, { entries, samples: 100 });

  test('asks more people than one cut does, each of them once', () => {
    const people = new Set(cuts.flatMap(({ test: held }) => [...held.keys()]));
    const tests = cuts.reduce((sum, { test: held }) => sum + held.size, 0);
    for (const row of pooled) {
      expect([row.n, row.tests]).toEqual([people.size, tests]);
      expect(row.gains.recall).toHaveLength(people.size);
    }
    expect(people.size).toBeGreaterThan(cuts[3].test.size);
    expect(tests).toBeGreaterThan(people.size);
  });

  test('gives each person the mean of what they were worth at their cuts', () => {
    pooled.forEach(({ metrics }, n) => {
      const worth = new Map<number, number[]>();
      cuts.forEach(({ test: held }, cut) => {
        Array.from(held.keys()).forEach((user, place) => {
          const hit = boards[cut][n].ranks[place] > 0 ? 1 : 0;
          worth.set(user, [...(worth.get(user) ?? []), hit]);
        });
      });
      expect(metrics.recall.mean).toBeCloseTo(mean(Array.from(worth.values(), mean)), 14);
      expect(metrics.recall.low).toBeLessThan(metrics.recall.mean);
      expect(metrics.recall.high).toBeGreaterThan(metrics.recall.mean);
    });
  });

  test('has those with a history at their cut and those without apart', () => {
    const [popularity, itemItem] = pooled;
    for (const { apart } of [popularity, itemItem]) {
      expect(apart.known?.recall.mean).toBeGreaterThan(0);
      expect(apart.cold).not.toBeNull();
    }
    // It has nothing to say to a stranger; what is popular may please them.
    expect(itemItem.apart.cold?.recall.mean).toBe(0);
    expect(itemItem.apart.cold?.recall.high).toBeGreaterThan(0);
    expect(popularity.apart.cold?.recall.mean).toBeGreaterThan(0);
  });

  test('of one cut is the leaderboard', () => {
    const one = leaderboardOver(cuts.slice(1, 2), { entries, samples: 50 });
    const board = leaderboard(cuts[1], { entries, samples: 50 });
    one.forEach(({ metrics, n }, at) => {
      expect(n).toBe(board[at].n);
      expect(metrics.recall).toEqual(board[at].metrics.recall);
    });
  });
});

describe('events at one time', () => {
  const rows: Interaction[] = [
    [0, 2, 5],
    [0, 9, 5],
    [0, 1, 3],
    [1, 2, 5],
    [1, 2, 5],
    [1, 1, 3],
    [2, 4, 1],
  ];

  test('are counted where they leave open what came last', () => {
    // User 0 took 2 and 9 at last; user 1 one item, if twice; user 2 has one event.
    expect(countTiedTimes(rows, 3)).toEqual({ users: 3, tied: 1 });
    expect(countTiedTimes([], 3)).toEqual({ users: 0, tied: 0 });
    const { interactions, nUsers } = makeSynthetic();
    expect(countTiedTimes(interactions, nUsers)).toEqual({ users: nUsers, tied: 0 });
  });

  test('are in order of item, or with a seed in one that is drawn', () => {
    expect(trainTestSplitLast(rows, 3).test.get(0)).toBe(9);
    const held = range(200).map((tieSeed) => trainTestSplitLast(rows, 3, { tieSeed }).test.get(0));
    const nines = held.filter((item) => item === 9).length;
    expect(held.every((item) => item === 9 || item === 2)).toBe(true);
    // 200 tosses of a coin: four standard deviations are 28.
    expect(Math.abs(nines - 100)).toBeLessThan(28);
  });

  test('are drawn alike from the same seed, whatever the order of the rows', () => {
    forSmallLogs(({ rows: log, nUsers }) => {
      const split = trainTestSplitLast(log, nUsers, { tieSeed: 3 });
      const again = trainTestSplitLast(shuffled(log, 8), nUsers, { tieSeed: 3 });
      expect(again.test).toEqual(split.test);
      const byUser = (of: readonly Interaction[]) => of.toSorted((a, b) => a[0] - b[0]);
      expect(byUser(again.train)).toEqual(byUser(split.train));
    }, 100);
  });

  test('that do not occur leave nothing to draw', () => {
    const drawn = syntheticDataset({}, { holdOut: 'last-new', tieSeed: 5 });
    const usual = syntheticDataset({}, { holdOut: 'last-new' });
    expect([drawn.train, drawn.test]).toEqual([usual.train, usual.test]);
  });
});
