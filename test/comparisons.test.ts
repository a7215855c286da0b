import { describe, expect, test } from 'vitest';
import {
  compareAll,
  holm,
  leastUsers,
  normalTail,
  signFlip,
} from '../code/evaluation/comparisons.ts';
import { rateInterval } from '../code/evaluation/rates.ts';
import { lcg, range } from './support/logs.ts';
import { drawNull, nullBoards } from './support/nullBoards.ts';
import type { NullBoard } from './support/nullBoards.ts';
import { mean } from './support/statistics.ts';
import { inTier } from './support/tier.ts';

const draw = lcg(3);
const hard = range(200).map(() => draw());
const alike = (...gains: readonly (readonly number[])[]) =>
  new Map(gains.map((of, n) => [`m${n}`, of]));

/** All 2^m ways to sign them, one by one. */
function byEnumeration(differences: readonly number[]): number {
  const some = differences.filter((d) => d !== 0);
  const total = Math.abs(some.reduce((sum, d) => sum + d, 0));
  let asFar = 0;
  for (let ways = 0; ways < 2 ** some.length; ways++) {
    const signed = some.reduce((sum, d, n) => sum + ((ways >> n) & 1 ? d : -d), 0);
    if (Math.abs(signed) >= total - 1e-9) asFar++;
  }
  return asFar / 2 ** some.length;
}

interface Alarms {
  readonly tries: number;
  /** Boards with a false alarm: on any pair, and on one of the leader's. */
  readonly alarms: number;
  readonly atLeader: number;
  /** The same if the leader's pairs were corrected for their own number alone. */
  readonly naive: number;
}

const known = new Map<NullBoard, Alarms>();

function alarmsOn(board: NullBoard): Alarms {
  const before = known.get(board);
  if (before) return before;
  const next = drawNull(board, 1);
  const tries = inTier(60, 250); // eight boards: 2,000
  let [alarms, atLeader, naive] = [0, 0, 0];
  for (let board = 0; board < tries; board++) {
    const gains = next();
    const pairs = compareAll(gains);
    const sums = Array.from(gains, ([id, of]) => ({ id, sum: of.reduce((x, y) => x + y, 0) }));
    const leader = sums.reduce((x, y) => (y.sum > x.sum ? y : x)).id;
    const own = pairs.filter(({ a, b }) => a === leader || b === leader);
    if (pairs.some(({ tied }) => !tied)) alarms++;
    if (own.some(({ tied }) => !tied)) atLeader++;
    if (holm(own.map(({ p }) => p)).some((p) => p <= 0.05)) naive++;
  }
  const result = { tries, alarms, atLeader, naive };
  known.set(board, result);
  return result;
}

describe('the chance of so large a difference between two models that are alike', () => {
  test('is worked by hand: five for a, one for b', () => {
    // Of 64 ways to toss six coins, 1 + 6 give five heads or more, and as many one or none.
    expect(signFlip([1, 1, 0, 1, 1, -1, 0, 1])).toBe(14 / 64);
    expect(signFlip([-1, -1, 0, -1, -1, 1, 0, -1])).toBe(14 / 64);
    expect(signFlip([0.1, 0.1, 0.1])).toBe(2 / 8);
    expect(signFlip([1, -1])).toBe(1);
    expect(signFlip([0, 0])).toBe(1);
    expect(signFlip([])).toBe(1);
  });

  test('is the share of all signs that give as much, where differences have sizes', () => {
    const some = lcg(8);
    for (const m of [3, 6, 11]) {
      range(20).forEach(() => {
        // In steps of 1/64 of the largest nothing is rounded.
        const differences = range(m).map(() => Math.floor(some() * 129) / 64 - 1);
        differences[0] = 1;
        expect(signFlip(differences)).toBeCloseTo(byEnumeration(differences), 12);
      });
    }
  });

  test('hardly moves when graded differences are put into steps', () => {
    const some = lcg(4);
    const gain = () => 1 / Math.log2(2 + 9 * some());
    range(20).forEach(() => {
      const differences = range(14).map(() => gain() - gain() + 0.1);
      expect(Math.abs(signFlip(differences) - byEnumeration(differences))).toBeLessThan(0.02);
    });
  });

  test('goes over into the normal curve without a step', () => {
    // 1,990 equal differences are counted, and 2,010 are not: 4 million totals are the limit.
    for (const more of [60, 150, 250]) {
      const of = (n: number) => signFlip(range(n).map((at) => (at < (n + more) / 2 ? 1 : -1)));
      const [counted, curve] = [of(1990), of(2010)];
      const z = (n: number) => (more - 1) / Math.sqrt(n);
      const expected = (2 * normalTail(z(2010))) / (2 * normalTail(z(1990)));
      const ratio = curve / counted / expected;
      // Far out, at p = 2e-8, the curve is a bit too careful.
      expect(ratio).toBeGreaterThan(0.99);
      expect(ratio).toBeLessThan(more < 200 ? 1.02 : 1.05);
    }
  });

  test('is uniform under the null: below 5 % in at most 5 of 100', () => {
    const some = lcg(12);
    const small = range(2000).map(() => {
      const p = signFlip(range(40).map(() => (some() < 0.5 ? 1 : -1) * Math.ceil(5 * some())));
      return p <= 0.05 ? 1 : 0;
    });
    // At 5 % of 2,000 the standard deviation is 0.5 %.
    expect(mean(small)).toBeLessThan(0.065);
    expect(mean(small)).toBeGreaterThan(0.035);
  });

  test('knows the tail of the normal curve', () => {
    const table = { 0: 0.5, 1: 0.15865525393145707, 1.96: 0.024997895148220435, 5: 2.866515718791933e-7 }; // prettier-ignore
    for (const [z, tail] of Object.entries(table)) {
      expect(Math.abs(normalTail(Number(z)) / tail - 1)).toBeLessThan(1e-12);
      expect(normalTail(-Number(z))).toBeCloseTo(1 - tail, 14);
    }
    expect(Math.abs(normalTail(3) / normalTail(3.0000001) - 1)).toBeLessThan(1e-6);
  });
});

