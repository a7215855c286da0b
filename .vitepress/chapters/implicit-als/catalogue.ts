// What someone new meets: item factors that were learnt from everyone else, and a shelf to choose from.
import { ImplicitALS } from '../../../code/recsys.ts';
import { bookLog } from '../../run/bookLog.ts';
import { genresOf } from '../../run/genres.ts';
import { rounded } from '../../kit/rounded.ts';
import { meanOf, principalComponents } from './eigen.ts';

export interface Catalogue {
  readonly alpha: number;
  readonly reg: number;
  /** [items x factors] */
  readonly Y: readonly (readonly number[])[];
  readonly genres: readonly number[];
  /** The two directions in which the items differ most [2 x factors], and the items along them. */
  readonly axes: readonly [readonly number[], readonly number[]];
  /** Place of every item on the map, from -1000 to 1000. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** By genre, the items that most people took. */
  readonly shelf: readonly (readonly number[])[];
}

const options = { alpha: 1, reg: 10, factors: 8 } as const;

export function makeCatalogue(perGenre = 2): Catalogue {
  const log = bookLog();
  const model = new ImplicitALS(options).fit(log.train, log.nUsers, log.nItems);
  const Y = model.itemFactors.to2DArray().map((row) => row.map((value) => rounded(value)));
  const genres = genresOf(log);
  const rows = Y.map((row) => Float64Array.from(row));
  const mean = meanOf(rows);
  const [first, second] = principalComponents(rows).map(({ axis }) =>
    Array.from(axis, (value) => rounded(value)),
  );
  const along = (axis: readonly number[]) =>
    rows.map((row) => axis.reduce((sum, value, f) => sum + value * (row[f] - mean[f]), 0));
  const [x, y] = [along(first), along(second)];
  const reach = Math.max(...[...x, ...y].map(Math.abs));
  const counts = genres.map((_, item) => log.train.filter(([, i]) => i === item).length);
  const kinds = [...new Set(genres)].sort((a, b) => a - b);
  return {
    alpha: options.alpha,
    reg: options.reg,
    Y,
    genres,
    axes: [first, second],
    x: x.map((value) => Math.round((1000 * value) / reach)),
    y: y.map((value) => Math.round((1000 * value) / reach)),
    shelf: kinds.map((kind) =>
      genres
        .flatMap((genre, item) => (genre === kind ? [item] : []))
        .sort((a, b) => counts[b] - counts[a] || a - b)
        .slice(0, perGenre),
    ),
  };
}
