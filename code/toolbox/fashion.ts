// #region fashion
/**
 * What moves a made-up log: how popular each item is, what each person
 * likes, how both change with time, and how often the same comes again.
 */
import { sum } from './dense.ts';
import type { Draw } from './draws.ts';
import {
  chances,
  drawItem,
  itemWeights,
  power,
  stackShelves,
  stackTaste,
} from './shelves.ts';
import type { Shelf, Taste } from './shelves.ts';
// #endregion fashion

// #region likely
/** The options of `makeSynthetic` that say what is likely. */
export interface Likely {
  readonly nUsers: number;
  readonly nGenres: number;
  readonly nInter: number;
  readonly popWeight: number;
  readonly tailPow: number;
  readonly tastePow: number;
  readonly drift: number;
}

/** What is likely in one stretch of a log, and for whom. */
export interface Stretch {
  /** Its number, from 0. */
  readonly at: number;
  readonly weight: Float64Array;
  readonly shelves: readonly Shelf[];
  readonly tasteOf: (user: number) => Taste;
}

// #endregion likely

// #region drift
/** Into so many stretches a log is cut; within one nothing changes. */
const stretches = 100;

/**
 * A uniform draw after so many turns: it moves up, and from 1 it goes on
 * at 0, so that at every time it is as uniform as at first.
 */
function turned(r: number, turns: number): number {
  return r + turns - Math.floor(r + turns);
}

/**
 * Draws how popular each item is and what each user likes, and tells what
 * that makes likely at any time.
 *
 * Drift: every one of these draws makes so many turns during the log. What
 * begins a turn is liked most, and then it fades.
 */
export function drawLikings(
  draw: Draw,
  genre: Int32Array,
  { nUsers, nGenres, nInter, popWeight, tailPow, tastePow, drift }: Likely,
): (time: number) => Stretch {
  const drawRow = (size: number): Float64Array =>
    Float64Array.from({ length: size }, () => draw());
  const pop = drawRow(genre.length);
  const likings = Array.from({ length: nUsers }, () => drawRow(nGenres));

  const stretch = (at: number): Stretch => {
    const turns = (drift * at) / stretches;
    const powers = (row: Float64Array, p: number): Float64Array =>
      row.map((r) => power(turned(r, turns), p));
    const weight = itemWeights(powers(pop, tailPow), popWeight);
    const shelves = stackShelves(genre, weight, nGenres);
    const tastes = new Map<number, Taste>();
    const tasteOf = (user: number): Taste => {
      const known = tastes.get(user);
      if (known) return known;
      const taste = stackTaste(powers(likings[user], tastePow), shelves);
      tastes.set(user, taste);
      return taste;
    };
    return { at, weight, shelves, tasteOf };
  };
  let last = stretch(0);
  return (time) => {
    const share = drift > 0 ? time / Math.max(1, nInter) : 0;
    const at = Math.floor(stretches * share);
    if (at !== last.at) last = stretch(at);
    return last;
  };
}
// #endregion drift

// #region taken-again
/** So often is an item drawn anew before all of them are weighed. */
const tries = 20;

/**
 * Draws items for users, and remembers who had what: an item that a user
 * has had comes with `repeats` times the chance that it had before.
 *
 * It is drawn as if it were new, and with chance 1 - repeats drawn anew. A
 * user who has had every item that can be drawn begins again.
 */
export function drawTaken(
  draw: Draw,
  genre: Int32Array,
  repeats: number,
): (user: number, stretch: Stretch) => number {
  const had = new Map<number, Set<number>>();

  const drawFor = (
    own: ReadonlySet<number>,
    user: number,
    now: Stretch,
  ) => {
    const taste = now.tasteOf(user);
    for (let n = 0; n < tries; n++) {
      const item = drawItem(draw, taste, now.shelves);
      if (!own.has(item) || draw() < repeats) return item;
    }
    const mass = chances(taste, genre, now.weight).map((p, i) =>
      own.has(i) ? repeats * p : p,
    );
    let rest = draw() * sum(mass);
    // Subtle: with nothing left, or by rounding, no item is found.
    const place = mass.findIndex((m) => m > 0 && (rest -= m) < 0);
    return place < 0 ? drawItem(draw, taste, now.shelves) : place;
  };

  return (user, now) => {
    if (repeats === 1)
      return drawItem(draw, now.tasteOf(user), now.shelves);
    const own = had.get(user) ?? new Set();
    const item = drawFor(own, user, now);
    had.set(user, own.add(item));
    return item;
  };
}
// #endregion taken-again
