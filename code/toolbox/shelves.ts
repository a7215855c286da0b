// #region world
/**
 * How the items of a made-up log are drawn: each genre is a shelf, and an
 * item takes as much of it as it weighs.
 */
import { sum } from './dense.ts';
import type { Draw } from './draws.ts';
import { exp, log } from './exact.ts';
import { checkInteger, checkPositive, checkReal } from './guard.ts';
// #endregion world

// #region shelves
/** r^p of a uniform r in (0, 1]: most values small, a few near 1. */
export function drawPower(draw: Draw, p: number): number {
  return power(draw(), p);
}

/** (1 - r)^p of a draw r, which is below 1. */
export function power(r: number, p: number): number {
  return exp(p * log(1 - r));
}

/**
 * What the users' tastes multiply: w · pop i + (1 - w) / nItems of every
 * item, where pop is divided by its sum.
 * @throws RangeError or TypeError for a popWeight w that is not from 0 to 1,
 *   or a pop that is negative, infinite or 0 throughout
 */
export function itemWeights(
  pop: Float64Array,
  popWeight: number,
): Float64Array {
  checkReal('itemWeights', 'popWeight', popWeight, 0, 1);
  pop.forEach((p, i) => {
    if (!(p >= 0 && p < Infinity))
      checkReal('itemWeights', `pop[${i}]`, p, 0);
  });
  const popSum = sum(pop);
  checkPositive('itemWeights', 'sum of pop', popSum);
  return pop.map(
    (p) => (popWeight * p) / popSum + (1 - popWeight) / pop.length,
  );
}

/** The items of one genre with the running sum of their weights. */
export interface Shelf {
  readonly items: number[];
  readonly upTo: number[];
}

/**
 * Puts each item on the shelf of its genre, in order of id.
 * @throws RangeError or TypeError for a genre that has no shelf, or a weight
 *   that is negative or infinite
 */
export function stackShelves(
  genre: Int32Array,
  weight: Float64Array,
  nGenres: number,
): Shelf[] {
  const shelves = Array.from({ length: nGenres }, (): Shelf => {
    return { items: [], upTo: [] };
  });
  genre.forEach((g, i) => {
    checkInteger('stackShelves', `genre[${i}]`, g, 0, nGenres - 1);
    checkReal('stackShelves', `weight[${i}]`, weight[i], 0);
    const { items, upTo } = shelves[g];
    items.push(i);
    upTo.push((upTo.at(-1) ?? 0) + weight[i]);
  });
  return shelves;
}

/** How many of the ascending values are at most x. */
function rankOf(x: number, ascending: ArrayLike<number>): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}
// #endregion shelves

// #region synthetic-draws
/** One user's taste for each genre. */
export interface Taste {
  readonly genres: Float64Array;
  /** The running sum of the mass of the shelves: taste times weight. */
  readonly upTo: Float64Array;
}

/**
 * A taste for each genre: one draw to the power p, the taste power.
 * @throws RangeError or TypeError for a p that is not from 0 to 20
 */
export function drawTaste(
  draw: Draw,
  shelves: readonly Shelf[],
  p: number,
): Taste {
  checkReal('drawTaste', 'p', p, 0, 20);
  return stackTaste(
    Float64Array.from(shelves, () => drawPower(draw, p)),
    shelves,
  );
}

/** The taste for each genre, with the running sum of the shelves' mass. */
export function stackTaste(
  genres: Float64Array,
  shelves: readonly Shelf[],
): Taste {
  let total = 0;
  const upTo = genres.map((taste, g) => {
    total += taste * (shelves[g].upTo.at(-1) ?? 0);
    return total;
  });
  return { genres, upTo };
}

/**
 * An item with P(i | u) ∝ taste[genre i] · weight i: first the shelf, in
 * proportion to its mass for this user, then a place along it.
 */
export function drawItem(
  draw: Draw,
  { genres, upTo }: Taste,
  shelves: readonly Shelf[],
): number {
  const r = draw() * upTo[upTo.length - 1];
  const g = rankOf(r, upTo);
  const rest = g > 0 ? r - upTo[g - 1] : r;
  const { items, upTo: weights } = shelves[g];
  // Subtle: rounding may carry the rest past the end of the shelf.
  const place = Math.min(
    rankOf(rest / genres[g], weights),
    items.length - 1,
  );
  return items[place];
}

/** P(i | u) of every item i: what `drawItem` draws from. */
export function chances(
  { genres, upTo }: Taste,
  genre: Int32Array,
  weight: Float64Array,
): Float64Array {
  const total = upTo[upTo.length - 1];
  return weight.map((w, i) => (genres[genre[i]] * w) / total);
}
// #endregion synthetic-draws
