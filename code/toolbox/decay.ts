// #region decay
/**
 * How the past fades.
 */
import { rowCosines, rowOfFlat, sum } from './dense.ts';
import type { FlatMatrix } from './dense.ts';
import { exp } from './exact.ts';
import { requireFit, requireItem } from './fitted.ts';
import type { Fitted } from './fitted.ts';
import { checkPositive, checkReal } from './guard.ts';
import type { Past } from './past.ts';
import { readItems } from './rows.ts';
// #endregion decay

// #region decay-weight
/**
 * The weight of an event of this age: 1 when new, 1/2 after one half-life,
 * 1/4 after two. An infinite half-life never forgets.
 *
 *     weight = 2^(-age / halfLife)
 *
 * @param age in the unit of the log's times, from 0
 * @throws RangeError or TypeError for a bad age or half-life
 */
export function decayWeight(age: number, halfLife: number): number {
  checkReal('decayWeight', 'age', age, 0);
  checkPositive('decayWeight', 'halfLife', halfLife, Infinity);
  return exp((-Math.LN2 * age) / halfLife);
}
// #endregion decay-weight

// #region decayed-mean
/**
 * The profile of a user: the decayed mean of the features of past items.
 *
 *     profile = Σ w f / Σ w,   w = 2^(-age / halfLife)
 *
 * Subtle: age is counted from the user's own latest event. The profile is a
 * ratio, so this equals counting from the end of the log, and no pause of
 * the user, however long, turns it into 0/0.
 */
export function decayedMean(
  F: FlatMatrix,
  past: Past,
  halfLife: number,
): Float64Array {
  const { items, times } = past;
  const profile = new Float64Array(F.width);
  let total = 0;
  for (let n = 0; n < items.length; n++) {
    const w = decayWeight(times[times.length - 1] - times[n], halfLife);
    const feats = rowOfFlat(F, items[n]);
    for (let f = 0; f < F.width; f++) profile[f] += w * feats[f];
    total += w;
  }
  return profile.map((p) => p / total);
}

/** What each interaction weighs in the profile: w / Σ w. */
export function sharesOf({ times }: Past, halfLife: number): number[] {
  const latest = times[times.length - 1];
  const weights = times.map((t) => decayWeight(latest - t, halfLife));
  const total = sum(weights);
  return weights.map((w) => w / total);
}
// #endregion decayed-mean

// #region profile-of-items
/** What a content model keeps: F [items x features]. */
interface WithFeatures extends Fitted {
  readonly F: FlatMatrix;
}

/** The cosines of all items with the mean of these. */
export function foldProfile(
  where: string,
  fitted: WithFeatures | undefined,
  items: Iterable<number>,
): Float64Array {
  const { F } = requireFit(where, fitted, 0);
  const met = readItems(where, 'items', items, F.height);
  if (met.length === 0) return new Float64Array(F.height);
  const past = { items: met, times: met.map(() => 0) };
  return rowCosines(decayedMean(F, past, Infinity), F);
}

/** The cosines of all items with this one. */
export function featureCosines(
  where: string,
  fitted: WithFeatures | undefined,
  item: number,
): Float64Array {
  const { F } = requireItem(where, fitted, 0, item);
  return rowCosines(rowOfFlat(F, item), F);
}
// #endregion profile-of-items
