/**
 * How far a mean can be trusted: intervals over users and over logs.
 */
import { checkValues, rateInterval } from './rates.ts';
import { bad, checkInteger, stream } from '../recsys.ts';
import { checkPositive, checkReal } from '../toolbox/guard.ts';

export { compareAll, holm, leastUsers, signFlip } from './comparisons.ts';
export type { Difference } from './comparisons.ts';
export { rateInterval } from './rates.ts';

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

function checkSampled(
  where: string,
  { length }: ArrayLike<number>,
  drawn: Samples,
): void {
  const { size, places } = drawn ?? {};
  if (size === undefined || !(places instanceof Int32Array)) {
    throw bad(TypeError, where, 'drawn', 'what drawSamples gave', drawn);
  }
  if (length === size && places.length > 0) return;
  const needed = `as many as were drawn from, ${size}`;
  throw bad(RangeError, where, 'number of values', needed, length);
}

/** The mean of the values at the places of each sample [samples]. */
function sampleMeans(
  values: ArrayLike<number>,
  { size, places }: Samples,
): Float64Array {
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

/** The middle 95 % of the values. */
function middle(values: Float64Array): { low: number; high: number } {
  const sorted = values.slice().sort();
  const tail = Math.floor(0.025 * sorted.length);
  return { low: sorted[tail], high: sorted[sorted.length - 1 - tail] };
}

/**
 * The 95 % percentile interval of the mean: the middle 95 % of the means
 * over the drawn samples.
 *
 * Values that are all the same show nothing of how far others may be from
 * them: their interval is the whole line.
 * @throws RangeError or TypeError for values that are not finite numbers,
 *   or not as many as were drawn from
 * Efron 1979, https://doi.org/10.1214/aos/1176344552
 */
export function bootstrap(
  values: readonly number[],
  drawn: Samples,
): { low: number; high: number } {
  checkValues('bootstrap', 'values', values);
  checkSampled('bootstrap', values, drawn);
  if (values.every((value) => value === values[0])) {
    return { low: -Infinity, high: Infinity };
  }
  return middle(sampleMeans(values, drawn));
}
// #endregion bootstrap

// #region gain-interval
/**
 * The 95 % interval of what a user is worth to a metric in the mean, where
 * each is worth something from 0 to `most`.
 *
 * Where everybody was worth all or nothing, the mean is a rate, and the
 * interval is exact. Otherwise it is the bootstrap's. Only where everybody
 * was worth one and the same there is nothing to draw from: of how large a
 * part of the world that is true has an exact interval, and the rest of it
 * may be worth anything.
 * @throws RangeError or TypeError for a gain that is not from 0 to most
 */
export function gainInterval(
  gains: readonly number[],
  most: number,
  drawn: Samples,
): { low: number; high: number } {
  const where = 'gainInterval';
  checkPositive(where, 'most', most);
  checkValues(where, 'gains', gains);
  checkSampled(where, gains, drawn);
  gains.forEach((gain, n) => {
    checkReal(where, `gains[${n}]`, gain, 0, most);
  });
  const n = gains.length;
  if (gains.every((gain) => gain === 0 || gain === most)) {
    const hits = gains.filter((gain) => gain === most).length;
    const { low, high } = rateInterval(hits, n);
    return { low: low * most, high: high * most };
  }
  const [first] = gains;
  if (gains.some((gain) => gain !== first)) return bootstrap(gains, drawn);
  const share = rateInterval(n, n).low;
  return { low: share * first, high: share * first + (1 - share) * most };
}
// #endregion gain-interval

// #region over-seeds
/**
 * Mean over independent runs, say one per seed, with Student's interval:
 * mean ± t · s / √n, where s is the standard deviation over the runs.
 *
 * One run has no spread to learn from: its interval is the whole line.
 * Student 1908, https://doi.org/10.1093/biomet/6.1.1
 */
export function overRuns(values: readonly number[]): Estimate {
  checkValues('overRuns', 'values', values);
  const n = values.length;
  checkInteger('overRuns', 'number of values', n, 1);
  const mean = meanOf(values);
  if (n < 2) return { mean, low: -Infinity, high: Infinity };
  const squares = values.map((v) => (v - mean) * (v - mean));
  const s = Math.sqrt((meanOf(squares) * n) / (n - 1));
  const half = (quantileOfT(n - 1) * s) / Math.sqrt(n);
  return { mean, low: mean - half, high: mean + half };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
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
