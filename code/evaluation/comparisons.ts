/**
 * Which differences between models are more than chance: every pair of
 * models, compared person by person.
 */
import type { Estimate } from './intervals.ts';
import { checkValues } from './rates.ts';
import { bad, checkInteger } from '../recsys.ts';
import { exp } from '../toolbox/exact.ts';
import { checkPositive, checkReal } from '../toolbox/guard.ts';

// #region compare-all
/** How much better model a is than model b for the same users. */
export interface Difference {
  /** Ids of the two models. */
  readonly a: string;
  readonly b: string;
  /** Mean of gain a - gain b, with its interval for this pair alone. */
  readonly difference: Estimate;
  /** Chance of a difference at least this large if there were none. */
  readonly p: number;
  /** p, corrected for the number of pairs compared. */
  readonly pHolm: number;
  /** The pair can't be told apart: pHolm is above 5 %. */
  readonly tied: boolean;
}

/**
 * Every pair of models, compared user by user. Users who are hard for both
 * cancel, which two separate intervals do not.
 *
 * The leader of a board was chosen by the same numbers. So its pairs are
 * read from here too, corrected for all pairs: any model could have led.
 * @param gains for each model what each test user was worth to it [users]
 * @param most what a user can be worth at most; at least it is 0
 * @returns pairs (a, b), a before b in the order of `gains`
 * @throws RangeError or TypeError for a gain that is none, or where there
 *   are so few users that no outcome at all could part the models
 */
export function compareAll(
  gains: ReadonlyMap<string, ArrayLike<number>>,
  most = 1,
): Difference[] {
  checkGains(gains, most);
  const models = Array.from(gains);
  const pairs = models.flatMap(([a, left], n) =>
    models.slice(n + 1).map(([b, right]) => {
      const less = Array.from(left, (gain, user) => gain - right[user]);
      const difference = meanDifference(less, most);
      return { a, b, difference, p: signFlip(less) };
    }),
  );
  const corrected = holm(pairs.map(({ p }) => p));
  return pairs.map((pair, n) => {
    const pHolm = corrected[n];
    return { ...pair, pHolm, tied: pHolm > 0.05 };
  });
}

function checkGains(
  gains: ReadonlyMap<string, ArrayLike<number>>,
  most: number,
): void {
  const where = 'compareAll';
  const given: unknown = gains;
  if (!(given instanceof Map)) {
    throw bad(TypeError, where, 'gains', 'a Map of arrays', given);
  }
  checkPositive(where, 'most', most);
  let users: number | undefined;
  for (const [id, values] of gains) {
    checkValues(where, `gains of ${id}`, values);
    users ??= values.length;
    if (values.length !== users) {
      const name = `number of gains of ${id}`;
      throw bad(RangeError, where, name, String(users), values.length);
    }
    for (let u = 0; u < values.length; u++) {
      checkReal(where, `gains of ${id}[${u}]`, values[u], 0, most);
    }
  }
  if (gains.size < 2 || users === undefined) return;
  const needed = leastUsers(gains.size);
  if (users >= needed) return;
  const least = `at least ${needed} to part ${gains.size} models`;
  throw bad(RangeError, where, 'number of users', least, users);
}

/**
 * So few users can part so many models: n of them, all of one mind, have
 * p = 2^(1 - n), and Holm multiplies it by the number of pairs.
 */
export function leastUsers(models: number): number {
  checkInteger('leastUsers', 'models', models, 1, 1000000);
  const pairs = (models * (models - 1)) / 2;
  let users = 1;
  for (let p = 1; p * pairs > 0.05; p /= 2) users++;
  return users;
}
// #endregion compare-all

// #region sign-flip
/**
 * The chance of a total at least this far from 0 if the two models were
 * alike: then each user's difference could as well have had the other
 * sign. Over all 2^m ways to sign the m differences that are not 0, it is
 * the share of those whose total is as far from 0, or farther.
 *
 * The ways are counted, not drawn: differences are taken in whole steps of
 * 1/64 of the largest, and there are few totals to count. Where all
 * differences are of one size, as with hits, this is McNemar's exact test.
 * Very many users get the normal curve, which then hardly differs.
 * Fisher 1935; Pagano and Tritchler 1983,
 * https://doi.org/10.1080/01621459.1983.10477990
 * @throws RangeError or TypeError for what is not a finite number
 */
