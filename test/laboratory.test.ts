import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chanceAmong,
  chanceInSample,
  fitLog,
  leakOf,
  readLogs,
  usualSetup,
} from '../code/evaluation/laboratory.ts';
import { leaderboard } from '../code/evaluation/leaderboard.ts';
import { rateInterval } from '../code/evaluation/rates.ts';
import { syntheticDataset, testTimes } from '../code/models.ts';
import { makeSynthetic, trainTestSplitLast } from '../code/recsys.ts';
import type { Interaction } from '../code/recsys.ts';
import { entriesWith } from '../code/evaluation/tuned.ts';
import { someTuned } from './support/tuned.ts';
import { chanceOfHit } from '../code/evaluation/standings.ts';
import type { Standing, TieRule } from '../code/evaluation/standings.ts';
import { lcg, range } from './support/logs.ts';

describe('the leak', () => {
  test('is worked by hand', () => {
    // User 0 is tested at time 2, and 1 of the 4 training rows is later: that of user 1 at time 9.
    const rows: Interaction[] = [
      [0, 1, 0],
      [0, 2, 1],
      [0, 3, 2],
      [1, 1, 1],
      [1, 2, 9],
      [1, 3, 12],
    ];
    const { train, test: held } = trainTestSplitLast(rows, 2);
    expect(leakOf(train, held, rows)).toBe((1 / 4 + 0) / 2);
  });

  test('finds the test event also where the item was had before', () => {
    const rows: Interaction[] = [
      [0, 1, 0],
      [0, 1, 5],
      [1, 2, 6],
      [1, 3, 7],
    ];
    const { train, test: held } = trainTestSplitLast(rows, 2);
    expect(leakOf(train, held, rows)).toBe((1 / 2 + 0) / 2);
  });

  test('takes no row of train for the test event, also where the same item was taken before it', () => {
    // User 0 takes 5, then 5 again, which is held out: of the other row of train nothing is later.
    const rows: Interaction[] = [
      [0, 5, 0],
      [1, 3, 1],
      [0, 5, 2],
    ];
    const { train, test: held } = trainTestSplitLast(rows, 2);
    expect(testTimes(rows, train, held)).toEqual(new Map([[0, 2]]));
    expect(testTimes(rows.toReversed(), train, held)).toEqual(new Map([[0, 2]]));
    expect(leakOf(train, held, rows)).toBe(0);
    // Nothing tells two rows of one time apart.
    expect(testTimes([[0, 5, 0], [0, 5, 0]], [[0, 5, 0]], held)).toEqual(new Map([[0, 0]])); // prettier-ignore
  });
});

describe('ranking among sampled items', () => {
  /** All ways to draw m of N items, A of which are better, counted one by one. */
  function byEnumeration(N: number, A: number, m: number, k: number): number {
    let [hits, ways] = [0, 0];
    for (let set = 0; set < 2 ** N; set++) {
      const drawn = range(N).filter((n) => (set >> n) & 1);
      if (drawn.length !== m) continue;
      ways++;
      if (drawn.filter((n) => n < A).length < k) hits++;
    }
    return hits / ways;
  }

  test('has the chance that counting all samples gives', () => {
    for (const N of [1, 4, 7]) {
      for (const A of range(N + 1)) {
        for (const m of range(N + 1)) {
          for (const k of [1, 2, 4]) {
            expect(chanceAmong(N, A, m, k)).toBeCloseTo(byEnumeration(N, A, m, k), 12);
          }
        }
      }
    }
  });

  test('is worked by hand: 10 items, 3 better, 2 drawn, and none of them may be better', () => {
    expect(chanceAmong(10, 3, 2, 1)).toBeCloseTo((7 / 10) * (6 / 9), 14);
  });

  test('is a number also for a catalogue of a million', () => {
    const chance = chanceAmong(1_000_000, 500_000, 1000, 500);
    expect(chance).toBeGreaterThan(0.45);
    expect(chance).toBeLessThan(0.5);
    expect(chanceAmong(1_000_000, 10, 1000, 1)).toBeCloseTo((1 - 10 / 1_000_000) ** 1000, 4);
  });

  test('among all items is the full ranking, and falls as more are drawn', () => {
    const rules: readonly TieRule[] = ['lower-id', 'held-out-first', 'held-out-last', 'random'];
    const standing = fc
      .record({ above: fc.nat(20), tied: fc.nat(5), more: fc.nat(20) })
      .chain(({ above, tied, more }) =>
        fc.record({
          user: fc.constant(0),
          above: fc.constant(above),
          tied: fc.constant(tied),
          tiedBefore: fc.nat(tied),
          unseen: fc.constant(above + tied + more + 1),
        }),
      );
    fc.assert(
      fc.property(
        standing,
        fc.constantFrom(...rules),
        fc.integer({ min: 1, max: 12 }),
        (at: Standing, rule, k) => {
          expect(chanceInSample(at, k, rule, at.unseen)).toBeCloseTo(chanceOfHit(at, k, rule), 12);
          expect(chanceInSample(at, k, rule, 0)).toBe(chanceOfHit(at, k, rule));
          const chances = range(at.unseen).map((m) => chanceInSample(at, k, rule, m + 1));
          chances.slice(1).forEach((chance, n) => {
            expect(chance).toBeLessThanOrEqual(chances[n] + 1e-12);
          });
        },
      ),
      { seed: 20_260, numRuns: 300 },
    );
    expect(chanceInSample(null, 5, 'random', 20)).toBe(0);
  });

  test('agrees with drawing for real', () => {
    const at: Standing = { user: 0, above: 30, tied: 4, tiedBefore: 2, unseen: 120 };
    const draw = lcg(8);
    const tries = 20_000;
    let hits = 0;
    for (let n = 0; n < tries; n++) {
      const rest = range(119);
      let better = 0;
      for (let at = 0; at < 25; at++) {
        const place = at + Math.floor(draw() * (119 - at));
        [rest[at], rest[place]] = [rest[place], rest[at]];
        if (rest[at] < 32) better++;
      }
      if (better < 7) hits++;
    }
    const chance = chanceInSample(at, 7, 'lower-id', 25);
    expect(Math.abs(hits / tries - chance)).toBeLessThan(4 * Math.sqrt(0.25 / tries));
  });
});

