import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BPR, exp, log, stream } from '../code/recsys.ts';
import { lcg, range } from './support/logs.ts';
import { errorInUlps, preciseExp, preciseLog } from '../.vitepress/chapters/exp/precise.ts';
import {
  chiSquare,
  chiSquareBound,
  distanceBound,
  distanceFromUniform,
} from './support/statistics.ts';

const worstExp = (xs: readonly number[]): number =>
  Math.max(...xs.map((x) => errorInUlps(exp(x), preciseExp(x))));
const worstLog = (xs: readonly number[]): number =>
  Math.max(...xs.map((x) => errorInUlps(log(x), { m: preciseLog(x), e: 0 })));

/** Doubles with random bits and an exponent from `low` to `high`. */
function doubles(n: number, low: number, high: number, seed: number): number[] {
  const draw = lcg(seed);
  return range(n).map(() => {
    const exponent = low + Math.floor(draw() * (high - low + 1));
    return (1 + draw() + draw() * 2 ** -32) * 2 ** exponent;
  });
}

/** A double from the whole range, with its neighbours below and above. */
const anyDouble = fc.double({ noNaN: true, noDefaultInfinity: true });
const neighbours = (x: number): number[] => {
  const gap = Math.max(Math.abs(x) * 2 ** -53, Number.MIN_VALUE);
  return [x - gap, x, x + gap].filter(Number.isFinite);
};

describe('the ruler', () => {
  test('measures 0 for exact values and 1/2 at most for rounded ones', () => {
    expect(errorInUlps(1, preciseExp(0))).toBe(0);
    expect(errorInUlps(Math.E, preciseExp(1))).toBeLessThanOrEqual(0.5);
    expect(errorInUlps(Math.LN2, { m: preciseLog(2), e: 0 })).toBeLessThanOrEqual(0.5);
    expect(errorInUlps(Math.LN10, { m: preciseLog(10), e: 0 })).toBeLessThanOrEqual(0.5);
  });

  test('sees a double that is one off', () => {
    expect(errorInUlps(Math.E + 2 ** -51, preciseExp(1))).toBeGreaterThan(0.5);
    expect(errorInUlps(1 + 2 ** -52, preciseExp(0))).toBe(1);
    expect(errorInUlps(-Math.LN2 * (1 - 2 ** -53), { m: preciseLog(0.5), e: 0 })).toBeGreaterThan(
      0.5,
    );
  });
});

