import { describe, expect, test } from 'vitest';
import {
  bootstrap,
  drawSamples,
  gainInterval,
  overRuns,
  quantileOfT,
  rateInterval,
} from '../code/evaluation/intervals.ts';
import { lcg, range } from './support/logs.ts';
import { chiSquare, chiSquareBound, mean } from './support/statistics.ts';

describe('the bootstrap', () => {
  test('is worked by hand', () => {
    // Four samples of two values (1, 2), (1, 1), (4, 2), (4, 4): the means are 1.5, 1, 3 and 4.
    // 2.5 % of four is none: the interval goes from the least to the greatest.
    const four = { size: 2, places: Int32Array.of(0, 1, 0, 0, 1, 0, 1, 1) };
    expect(bootstrap([1, 4], four)).toEqual({ low: 1, high: 4 });
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

  test('has no end where all values are the same: they show no spread', () => {
    const whole = { low: -Infinity, high: Infinity };
    expect(bootstrap([5], { size: 1, places: new Int32Array(40) })).toEqual(whole);
    expect(bootstrap([0, 0, 0], drawSamples(3, 40, 0))).toEqual(whole);
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
    expect(drawSamples(60, 10, 0).places.every((p) => p >= 0 && p < 60)).toBe(true);
  });
});

describe('the interval of what users are worth', () => {
  const drawn = drawSamples(20, 400, 1);

  test('is that of a rate where each is worth all or nothing', () => {
    for (const [hits, most] of [
      [7, 1],
      [7, 0.1],
      [0, 1],
      [20, 0.5],
    ] as const) {
      const { low, high } = gainInterval(
        range(20).map((n) => (n < hits ? most : 0)),
        most,
        drawn,
      );
      const rate = rateInterval(hits, 20);
      expect([low, high]).toEqual([rate.low * most, rate.high * most]);
    }
  });

  test('is that of the bootstrap where gains are graded', () => {
    const gains = range(20).map((n) => (n % 3) / 2);
    expect(gainInterval(gains, 1, drawn)).toEqual(bootstrap(gains, drawn));
  });

  test('leaves room for the unseen where all are worth the same', () => {
    // 20 of 20: the share of such users is at least 0.025^(1/20) = 0.8316 of the world.
    const { low, high } = gainInterval(
      range(20).map(() => 0.5),
      1,
      drawn,
    );
    const share = 0.025 ** (1 / 20);
    expect(low).toBeCloseTo(share * 0.5, 12);
    expect(high).toBeCloseTo(share * 0.5 + (1 - share), 12);
  });

  test('of nothing found is never certainty, and shrinks with the users', () => {
    const highs = [10, 100, 1000].map((n) => {
      return gainInterval(new Array<number>(n).fill(0), 1, drawSamples(n, 10, 0)).high;
    });
    // About 3.7 / n, as the logarithm of 0.025 is -3.7.
    highs.forEach((high, n) => expect(high * 10 ** (n + 1)).toBeCloseTo(3.4, 0));
  });

  test.for(['ndcg', 'map'] as const)('of %s covers the truth where hits are not rare', (metric) => {
    const gain = (rank: number): number => (metric === 'map' ? 1 / rank : 1 / Math.log2(rank + 1));
    const truth = (0.3 * range(10).reduce((sum, n) => sum + gain(n + 1), 0)) / 10;
    const draw = lcg(11);
    const some = drawSamples(300, 300, 2);
    const covered = range(400).map(() => {
      const gains = range(300).map(() => (draw() < 0.3 ? gain(1 + Math.floor(10 * draw())) : 0));
      const { low, high } = gainInterval(gains, 1, some);
      return low <= truth && truth <= high ? 1 : 0;
    });
    // 400 tries at 0.95 have a standard deviation of 0.011.
    expect(mean(covered)).toBeGreaterThan(0.9);
  });
});

describe('the mean over runs', () => {
  test('is worked by hand', () => {
    // 1, 2, 3: s = 1, t(2) = 4.3027, so 2 ± 4.3027 / √3.
    const { mean: m, low, high } = overRuns([1, 2, 3]);
    expect(m).toBe(2);
    expect(high - 2).toBeCloseTo(2.48413771, 7);
    expect(2 - low).toBeCloseTo(2.48413771, 7);
  });

  test('of one run is known to nobody, and of equal runs to everybody', () => {
    expect(overRuns([0.3])).toEqual({ mean: 0.3, low: -Infinity, high: Infinity });
    expect(overRuns([0.25, 0.25, 0.25])).toEqual({ mean: 0.25, low: 0.25, high: 0.25 });
  });

  test('covers the truth 95 times in 100, also with few runs', () => {
    const draw = lcg(9);
    const normal = () => range(12).reduce((sum) => sum + draw(), -6);
    for (const n of [2, 3, 5, 10]) {
      const covered = range(4000).map(() => {
        const { low, high } = overRuns(range(n).map(normal));
        return low <= 0 && 0 <= high ? 1 : 0;
      });
      // 4,000 tries at 0.95 have a standard deviation of 0.0034.
      expect(Math.abs(mean(covered) - 0.95)).toBeLessThan(0.014);
    }
  });

  test("has the points of Student's table", () => {
    const table = { 1: 12.7062, 2: 4.30265, 3: 3.18245, 4: 2.77645, 9: 2.26216, 29: 2.04523 };
    for (const [freedom, t] of Object.entries(table)) {
      expect(Math.abs(quantileOfT(Number(freedom)) / t - 1)).toBeLessThan(0.002);
    }
    expect(quantileOfT(1e9)).toBeCloseTo(1.959963984540054, 8);
    expect(quantileOfT(0)).toBe(Infinity);
  });
});

describe('the drawn samples', () => {
  test('are at least one', () => {
    for (const samples of [0, -1, 2.5, NaN]) {
      expect(() => drawSamples(10, samples, 0)).toThrow(
        new RangeError(`drawSamples: samples must be an integer from 1 to 6710886, got ${samples}`),
      );
    }
  });
});
