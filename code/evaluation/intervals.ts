/**
 * How far a mean can be trusted: intervals over users and over logs, and
 * which differences between models are more than chance.
 */
import { bad, checkInteger, stream } from '../recsys.ts';
import { checkReal } from '../toolbox/guard.ts';

/** A mean with its 95 % interval. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

// #region bootstrap
/** Places drawn with replacement, one sample of the users after another. */
export interface Samples {
  readonly size: number;
  /** [samples * size] */
  readonly places: Int32Array;
}

/** Draws `samples` samples, each of `size` places from 0 to size - 1. */
export function drawSamples(
  size: number,
  samples: number,
  seed: number,
): Samples {
  checkInteger('drawSamples', 'size', size, 1, 10000000);
  const most = Math.floor(67108864 / size); // places of 256 MiB
  checkInteger('drawSamples', 'samples', samples, 1, most);
  checkInteger('drawSamples', 'seed', seed);
  const draw = stream('bootstrap', seed);
  const places = new Int32Array(samples * size);
  for (let n = 0; n < places.length; n++) {
    places[n] = Math.floor(draw() * size);
  }
  return { size, places };
}

/** The mean of the values at the places of each sample [samples]. */
function sampleMeans(
  where: string,
  values: ArrayLike<number>,
  { size, places }: Samples,
): Float64Array {
  if (values.length !== size || places.length === 0) {
    const needed = `as many as were drawn from, ${size}`;
    throw bad(RangeError, where, 'number of values', needed, values.length);
  }
  checkValues(where, values);
  const means = new Float64Array(places.length / size);
  for (let s = 0; s < means.length; s++) {
    let total = 0;
    for (let n = s * size; n < (s + 1) * size; n++) {
      total += values[places[n]];
    }
    means[s] = total / size;
  }
  return means;
}

function checkValues(where: string, values: ArrayLike<number>): void {
  for (let n = 0; n < values.length; n++) {
    const value = values[n];
    if (Number.isFinite(value)) continue;
    const Kind = typeof value === 'number' ? RangeError : TypeError;
    throw bad(Kind, where, `values[${n}]`, 'a finite number', value);
  }
}

/** The middle 95 % of the values. */
function middle(values: Float64Array): { low: number; high: number } {
  const sorted = values.slice().sort();
  const tail = Math.floor(0.025 * sorted.length);
  return { low: sorted[tail], high: sorted[sorted.length - 1 - tail] };
}

/**
 * The 95 % percentile interval of the mean: the middle 95 % of the means
 * over the drawn samples.
 * Efron 1979, https://doi.org/10.1214/aos/1176344552
 */
export function bootstrap(
  values: readonly number[],
  drawn: Samples,
): { low: number; high: number } {
  return middle(sampleMeans('bootstrap', values, drawn));
}
// #endregion bootstrap

// #region paired-bootstrap
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
 * Every pair of models, compared user by user on the same drawn samples.
 *
 * The samples give the spread of the mean difference around the measured
 * one; p is how often that spread reaches back to 0, on either side. Users
 * who are hard for both models cancel, which two separate intervals do not.
 * @param gains for each model what each test user was worth to it [users]
 * @returns pairs (a, b), a before b in the order of `gains`
 * Efron and Tibshirani 1993, https://doi.org/10.1201/9780429246593
 */
export function compareAll(
  gains: ReadonlyMap<string, ArrayLike<number>>,
  drawn: Samples,
): Difference[] {
  const means = Array.from(gains, ([id, values]) => {
    const means = sampleMeans('compareAll', values, drawn);
    return { id, mean: meanOf(values), drawn: means };
  });
  const pairs = means.flatMap((a, n) =>
    means.slice(n + 1).map((b) => {
      // Linear: the mean of differences is the difference of means.
      const spread = a.drawn.map((mean, s) => mean - b.drawn[s]);
      const difference = { mean: a.mean - b.mean, ...middle(spread) };
      return { a: a.id, b: b.id, difference, p: twoSided(spread) };
    }),
  );
  const corrected = holm(pairs.map(({ p }) => p));
  return pairs.map((pair, n) => {
    const pHolm = corrected[n];
    return { ...pair, pHolm, tied: pHolm > 0.05 };
  });
}

function meanOf(values: ArrayLike<number>): number {
  let total = 0;
  for (let n = 0; n < values.length; n++) total += values[n];
  return total / values.length;
}

/** Twice the share of the samples on the far side of 0, never quite 0. */
function twoSided(spread: Float64Array): number {
  let below = 1;
  let above = 1;
  // Subtle: the sum over other users in another order may end an ulp from 0.
  for (const d of spread) {
    if (d <= 1e-12) below++;
    if (d >= -1e-12) above++;
  }
  return Math.min(1, (2 * Math.min(below, above)) / (spread.length + 1));
}
// #endregion paired-bootstrap

// #region holm
/**
 * The p values, corrected for being many: with all of them below 5 % the
 * chance of even one false alarm is below 5 %.
 *
 * The smallest of m is multiplied by m, the next by m - 1, and so on; none
 * falls below the one before it, and none rises above 1.
 * @throws RangeError or TypeError for a value that is not from 0 to 1
 * Holm 1979, https://www.jstor.org/stable/4615733
 */
export function holm(ps: readonly number[]): number[] {
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

// #region over-seeds
/**
 * Mean over independent runs, say one per seed, with Student's interval:
 * mean ± t · s / √n, where s is the standard deviation over the runs.
 *
 * One run has no spread to learn from: its interval is the whole line.
 * Student 1908, https://doi.org/10.1093/biomet/6.1.1
 */
export function overRuns(values: readonly number[]): Estimate {
  const n = values.length;
  checkInteger('overRuns', 'number of values', n, 1);
  checkValues('overRuns', values);
  const mean = meanOf(values);
  if (n < 2) return { mean, low: -Infinity, high: Infinity };
  const squares = values.map((v) => (v - mean) * (v - mean));
  const s = Math.sqrt((meanOf(squares) * n) / (n - 1));
  const half = (quantileOfT(n - 1) * s) / Math.sqrt(n);
  return { mean, low: mean - half, high: mean + half };
}

/**
 * The 97.5 % point of Student's t, within 0.2 %: exact for 1 and 2 degrees
 * of freedom, else an expansion around the point of the normal curve.
 * Abramowitz and Stegun 1964, 26.7.5
 */
export function quantileOfT(freedom: number): number {
  checkInteger('quantileOfT', 'freedom', freedom, 0);
  const small = [Infinity, 12.706204736432095, 4.302652729911275];
  if (freedom < small.length) return small[freedom];
  const z = 1.959963984540054;
  const zz = z * z;
  const v = 1 / freedom;
  const first = zz + 1;
  const second = (5 * zz + 16) * zz + 3;
  const third = ((3 * zz + 19) * zz + 17) * zz - 15;
  const fourth = (((79 * zz + 776) * zz + 1482) * zz - 1920) * zz - 945;
  const series =
    first / 4 +
    v * (second / 96 + v * (third / 384 + (v * fourth) / 92160));
  return z * (1 + v * series);
}
// #endregion over-seeds