describe('the laboratory', () => {
  test('at its usual setup is the leaderboard', () => {
    const rows = leaderboard(syntheticDataset({}, { holdOut: 'last-new' }), {
      entries: entriesWith(someTuned),
    });
    const setup = { ...usualSetup, tuned: someTuned };
    const read = readLogs([fitLog(setup, 0)], setup);
    expect(read).toHaveLength(rows.length);
    read.forEach(({ id, mean, low, high }, n) => {
      expect(id).toBe(rows[n].id);
      expect(mean).toBeCloseTo(rows[n].metrics.recall.mean, 14);
      expect([low, high]).toEqual([rows[n].metrics.recall.low, rows[n].metrics.recall.high]);
    });
  });

  test('keeps the events per user, whatever the number of users', () => {
    for (const users of [40, 80]) {
      const { n } = fitLog({ ...usualSetup, users }, 1);
      expect(n).toBe(users);
      expect(makeSynthetic({ nUsers: users, nInter: 60 * users }).interactions).toHaveLength(
        60 * users,
      );
    }
  });

  test('tells of every fit, and of whom each split tests', () => {
    const told: string[] = [];
    const { unreachable, leak } = fitLog({ ...usualSetup, split: 'last', users: 40 }, 0, (id) =>
      told.push(id),
    );
    expect(told).toEqual(entriesWith({}).map(({ id }) => id));
    expect(unreachable).toBeGreaterThan(10);
    expect(leak).toBeGreaterThan(0);
    expect(fitLog({ ...usualSetup, split: 'time', users: 40 }, 0)).toMatchObject({
      unreachable: 0,
      leak: 0,
    });
  });

  test('has those with a history and those without apart', () => {
    const log = fitLog({ ...usualSetup, users: 40 }, 0);
    const halved = { ...log, known: log.known.map((_, n) => n % 2 === 0) };
    readLogs([log], usualSetup).forEach(({ mean, low, high, known, cold }, n) => {
      expect([known, cold]).toEqual([{ mean, low, high }, null]);
      const [row] = readLogs([halved], usualSetup).slice(n);
      const [even, odd] = [row.known?.mean ?? NaN, row.cold?.mean ?? NaN];
      expect((even + odd) / 2).toBeCloseTo(mean, 14);
    });
    // Over several logs too, of which one may have nobody without a history.
    const several = readLogs([log, halved, halved], usualSetup);
    expect(several.every(({ known, cold }) => known && cold)).toBe(true);
  });

  test('has an interval over users for one log, and over logs for several', () => {
    const logs = range(3).map((seed) => fitLog({ ...usualSetup, users: 40 }, seed));
    const [one] = readLogs(logs.slice(0, 1), usualSetup);
    const several = readLogs(logs, usualSetup);
    expect(one).toMatchObject(rateInterval(Math.round(one.mean * 40), 40));
    const means = logs.map((log) => readLogs([log], usualSetup)[0].mean);
    expect(several[0].mean).toBeCloseTo((means[0] + means[1] + means[2]) / 3, 12);
    expect(several[0].low).toBeLessThan(several[0].mean);
  });
});
