// What the similarity grid and the neighbour list draw, from a fitted ItemItemCF.
import { buildMatrix, ItemItemCF, rowOf, topK, transpose } from '../../../code/recsys.ts';
import type { SparseMatrix } from '../../../code/recsys.ts';
import type { FittedRun } from '../../run/pictures.ts';
import { rounded } from '../../kit/rounded.ts';
import { shadeOf } from './shades.ts';

/** Another item, the users it shares, and the similarity. */
export type Neighbour = readonly [item: number, common: number, cosine: number];

export interface SimilarityPicture {
  /** The items of the grid, most users: genre by genre, within a genre by users. */
  readonly items: readonly number[];
  /** Of every item. */
  readonly genres: readonly number[];
  /** How many users every item has. */
  readonly users: readonly number[];
  /** Row n of the grid to the left of the diagonal: one digit, the shade, per cell. */
  readonly shades: readonly string[];
  /** The nearest items that each item of the grid keeps, among all items. */
  readonly neighbours: readonly (readonly Neighbour[])[];
  /** Mean similarity of two items of one genre, and of two genres, over all pairs. */
  readonly within: number;
  readonly across: number;
}

export const gridSize = 60;
export const neighbourCount = 8;

export function makePicture({ model, data, genres }: FittedRun): SimilarityPicture {
  if (!(model instanceof ItemItemCF)) throw new Error('item-item-cf picture: needs an ItemItemCF');
  const R = transpose(buildMatrix(data.train, data.nUsers, data.nItems));
  const users = Array.from({ length: R.nRows }, (_, i) => rowOf(R, i).length);
  const kept = rowsOf(model, R.nRows);
  const { shrink, neighbours } = model.options;
  // Who keeps whom is not mutual. The grid has all similarities, the list those that an item keeps.
  const S =
    neighbours === Infinity
      ? kept
      : rowsOf(new ItemItemCF({ shrink }).fit(data.train, data.nUsers, data.nItems), R.nRows);
  const items = mostUsed(users, gridSize).sort(
    (a, b) => genres[a] - genres[b] || users[b] - users[a] || a - b,
  );
  return {
    items,
    genres,
    users,
    shades: items.map((i, n) =>
      items
        .slice(0, n)
        .map((j) => shadeOf(S[i][j]))
        .join(''),
    ),
    neighbours: items.map((i) =>
      topK(kept[i], [i], neighbourCount)
        .filter((j) => kept[i][j] > 0)
        .map((j): Neighbour => [j, commonUsers(R, i, j), rounded(kept[i][j], 3)]),
    ),
    ...meanCosines(S, genres),
  };
}

const rowsOf = (model: ItemItemCF, nItems: number): Float64Array[] =>
  Array.from({ length: nItems }, (_, i) => model.similarity(i));

function mostUsed(users: readonly number[], count: number): number[] {
  return topK(Float64Array.from(users), [], count).filter((i) => users[i] > 0);
}

/** |users i ∩ users j|, from two ascending rows of Rᵀ. */
function commonUsers(Rt: SparseMatrix, i: number, j: number): number {
  const ofJ = new Set(rowOf(Rt, j));
  return rowOf(Rt, i).filter((u) => ofJ.has(u)).length;
}

/** Means over all pairs of different items; 0 where there is no such pair. */
export function meanCosines(
  S: readonly Float64Array[],
  genres: readonly number[],
): { within: number; across: number } {
  const total = [0, 0];
  const pairs = [0, 0];
  for (let i = 0; i < S.length; i++) {
    for (let j = 0; j < i; j++) {
      const same = genres[i] === genres[j] ? 1 : 0;
      total[same] += S[i][j];
      pairs[same]++;
    }
  }
  const [across, within] = total.map((sum, n) => rounded(sum / Math.max(pairs[n], 1), 3));
  return { within, across };
}