describe('exp', () => {
  test('is within one unit in the last place', () => {
    const draw = lcg(1);
    expect(worstExp(range(4000).map(() => 1400 * draw() - 700))).toBeLessThan(1);
    expect(worstExp(range(2000).map(() => 4 * draw() - 2))).toBeLessThan(1);
    expect(worstExp(doubles(1000, -60, 8, 2))).toBeLessThan(1);
    expect(worstExp(doubles(1000, -60, 8, 3).map((x) => -x))).toBeLessThan(1);
    // Near multiples of ln 2 / 2, where the reduction changes over.
    const near = range(2000).map((n) => (n / 2 - 500) * Math.LN2 * (1 + (n % 5) * 1e-15));
    expect(worstExp(near)).toBeLessThan(1);
  });

  test('is within one unit all over its range, forty thousand times', () => {
    const draw = lcg(10);
    expect(worstExp(range(40_000).map(() => 1454.9 * draw() - 745.13))).toBeLessThan(1);
  });

  test('is within one unit for any double that it takes to a finite number above 0', () => {
    fc.assert(
      fc.property(anyDouble, (any) => {
        // Any exponent, folded into the range in which e^x is neither 0 nor Infinity.
        for (const x of neighbours(any >= -745 && any <= 709 ? any : any % 709)) {
          expect(errorInUlps(exp(x), preciseExp(x))).toBeLessThan(1);
        }
      }),
      { numRuns: 5000 },
    );
  });

  test('is within one unit at its edges', () => {
    const edges = [709.782712893384, -708.3964185322641, -745.1332191019411, -744.4400719213812];
    const halves = range(2150).map((n) => ((n - 1075) * Math.LN2) / 2);
    const small = range(1075).map((n) => 2 ** -n);
    const xs = [...edges, ...halves, ...small, ...small.map((x) => -x)].flatMap(neighbours);
    const inside = xs.filter((x) => x <= 709.782712893384 && x >= -745.1332191019411);
    expect(inside.length).toBeGreaterThan(12_000);
    expect(worstExp(inside)).toBeLessThan(1);
  });

  test('is within one unit where results lose their digits, down to the smallest double', () => {
    const draw = lcg(3);
    expect(worstExp(range(1500).map(() => -708 - 37 * draw()))).toBeLessThan(1);
    expect(exp(-745.1332191019411)).toBe(Number.MIN_VALUE);
    expect(exp(-708.3964185322641)).toBeCloseTo(2.2250738585072626e-308, 320);
  });

  test('has the values that all agree on', () => {
    expect(exp(0)).toBe(1);
    expect(exp(-0)).toBe(1);
    expect(exp(Infinity)).toBe(Infinity);
    expect(exp(-Infinity)).toBe(0);
    expect(exp(NaN)).toBeNaN();
    expect(exp(Number.MIN_VALUE)).toBe(1);
    expect(exp(1e-20)).toBe(1);
    expect(exp(710)).toBe(Infinity);
    expect(exp(709.7827128933841)).toBe(Infinity);
    expect(exp(709.782712893384)).toBeLessThan(Infinity);
    expect(exp(1e308)).toBe(Infinity);
    expect(exp(-746)).toBe(0);
    expect(exp(-1e308)).toBe(0);
  });

  test('never falls', () => {
    const xs = doubles(3000, -40, 9, 4)
      .flatMap((x) => [x, x * (1 + 2 ** -52), -x])
      .sort((a, b) => a - b);
    for (let n = 1; n < xs.length; n++) expect(exp(xs[n])).toBeGreaterThanOrEqual(exp(xs[n - 1]));
  });
});

describe('log', () => {
  test('is within one unit in the last place', () => {
    expect(worstLog(doubles(4000, -1022, 1023, 5))).toBeLessThan(1);
    expect(worstLog(doubles(2000, -3, 2, 6))).toBeLessThan(1);
    // Close to 1, where the result is close to 0.
    const near = doubles(2000, -52, -2, 7).flatMap((d) => [1 + d, 1 - d / 2]);
    expect(worstLog(near.filter((x) => x !== 1))).toBeLessThan(1);
    expect(worstLog(range(3000).map((n) => n + 2))).toBeLessThan(1);
  });

  test('is within one unit all over its range, forty thousand times', () => {
    expect(worstLog(doubles(40_000, -1022, 1022, 11))).toBeLessThan(1);
  });

  test('is within one unit for any double above 0, subnormal ones included', () => {
    fc.assert(
      fc.property(anyDouble, (any) => {
        for (const x of neighbours(Math.abs(any))) {
          if (x > 0) expect(errorInUlps(log(x), { m: preciseLog(x), e: 0 })).toBeLessThan(1);
        }
      }),
      { numRuns: 5000 },
    );
  });

  test('is within one unit at its edges: powers of two, where the reduction changes over, 1', () => {
    const powers = range(2098).map((n) => 2 ** (n - 1074));
    const changes = range(2040).map((n) => Math.SQRT2 * 2 ** (n - 1020));
    const xs = [Number.MAX_VALUE, ...powers, ...changes].flatMap(neighbours);
    const inside = xs.filter((x) => x > 0);
    expect(inside.length).toBeGreaterThan(12_000);
    expect(worstLog(inside)).toBeLessThan(1);
  });

  test('is within one unit for the smallest doubles', () => {
    const draw = lcg(8);
    const tiny = range(1000).map(() => 2 ** (-1074 + Math.floor(52 * draw())) * (1 + draw()));
    expect(worstLog([Number.MIN_VALUE, 3 * Number.MIN_VALUE, ...tiny])).toBeLessThan(1);
    expect(worstLog([2.2250738585072014e-308, 2.225073858507201e-308])).toBeLessThan(1);
  });

  test('has the values that all agree on', () => {
    expect(log(1)).toBe(0);
    expect(log(0)).toBe(-Infinity);
    expect(log(-0)).toBe(-Infinity);
    expect(log(Infinity)).toBe(Infinity);
    expect(log(-1)).toBeNaN();
    expect(log(-Infinity)).toBeNaN();
    expect(log(-Number.MIN_VALUE)).toBeNaN();
    expect(log(NaN)).toBeNaN();
    expect(log(2)).toBe(Math.LN2);
    expect(log(Number.MAX_VALUE)).toBe(709.782712893384);
    expect(log(Number.MIN_VALUE)).toBe(-744.4400719213812);
    // √2 is the largest m, and not halved.
    expect(log(Math.SQRT2 * 2 ** 31)).toBe(21.83413618763828);
  });

  test('undoes exp', () => {
    for (const x of doubles(2000, -20, 9, 9)) {
      if (x < 700) expect(Math.abs(log(exp(x)) - x)).toBeLessThan(3e-16 * Math.max(1, x));
    }
  });
});

