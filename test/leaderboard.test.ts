import { describe, expect, test } from 'vitest';
import {
  bootstrap,
  drawSamples,
  evaluate,
  leaderboard,
  metricNames,
  metrics,
  recommendAll,
} from '../code/leaderboard.ts';
import type { Row } from '../code/leaderboard.ts';
import { findModel, models, syntheticDataset } from '../code/models.ts';
import { lcg, range } from './support/logs.ts';
import { chiSquare, chiSquareBound, mean } from './support/statistics.ts';

const data = syntheticDataset({ nUsers: 60, nItems: 40, nInter: 900, seed: 3 });
const nUsers = data.test.size;

describe('the leaderboard', () => {
  const rows = leaderboard(data, { samples: 200 });

  test('has one row per model, in the order of the catalogue', () => {
    expect(rows.map(({ id }) => id)).toEqual(models.map(({ id }) => id));
  });

  test('has for each model the metrics of its own lists', () => {
    for (const { id, metrics: estimates } of rows) {
      const lists = recommendAll(findModel(id).fit(data), data.test, 10);
      for (const name of metricNames) {
        expect(estimates[name].mean).toBe(metrics[name](lists, data.test, 10));
      }
    }
  });

  test('has intervals around their means, from 0 to 1', () => {
    for (const { id, metrics: estimates } of rows) {
      for (const name of metricNames) {
        const { mean: m, low, high } = estimates[name];
        expect(low <= m && m <= high, `${id} ${name}: ${low} ${m} ${high}`).toBe(true);
        expect(low >= 0 && high <= 1).toBe(true);
        if (m > 0) expect(high).toBeGreaterThan(low);
      }
    }
  });

  test('has precision as recall divided by k, its interval too', () => {
    for (const k of [1, 4]) {
      for (const { metrics: estimates } of leaderboard(data, { k, samples: 50 })) {
        for (const end of ['mean', 'low', 'high'] as const) {
          expect(estimates.precision[end]).toBeCloseTo(estimates.recall[end] / k, 14);
        }
      }
    }
  });

  test('is the same for the same seed; another seed moves intervals, not means', () => {
    expect(leaderboard(data, { samples: 200 })).toEqual(rows);
    const other = leaderboard(data, { samples: 200, seed: 1 });
    const only = (end: 'mean' | 'low', some: readonly Row[]) =>
      some.map((row) => metricNames.map((name) => row.metrics[name][end]));
    expect(only('mean', other)).toEqual(only('mean', rows));
    expect(only('low', other)).not.toEqual(only('low', rows));
  });

  test('draws the same samples for every model: two of a kind have equal rows', () => {
    const twice = [findModel('bpr'), findModel('bpr')];
    const [a, b] = leaderboard(data, { entries: twice, samples: 100 });
    expect(a).toEqual(b);
  });

  test('compares the models that it is given', () => {
    const entries = [findModel('trending'), findModel('random')];
    const some = leaderboard(data, { entries, samples: 200 });
    expect(some).toEqual([rows[2], rows[0]]);
    expect(leaderboard(data, { entries: [] })).toEqual([]);
  });

  test('tells of every step of every fit in order, and of a row when it is there', () => {
    const said: string[] = [];
    const told: Row[] = [];
    const result = leaderboard(data, {
      samples: 20,
      onProgress: (id, { step, total, value }) => {
        expect(Number.isFinite(value)).toBe(true);
        said.push(`${id} ${step}/${total}`);
      },
      onRow: (row) => {
        told.push(row);
        said.push(`row ${row.id}`);
      },
    });
    const steps = (id: string, total: number) => range(total).map((n) => `${id} ${n + 1}/${total}`);
    expect(said).toEqual([
      'row random',
      'row popularity',
      'row trending',
      'row content-based',
      'row item-item-cf',
      ...steps('implicit-als', 15),
      'row implicit-als',
      ...steps('bpr', 30),
      'row bpr',
    ]);
    expect(told).toEqual(result);
  });

  test('does not depend on who listens', () => {
    const heard = leaderboard(data, { samples: 200, onProgress: () => undefined });
    expect(heard).toEqual(rows);
  });

  test('ends with the error of a listener', () => {
    const onProgress = (): void => {
      throw new Error('stop');
    };
    expect(() => leaderboard(data, { onProgress })).toThrow('stop');
  });

  test('refuses a k that is none, and a split without a test user', () => {
    expect(() => leaderboard(data, { k: 0 })).toThrow(RangeError);
    expect(() => leaderboard({ ...data, test: new Map() })).toThrow(RangeError);
  });
});

