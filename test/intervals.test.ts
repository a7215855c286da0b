import { describe, expect, test } from 'vitest';
import {
  bootstrap,
  compareAll,
  drawSamples,
  holm,
  overRuns,
  quantileOfT,
} from '../code/evaluation/intervals.ts';
import { lcg, range } from './support/logs.ts';
import { chiSquare, chiSquareBound, mean } from './support/statistics.ts';

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
    expect(drawSamples(60, 10, 0).places.every((p) => p >= 0 && p < 60)).toBe(true);
  });
});

describe('the comparison of models, user by user', () => {
  const drawn = drawSamples(200, 2000, 0);
  const draw = lcg(3);
  const hard = range(200).map(() => draw());

  test('is the mean difference, with every pair once and in order', () => {
    const gains = new Map([
      ['x', [1, 0, 1, 1]],
      ['y', [0, 0, 1, 0]],
      ['z', [1, 1, 1, 1]],
    ]);
    const pairs = compareAll(gains, drawSamples(4, 100, 0));
    expect(pairs.map(({ a, b }) => a + b)).toEqual(['xy', 'xz', 'yz']);
    expect(pairs.map(({ difference }) => difference.mean)).toEqual([0.5, -0.25, -0.75]);
    for (const { difference, p, pHolm, tied } of pairs) {
      expect(difference.low).toBeLessThanOrEqual(difference.mean);
      expect(difference.high).toBeGreaterThanOrEqual(difference.mean);
      expect(pHolm).toBeGreaterThanOrEqual(p);
      expect(tied).toBe(pHolm > 0.05);
    }
  });

  test('has the interval of the differences themselves', () => {
    const [x, y] = [0.4, 0.5].map((limit) => hard.map((h) => (h < limit ? 1 : 0)));
    const [{ difference }] = compareAll(new Map(Object.entries({ x, y })), drawn);
    const own = bootstrap(
      x.map((gain, n) => gain - y[n]),
      drawn,
    );
    expect(difference.low).toBeCloseTo(own.low, 12);
    expect(difference.high).toBeCloseTo(own.high, 12);
  });

  test('sees what two separate intervals do not: users who are hard for both cancel', () => {
    const [x, y] = [0.4, 0.5].map((limit) => hard.map((h) => (h < limit ? 1 : 0)));
    expect(bootstrap(x, drawn).high).toBeGreaterThan(bootstrap(y, drawn).low);
    const [{ tied, difference }] = compareAll(new Map(Object.entries({ x, y })), drawn);
    expect(tied).toBe(false);
    expect(difference.high).toBeLessThan(0);
  });

  test('ties a model with itself', () => {
    const gains = new Map(Object.entries({ x: hard, y: hard }));
    expect(compareAll(gains, drawn)).toEqual([
      {
        a: 'x',
        b: 'y',
        difference: { mean: 0, low: 0, high: 0 },
        p: 1,
        pHolm: 1,
        tied: true,
      },
    ]);
  });

  test('does not care who is named first', () => {
    const other = hard.map((h) => 0.9 * h + 0.03);
    const [one] = compareAll(new Map(Object.entries({ x: hard, y: other })), drawn);
    const [two] = compareAll(new Map(Object.entries({ y: other, x: hard })), drawn);
    expect(two.p).toBe(one.p);
    expect(two.difference.mean).toBe(-one.difference.mean);
  });

  test('calls seven models of equal skill different in at most about 5 of 100 leaderboards', () => {
    const some = drawSamples(150, 500, 1);
    const alarms = range(300).map(() => {
      const gains = range(7).map((m) => {
        return [`m${m}`, range(150).map(() => (draw() < 0.2 ? 1 : 0))] as const;
      });
      return compareAll(new Map(gains), some).some(({ tied }) => !tied) ? 1 : 0;
    });
    // At 5 % of 300 the standard deviation is 1.3 %: four of them above.
    expect(mean(alarms)).toBeLessThan(0.1);
    // Without the correction nearly half of them would cry wolf.
    const bare = range(100).map(() => {
      const gains = range(7).map((m) => {
        return [`m${m}`, range(150).map(() => (draw() < 0.2 ? 1 : 0))] as const;
      });
      return compareAll(new Map(gains), some).some(({ p }) => p <= 0.05) ? 1 : 0;
    });
    expect(mean(bare)).toBeGreaterThan(0.25);
  });
});

describe("Holm's correction", () => {
  test('is worked by hand', () => {
    // Ascending 0.01, 0.02, 0.03, 0.4: times 4, 3, 2, 1 is 0.04, 0.06, 0.06 and 0.4.
    expect(holm([0.03, 0.01, 0.4, 0.02])).toEqual([0.06, 0.04, 0.4, 0.06]);
  });

  test('leaves a single p as it is, passes 1 never, and keeps the order', () => {
    expect(holm([0.3])).toEqual([0.3]);
    expect(holm([0.9, 0.6, 0.9])).toEqual([1, 1, 1]);
    expect(holm([])).toEqual([]);
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