describe('the draws', () => {
  test('are the same for the same purpose, seed and user, and others for others', () => {
    const first = (...args: Parameters<typeof stream>) => stream(...args)();
    expect(first('a', 1, 2)).toBe(first('a', 1, 2));
    const others = [
      first('a', 1, 2),
      first('b', 1, 2),
      first('a', 2, 2),
      first('a', 1, 3),
      first('a', 1),
      first('a', 12),
      first('a', -1),
    ];
    expect(new Set(others).size).toBe(others.length);
  });

  test('are uniform from 0 to 1, without 1', () => {
    const draw = stream('test', 0);
    const sample = range(100_000).map(() => draw());
    expect(sample.every((x) => x >= 0 && x < 1)).toBe(true);
    expect(distanceFromUniform(sample)).toBeLessThan(distanceBound(100_000));
  });

  test('of one stream do not tell of the next draw, nor of a neighbour stream', () => {
    const [a, b] = [stream('test', 0, 1), stream('test', 0, 2)];
    const cells = new Array<number>(200).fill(0);
    for (let n = 0; n < 100_000; n++) {
      const x = Math.floor(10 * a());
      cells[10 * x + Math.floor(10 * a())]++;
      cells[100 + 10 * x + Math.floor(10 * b())]++;
    }
    expect(chiSquare(cells.slice(0, 100), 1000)).toBeLessThan(chiSquareBound(99));
    expect(chiSquare(cells.slice(100), 1000)).toBeLessThan(chiSquareBound(99));
  });

  test('that start factors are normal, with the given spread', () => {
    // Steps too small to see leave the start of BPR as it is: 0.1 times standard normal draws.
    const rows = range(300).map((u): [number, number, number] => [u, u % 30, 0]);
    const { userFactors, itemFactors } = new BPR({ epochs: 1, lr: 1e-13 }).fit(rows, 300, 40);
    const sample = [...userFactors.to1DArray(), ...itemFactors.to1DArray()].map((x) => 10 * x);
    expect(distanceFromUniform(sample.map(normalShare))).toBeLessThan(distanceBound(sample.length));
    expect(Math.max(...sample.map(Math.abs))).toBeGreaterThan(3);
  });
});

/** The share of a normal law below x, by the rational rule of Abramowitz and Stegun (7.1.26). */
function normalShare(x: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(x)) / Math.SQRT2);
  const poly =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const tail = (poly * Math.exp((-x * x) / 2)) / 2;
  return x > 0 ? 1 - tail : tail;
}