describe('the lists of all test users', () => {
  test('are what the model gives each of them', () => {
    const model = findModel('item-item-cf').fit(data);
    const lists = recommendAll(model, data.test, 7);
    expect(Array.from(lists.keys())).toEqual(Array.from(data.test.keys()));
    for (const [user, list] of lists) expect(list).toEqual(model.recommend(user, 7));
  });
});

describe('an evaluation', () => {
  test('of one user has an interval without width', () => {
    const one = new Map(Array.from(data.test).slice(0, 1));
    const model = findModel('popularity').fit(data);
    const result = evaluate(model, { ...data, test: one }, 10, drawSamples(1, 50, 0));
    for (const name of metricNames) {
      expect([result[name].low, result[name].high]).toEqual([result[name].mean, result[name].mean]);
    }
  });
});

describe('the bootstrap', () => {
  test('is worked by hand', () => {
    // Four samples of two values (1, 2), (1, 1), (4, 2), (4, 4): the means are 1.5, 1, 3 and 4.
    // 2.5 % of four is none: the interval goes from the least to the greatest.
    const four = { size: 2, places: Int32Array.of(0, 1, 0, 0, 1, 0, 1, 1) };
    expect(bootstrap([1, 4], four)).toEqual({ low: 1, high: 4 });
    expect(bootstrap([5], { size: 1, places: new Int32Array(40) })).toEqual({ low: 5, high: 5 });
  });

  test('leaves out the outer 2.5 % of the means at both ends', () => {
    // Eighty samples of two places among two values, 0 and 1. One sample is (1, 1), mean 1; three
    // are (0, 0), mean 0; the others (0, 1), mean 1/2. Two means are cut at each end: of the low
    // ones a 0 is left, of the high ones none.
    const pairs = range(80).flatMap((n) => (n === 33 ? [1, 1] : n % 30 === 5 ? [0, 0] : [0, 1]));
    expect(pairs.length).toBe(160);
    const drawn = { size: 2, places: Int32Array.from(pairs) };
    expect(bootstrap([0, 1], drawn)).toEqual({ low: 0, high: 0.5 });
  });

  test('is as wide as theory says', () => {
    // 100 hits among 400: the standard error is √(0.25 · 0.75 / 400) = 0.02165, and 95 % lie within
    // 1.96 of them.
    const values = range(400).map((n) => (n % 4 === 0 ? 1 : 0));
    const { low, high } = bootstrap(values, drawSamples(400, 4000, 1));
    expect(Math.abs(low - (0.25 - 1.96 * 0.02165))).toBeLessThan(0.004);
    expect(Math.abs(high - (0.25 + 1.96 * 0.02165))).toBeLessThan(0.004);
  });

  test('covers the truth about 95 times in 100', () => {
    const draw = lcg(6);
    const drawn = drawSamples(120, 300, 2);
    const covered = range(400).map(() => {
      const values = range(120).map(() => (draw() < 0.3 ? 1 : 0));
      const { low, high } = bootstrap(values, drawn);
      return low <= 0.3 && 0.3 <= high ? 1 : 0;
    });
    // 400 tries at 0.95 have a standard deviation of 0.011; percentile intervals fall a bit short.
    expect(mean(covered)).toBeGreaterThan(0.9);
    expect(mean(covered)).toBeLessThan(0.99);
  });

  test('draws every place with the same chance', () => {
    const { size, places } = drawSamples(50, 2000, 4);
    expect([size, places.length]).toEqual([50, 100_000]);
    const counts = range(50).map((n) => places.reduce((sum, p) => sum + (p === n ? 1 : 0), 0));
    expect(chiSquare(counts, 2000)).toBeLessThan(chiSquareBound(49));
    expect(drawSamples(50, 2000, 4).places).toEqual(places);
    expect(drawSamples(50, 2000, 5).places).not.toEqual(places);
  });

  test('draws as many places per sample as there are test users', () => {
    expect(drawSamples(nUsers, 10, 0).places.every((p) => p >= 0 && p < nUsers)).toBe(true);
  });
});