describe('the comparison of models, user by user', () => {
  test('is the mean difference, with every pair once and in order', () => {
    const one = range(12).map((n) => n % 2);
    const gains = new Map([
      ['x', one],
      ['y', one.map((gain, n) => (n < 4 ? gain : 0))],
      ['z', one.map(() => 1)],
    ]);
    const pairs = compareAll(gains);
    expect(pairs.map(({ a, b }) => a + b)).toEqual(['xy', 'xz', 'yz']);
    expect(pairs.map(({ difference }) => difference.mean)).toEqual([4 / 12, -6 / 12, -10 / 12]);
    for (const { difference, p, pHolm, tied } of pairs) {
      expect(difference.low).toBeLessThanOrEqual(difference.mean);
      expect(difference.high).toBeGreaterThanOrEqual(difference.mean);
      expect(pHolm).toBeGreaterThanOrEqual(p);
      expect(tied).toBe(pHolm > 0.05);
    }
    // 4, 6 and 10 of one mind: p = 2^-3, 2^-5 and 2^-9, times 1, 2 and 3.
    expect(pairs.map(({ p }) => p)).toEqual([1 / 8, 1 / 32, 1 / 512]);
    expect(pairs.map(({ pHolm }) => pHolm)).toEqual([1 / 8, 2 / 32, 3 / 512]);
  });

  test('sees what two separate intervals do not: users who are hard for both cancel', () => {
    const [x, y] = [0.4, 0.5].map((limit) => hard.map((h): number => (h < limit ? 1 : 0)));
    const rateOf = (of: number[]) => rateInterval(of.filter(Boolean).length, of.length);
    expect(rateOf(x).high).toBeGreaterThan(rateOf(y).low);
    const [{ tied, difference }] = compareAll(alike(x, y));
    expect(tied).toBe(false);
    expect(difference.high).toBeLessThan(0);
  });

  test('ties models that never differed, and does not say that they are the same', () => {
    const [{ difference, ...rest }] = compareAll(alike(hard, hard));
    expect(rest).toEqual({ a: 'm0', b: 'm1', p: 1, pHolm: 1, tied: true });
    // As if 2 of 202 had differed: 1.96 · √2 / 202.
    expect(difference.mean).toBe(0);
    expect(difference.high).toBeCloseTo((1.959964 * Math.SQRT2) / 202, 8);
    expect(difference.low).toBe(-difference.high);
  });

  test('does not care who is named first, also where a difference lies between two steps', () => {
    const between = [1, ...range(9).map((n) => (n + 0.5) / 64), -0.75, -0.3];
    expect(signFlip(between.map((d) => -d))).toBe(signFlip(between));
    const other = hard.map((h) => 0.9 * h + 0.03);
    const [one] = compareAll(new Map(Object.entries({ x: hard, y: other })));
    const [two] = compareAll(new Map(Object.entries({ y: other, x: hard })));
    expect(two.p).toBe(one.p);
    expect(two.difference.mean).toBe(-one.difference.mean);
  });

  test('has the interval that the R package statpsych gives: ci.prop.ps(.05, 12, 4, 26, 6)', () => {
    // Of 48 people a alone finds 26, b alone 4.
    const gains = (from: number, to: number) => range(48).map((n) => (n >= from && n < to ? 1 : 0));
    const [{ difference }] = compareAll(alike(gains(0, 26), gains(26, 30)));
    expect(difference.low).toBeCloseTo(0.2548067, 7);
    expect(difference.high).toBeCloseTo(0.6251933, 7);
  });

  test('does not care in what unit a gain is paid', () => {
    const [x, y] = [0.4, 0.5].map((limit) => hard.map((h) => (h < limit ? 1 : 0)));
    const [whole] = compareAll(alike(x, y));
    const tenth = (of: number[]) => of.map((gain) => gain / 10);
    const [part] = compareAll(alike(tenth(x), tenth(y)), 0.1);
    expect(part.p).toBe(whole.p);
    expect(part.difference.low).toBeCloseTo(whole.difference.low / 10, 14);
  });

  test.for([28, 80])('has an interval of %d hits that holds the truth 93 times in 100', (n) => {
    // All ways to have x hits of a alone and y of b alone, with their chances: reckoned, not drawn.
    const logs = range(n + 1).reduce((sums: number[], k) => [...sums, k ? sums[k - 1] + Math.log(k) : 0], []); // prettier-ignore
    const intervals = range(n + 1).map((x) =>
      range(n + 1 - x).map((y) => {
        const gains = (of: number, from: number) => range(n).map((u) => Number(u >= from && u < from + of)); // prettier-ignore
        return compareAll(alike(gains(x, 0), gains(y, x)))[0].difference;
      }),
    );
    for (const [a, b] of [
      [0.02, 0.02],
      [0.05, 0.02],
      [0.1, 0.1],
      [0.3, 0.1],
      [0.4, 0.02],
      [0.45, 0.49],
    ]) {
      // prettier-ignore
      let coverage = 0;
      intervals.forEach((row, x) =>
        row.forEach(({ low, high }, y) => {
          if (low > a - b || a - b > high) return;
          const ways = logs[n] - logs[x] - logs[y] - logs[n - x - y];
          coverage += Math.exp(ways + x * Math.log(a) + y * Math.log(b) + (n - x - y) * Math.log(1 - a - b)); // prettier-ignore
        }),
      );
      expect(coverage, `rates ${a} and ${b}`).toBeGreaterThan(0.93);
    }
  });

  test('tells thirty models apart that are apart, and no others', () => {
    // Three groups of ten: who is a hit for the lowest is one for the others too, but for a few users
    // of each model's own. Within a group nobody is better.
    const some = lcg(21);
    const users = range(600).map(() => some());
    const limits = range(30).map((m) => [0.2, 0.35, 0.5][Math.floor(m / 10)]);
    const gains = limits.map((limit) =>
      users.map((h) => (some() < 0.06 ? Number(some() < limit) : Number(h < limit))),
    );
    const pairs = compareAll(alike(...gains));
    expect(pairs).toHaveLength(435);
    const groupOf = (id: string) => Math.floor(Number(id.slice(1)) / 10);
    for (const { a, b, tied, p } of pairs) {
      expect(tied, `${a} and ${b}: ${p}`).toBe(groupOf(a) === groupOf(b));
    }
  });

  test.for(nullBoards)(
    'calls no one better where nobody is: $models models, $users users, $worth',
    (board) => {
      // prettier-ignore
      const { tries, alarms, atLeader } = alarmsOn(board);
      // At 5 % the standard deviation is √(0.05 · 0.95 / tries): three of them above.
      const bound = 0.05 + 3 * Math.sqrt((0.05 * 0.95) / tries);
      expect(alarms / tries).toBeLessThan(bound);
      expect(atLeader).toBeLessThanOrEqual(alarms);
    },
  );

  test('errs on at most 6 % of all these boards, and more often if the leader were held to be given', () => {
    const all = nullBoards.map(alarmsOn);
    const sum = (of: 'tries' | 'alarms' | 'naive') => all.reduce((total, c) => total + c[of], 0);
    expect(sum('tries')).toBe(inTier(480, 2000));
    expect(sum('alarms') / sum('tries')).toBeLessThanOrEqual(0.06);
    expect(sum('naive') / sum('tries')).toBeGreaterThan(0.06);
    console.log(`false alarms on ${sum('alarms')} of ${sum('tries')} boards; ${sum('naive')} if only the pairs of the leader counted`); // prettier-ignore
  });
});

describe('so few users that no outcome could part the models', () => {
  test('are counted by hand', () => {
    // Two models: 2^(1 - n) is at most 0.05 from n = 6 on. Thirty: 435 pairs, and 2^-14 · 435 = 0.027.
    expect([2, 3, 9, 30].map(leastUsers)).toEqual([6, 7, 11, 15]);
  });

  test.for([2, 3, 9, 30])('are refused, with the figures: %d models', (models) => {
    const least = leastUsers(models);
    const boardOf = (users: number) =>
      alike(...range(models).map((m) => range(users).map(() => (m === 0 ? 1 : 0))));
    expect(compareAll(boardOf(least)).some(({ tied }) => !tied)).toBe(true);
    expect(() => compareAll(boardOf(least - 1))).toThrow(
      new RangeError(
        `compareAll: number of users must be at least ${least} to part ${models} models, got ${least - 1}`,
      ),
    );
  });

  test('do not matter where there is nothing to compare', () => {
    expect(compareAll(new Map())).toEqual([]);
    expect(compareAll(new Map([['x', [1]]]))).toEqual([]);
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
