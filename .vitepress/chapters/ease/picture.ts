// What the figure of two rows draws, from a fitted EASE: an item's row of cosines beside its row of weights.
import { buildMatrix, ItemItemCF, topK, transpose, rowOf } from '../../../code/recsys.ts';
import { EASE } from '../../../code/models/ease.ts';
import type { FittedRun } from '../../run/pictures.ts';
import { rounded } from '../../kit/rounded.ts';

/** Another item j: its cosine with the chosen item i, and the weight B[i, j]. */
export type Beside = readonly [item: number, cosine: number, weight: number];

export interface ItemRow {
  readonly item: number;
  readonly users: number;
  /** How many other items have a cosine above 0, a weight above 0, and one below 0. */
  readonly alike: number;
  readonly positive: number;
  readonly negative: number;
  /** The largest cosines, then the lowest weights of those that are left. */
  readonly beside: readonly Beside[];
}

export interface RowsPicture {
  /** Of every item. */
  readonly genres: readonly number[];
  /** By genre, the items that most people took. */
  readonly rows: readonly ItemRow[];
  /** Over all pairs of items, the share of weights below 0. */
  readonly negativeShare: number;
}

export const perGenre = 3;
export const nearest = 7;
export const lowest = 5;

export function makePicture({ model, data, genres }: FittedRun): RowsPicture {
  if (!(model instanceof EASE)) throw new Error('ease picture: needs an EASE');
  const { train, nUsers, nItems } = data;
  const Rt = transpose(buildMatrix(train, nUsers, nItems));
  const users = Array.from({ length: nItems }, (_, i) => rowOf(Rt, i).length);
  const cosines = new ItemItemCF().fit(train, nUsers, nItems);
  const B = model.weights;
  const kinds = [...new Set(genres)].sort((a, b) => a - b);
  const items = kinds.flatMap((kind) =>
    mostUsed(users, (i) => genres[i] === kind).slice(0, perGenre),
  );
  return {
    genres,
    rows: items.map((i) => ({
      ...besides(i, cosines.similarity(i), B.subarray(i * nItems, (i + 1) * nItems)),
      users: users[i],
    })),
    negativeShare: rounded(count(B, (b) => b < 0) / Math.max(nItems * (nItems - 1), 1)),
  };
}

function mostUsed(users: readonly number[], has: (item: number) => boolean): number[] {
  return Array.from(users.keys())
    .filter((i) => users[i] > 0 && has(i))
    .sort((a, b) => users[b] - users[a] || a - b);
}

const count = (values: Float64Array, has: (value: number) => boolean): number =>
  values.filter(has).length;

/** Row i of the cosines and of B: what is drawn of it, and what is counted. */
function besides(i: number, S: Float64Array, row: Float64Array): Omit<ItemRow, 'users'> {
  const near = topK(S, [i], nearest);
  const against = topK(
    row.map((weight) => -weight),
    [i, ...near].sort((a, b) => a - b),
    lowest,
  );
  return {
    item: i,
    alike: count(S, (s) => s > 0),
    positive: count(row, (b) => b > 0),
    negative: count(row, (b) => b < 0),
    beside: [...near, ...against].map((j): Beside => [j, rounded(S[j], 3), rounded(row[j], 5)]),
  };
}
