// What the map of the items draws, from the factors of a fitted ImplicitALS.
import { ImplicitALS } from '../../../code/recsys.ts';
import type { FittedRun } from '../../run/pictures.ts';
import { rounded } from '../../kit/rounded.ts';
import { meanOf, principalComponents } from './eigen.ts';

export interface FactorMapPicture {
  /** Place of every item on the map, from -1000 to 1000, seen from the items' mean. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly genres: readonly number[];
  /** Where the user's factors point on the map, a vector of length 1000; null if nowhere. */
  readonly user: readonly [x: number, y: number] | null;
  /** Share of the items' variance along each of the two axes. */
  readonly share: readonly [number, number];
  /** The item nearest to every item, in all factors. */
  readonly nearest: readonly number[];
  /** Share of items whose nearest item is of their own genre: on the map, and in all factors. */
  readonly nearOnMap: number;
  readonly nearInAll: number;
  /** The same share if genres were dealt at random. */
  readonly chance: number;
}

export function makePicture({ model, spec, genres }: FittedRun): FactorMapPicture {
  if (!(model instanceof ImplicitALS))
    throw new Error('implicit-als picture: needs an ImplicitALS');
  const Y = model.itemFactors.to2DArray().map((row) => Float64Array.from(row));
  const x = Float64Array.from(model.userFactors.getRow(spec.user));
  const components = principalComponents(Y);
  const total = components.reduce((sum, { variance }) => sum + variance, 0);
  // With one factor there is one axis only.
  const axes = [0, 1].map((n) => components[n]?.axis ?? new Float64Array(x.length));
  const mean = meanOf(Y);
  const places = Y.map((y) => {
    const centred = y.map((value, f) => value - mean[f]);
    return Float64Array.from(axes, (axis) => along(axis, centred));
  });
  const far = Math.max(...places.map((place) => Math.max(...place.map(Math.abs)))) || 1;
  const nearest = nearestRows(Y);
  const share = [0, 1].map((n) => (components[n]?.variance ?? 0) / (total || 1));
  return {
    x: places.map((place) => Math.round((1000 * place[0]) / far)),
    y: places.map((place) => Math.round((1000 * place[1]) / far)),
    genres,
    user: direction(axes.map((axis) => along(axis, x))),
    share: [rounded(share[0], 3), rounded(share[1], 3)],
    nearest,
    nearOnMap: rounded(sameGenre(nearestRows(places), genres), 3),
    nearInAll: rounded(sameGenre(nearest, genres), 3),
    chance: rounded(chanceShare(genres), 3),
  };
}

function along(axis: Float64Array, vector: Float64Array): number {
  return axis.reduce((sum, value, f) => sum + value * vector[f], 0);
}

function direction([x, y]: readonly number[]): [number, number] | null {
  const length = Math.sqrt(x * x + y * y);
  return length > 0 ? [Math.round((1000 * x) / length), Math.round((1000 * y) / length)] : null;
}

/** For each row the nearest other row; the first of equals, -1 if there is none. */
export function nearestRows(rows: readonly Float64Array[]): number[] {
  return rows.map((row, i) => {
    let nearest = -1;
    let least = Infinity;
    rows.forEach((other, j) => {
      const distance = row.reduce((sum, v, f) => sum + (v - other[f]) * (v - other[f]), 0);
      if (j !== i && distance < least) [nearest, least] = [j, distance];
    });
    return nearest;
  });
}

/** The share of items whose nearest is of their own genre. */
export function sameGenre(nearest: readonly number[], genres: readonly number[]): number {
  return nearest.filter((j, i) => genres[j] === genres[i]).length / nearest.length;
}

/** The share to expect when each item's nearest is any other item. */
export function chanceShare(genres: readonly number[]): number {
  const n = genres.length;
  const pairs = genres.reduce((sum, g) => sum + genres.filter((h) => h === g).length - 1, 0);
  return n > 1 ? pairs / (n * (n - 1)) : 0;
}