export function signFlip(differences: readonly number[]): number {
  checkValues('signFlip', 'differences', differences);
  const steps = wholeSteps(differences);
  const sizes = steps.map((step) => Math.abs(step));
  const total = Math.abs(steps.reduce((sum, step) => sum + step, 0));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (total === 0) return 1;
  if (sizes.length * all > MOST_WORK) {
    const squares = sizes.reduce((sum, size) => sum + size * size, 0);
    // Totals are 2 apart, and each stands for what is within 1 of it.
    return Math.min(1, 2 * normalTail((total - 1) / Math.sqrt(squares)));
  }
  // With the sum h of those for a, the total is h - (all - h).
  const chances = chancesOfSums(sizes, all);
  let tail = 0;
  for (let h = all; 2 * h - all >= total; h--) tail += chances[h];
  return Math.min(1, 2 * tail);
}

/** P(sum = s) when each size is in the sum or not, by the toss of a coin. */
function chancesOfSums(
  sizes: readonly number[],
  all: number,
): Float64Array {
  const chances = new Float64Array(all + 1);
  chances[0] = 1;
  let reach = 0;
  for (const size of sizes) {
    // From the top down: what a sum gives on has been asked before.
    for (let s = reach; s >= 0; s--) {
      const half = chances[s] / 2;
      chances[s] = half;
      chances[s + size] += half;
    }
    reach += size;
  }
  return chances;
}
// #endregion sign-flip

// #region whole-steps
/** Steps from 0 to the largest difference, and the work of one pair. */
const STEPS = 64;
const MOST_WORK = 4000000;

/** The differences in whole steps without a common divisor; none is 0. */
function wholeSteps(differences: readonly number[]): number[] {
  const largest = differences.reduce(
    (most, d) => Math.max(most, Math.abs(d)),
    0,
  );
  if (largest === 0) return [];
  // Subtle: Math.round is not the same for d and -d where it lies halfway.
  const steps = differences
    .map((d) => Math.sign(d) * Math.round((Math.abs(d) / largest) * STEPS))
    .filter((step) => step !== 0);
  const divisor = steps.reduce(
    (divisor, step) => commonDivisor(divisor, Math.abs(step)),
    0,
  );
  return steps.map((step) => step / divisor);
}

function commonDivisor(a: number, b: number): number {
  return a === 0 ? b : commonDivisor(b % a, a);
}
// #endregion whole-steps

// #region normal-tail
/**
 * The chance of a standard normal number above z: a series near 0, beyond
 * it a continued fraction.
 * Abramowitz and Stegun 1964, 26.2.11 and 26.2.14
 */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  const height = exp((-z * z) / 2) / 2.5066282746310002; // √(2π)
  if (z > 3) {
    let below = z;
    for (let n = 100; n > 0; n--) below = z + n / below;
    return height / below;
  }
  let term = z;
  let sum = 0;
  for (let n = 1; n < 100; n++) {
    sum += term;
    term *= (z * z) / (2 * n + 1);
  }
  return 0.5 - height * sum;
}
// #endregion normal-tail

// #region mean-difference
/**
 * The mean of the differences with its 95 % interval, for this pair alone:
 * mean ± z · s / √n, reckoned as if two more users had come, one who is
 * worth all to a and nothing to b, and one the other way round. So models
 * that never differed are not said to be the same.
 * After Bonett and Price 2012, https://doi.org/10.3102/1076998611411915
 */
function meanDifference(
  differences: readonly number[],
  most: number,
): Estimate {
  const n = differences.length;
  let sum = 0;
  let squares = 2 * most * most;
  for (const d of differences) {
    sum += d;
    squares += d * d;
  }
  const middle = sum / (n + 2);
  const variance = squares / (n + 2) - middle * middle;
  const half = 1.959963984540054 * Math.sqrt(variance / (n + 2));
  return {
    mean: sum / n,
    low: Math.max(-most, middle - half),
    high: Math.min(most, middle + half),
  };
}
// #endregion mean-difference

// #region holm
/**
 * The p values, corrected for being many: with all of them below 5 % the
 * chance of even one false alarm is at most 5 %.
 *
 * The smallest of m is multiplied by m, the next by m - 1, and so on; none
 * falls below the one before it, and none rises above 1.
 * @throws RangeError or TypeError for a value that is not from 0 to 1
 * Holm 1979, https://www.jstor.org/stable/4615733
 */
export function holm(ps: readonly number[]): number[] {
  checkValues('holm', 'ps', ps);
  ps.forEach((p, n) => {
    checkReal('holm', `ps[${n}]`, p, 0, 1);
  });
  const order = ps.map((_, n) => n).sort((a, b) => ps[a] - ps[b] || a - b);
  const corrected = ps.slice();
  let least = 0;
  order.forEach((n, rank) => {
    least = Math.max(least, Math.min(1, ps[n] * (ps.length - rank)));
    corrected[n] = least;
  });
  return corrected;
}
// #endregion holm
