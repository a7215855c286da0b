import { describe, expect, test } from 'vitest';
import { rateInterval } from '../code/evaluation/rates.ts';
import { range } from './support/logs.ts';

/** P(X = h) of n for all h, by the ratio of one to the next. */
function binomial(n: number, rate: number): number[] {
  let logarithm = n * Math.log(1 - rate);
  return range(n + 1).map((h) => {
    const chance = Math.exp(logarithm);
    logarithm += Math.log((((n - h) / (h + 1)) * rate) / (1 - rate));
    return chance;
  });
}

type Interval = (hits: number, n: number) => { low: number; high: number };

/** Wilson 1927: shorter, and what many programs give. */
const wilson: Interval = (hits, n) => {
  const z = 1.959963984540054;
  const middle = (hits + (z * z) / 2) / (n + z * z);
  const half = (z * Math.sqrt((hits * (n - hits)) / n + (z * z) / 4)) / (n + z * z);
  return { low: middle - half, high: middle + half };
};

/** The share of samples whose interval holds the rate: reckoned, not drawn. Its least over a grid. */
function leastCoverage(interval: Interval, n: number): number {
  const intervals = range(n + 1).map((hits) => interval(hits, n));
  const rates = range(981).map((step) => 0.01 + step / 2000);
  const coverages = rates.map((rate) =>
    binomial(n, rate).reduce((sum, chance, hits) => {
      const { low, high } = intervals[hits];
      return low <= rate && rate <= high ? sum + chance : sum;
    }, 0),
  );
  return Math.min(...coverages);
}

describe('the interval of a rate', () => {
  test('is worked by hand at its ends', () => {
    // None of 80: the highest rate p has (1 - p)^80 = 0.025.
    const most = 1 - 0.025 ** (1 / 80);
    expect(rateInterval(0, 80).low).toBe(0);
    expect(rateInterval(0, 80).high).toBeCloseTo(most, 14);
    expect(rateInterval(80, 80).low).toBeCloseTo(1 - most, 14);
    expect(rateInterval(80, 80).high).toBe(1);
    // One of two: 1 - (1 - p)² = 0.025 below, p² = 1 - 0.025 above by symmetry.
    const low = 1 - Math.sqrt(0.975);
    expect(rateInterval(1, 2).low).toBeCloseTo(low, 14);
    expect(rateInterval(1, 2).high).toBeCloseTo(1 - low, 14);
  });

  test('has the ends that tables give', () => {
    // 10 of 100, as in R's binom.test(10, 100).
    const { low, high } = rateInterval(10, 100);
    expect([low, high].map((end) => Number(end.toFixed(8)))).toEqual([0.04900469, 0.1762226]);
  });

  test.for([28, 80, 300])(
    'of %d people holds the true rate 95 times in 100, whatever it is',
    (n) => {
      expect(leastCoverage(rateInterval, n)).toBeGreaterThanOrEqual(0.95);
    },
  );

  test('holds it where the shorter one of Wilson does not', () => {
    const [few, more, many] = [28, 80, 300].map((n) => leastCoverage(wilson, n));
    expect(few).toBeLessThan(0.9);
    expect(more).toBeLessThan(0.93);
    expect(many).toBeLessThan(0.935);
  });

  test('holds the measured rate, and is the mirror of that of the misses', () => {
    for (const n of [1, 2, 7, 300]) {
      for (const hits of range(n + 1)) {
        const { low, high } = rateInterval(hits, n);
        expect(low <= hits / n && hits / n <= high && low < high).toBe(true);
        const misses = rateInterval(n - hits, n);
        expect(misses.low).toBeCloseTo(1 - high, 12);
      }
    }
  });

  test('is found for ten million people too', () => {
    const n = 10_000_000;
    const { low, high } = rateInterval(1_000_000, n);
    const half = 1.96 * Math.sqrt(0.09 / n);
    expect(low).toBeCloseTo(0.1 - half, 6);
    expect(high).toBeCloseTo(0.1 + half, 6);
    expect(rateInterval(1, n).low * n).toBeCloseTo(0.0253, 4);
  });
});
