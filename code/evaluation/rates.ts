/**
 * What a share of people says of the share in the world they came from, and
 * the check of values that anything is reckoned from.
 */
import { bad, checkInteger } from '../recsys.ts';
import { exp, log } from '../toolbox/exact.ts';
import { MAX_SIZE } from '../toolbox/guard.ts';

// #region rate-interval
/**
 * The exact 95 % interval of a rate of which `hits` of n were seen.
 *
 * It holds every rate that makes so many hits, or more, likelier than
 * 2.5 %, and so many or fewer as well. So none of n says that the rate is
 * low, not that it is 0. Whatever the rate, at least 95 % of the intervals
 * hold it. Wilson's interval is shorter, and may not.
 * @throws RangeError or TypeError for numbers that are no hits of n
 * Clopper and Pearson 1934, https://doi.org/10.1093/biomet/26.4.404
 */
export function rateInterval(
  hits: number,
  n: number,
): { low: number; high: number } {
  checkInteger('rateInterval', 'n', n, 1, MAX_SIZE);
  checkInteger('rateInterval', 'hits', hits, 0, n);
  // The highest rate of hits is the lowest rate of misses.
  return { low: lowestRate(hits, n), high: 1 - lowestRate(n - hits, n) };
}

/** The rate at which `hits` or more of n come in 2.5 % of all samples. */
function lowestRate(hits: number, n: number): number {
  if (hits === 0) return 0;
  const ways = logOfWays(hits, n);
  let low = 0;
  let high = hits / n;
  for (let halving = 0; halving < 60; halving++) {
    const rate = (low + high) / 2;
    if (chanceOfMore(hits, n, rate, ways) < 0.025) low = rate;
    else high = rate;
  }
  return low;
}

/** ln C(n, hits): the number of ways to choose the hits among n. */
function logOfWays(hits: number, n: number): number {
  const few = Math.min(hits, n - hits);
  let sum = 0;
  for (let x = 1; x <= few; x++) sum += log((n - few + x) / x);
  return sum;
}

/**
 * P(X >= hits) of n at a rate up to hits / n: there the terms
 * C(n, x) · rate^x · (1 - rate)^(n - x) fall from the first on.
 */
function chanceOfMore(
  hits: number,
  n: number,
  rate: number,
  ways: number,
): number {
  const misses = (n - hits) * log(1 - rate);
  let term = exp(ways + hits * log(rate) + misses);
  let sum = 0;
  for (let x = hits; x <= n && term > 1e-17 * sum; x++) {
    sum += term;
    term *= ((n - x) / (x + 1)) * (rate / (1 - rate));
  }
  return sum;
}
// #endregion rate-interval

// #region values
/** Throws unless there is a list of finite numbers. */
export function checkValues(
  where: string,
  name: string,
  values: ArrayLike<number>,
): void {
  const given = values as ArrayLike<number> | null | undefined;
  if (typeof given !== 'object' || typeof given?.length !== 'number') {
    throw bad(TypeError, where, name, 'an array of numbers', values);
  }
  for (let n = 0; n < values.length; n++) {
    const value = values[n];
    if (Number.isFinite(value)) continue;
    const Kind = typeof value === 'number' ? RangeError : TypeError;
    throw bad(Kind, where, `${name}[${n}]`, 'a finite number', value);
  }
}
// #endregion values
