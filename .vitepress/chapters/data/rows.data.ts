import { makeSynthetic } from '../../../code/recsys.ts';
import type { Loader } from '../../build/results/loader.ts';
import { makeLogPicture } from '../../kit/logPicture.ts';
import { nora } from '../../run/defaults.ts';
import { genresOf } from '../../run/genres.ts';

/** One row of the log, as the page prints it. */
export interface LogRow {
  readonly user: number;
  readonly item: number;
  readonly genre: number;
  readonly time: number;
}

export interface RowsData {
  /** The first rows of the default log. */
  readonly first: readonly LogRow[];
  /** All rows of one user, so that repeats can be seen. */
  readonly one: readonly LogRow[];
  readonly nEvents: number;
  /** Share of all events whose user had taken the item before. */
  readonly repeated: number;
}

declare const data: RowsData;
export { data };

/** The person whom the reader knows. */
export const oneUser = nora.user;

export default {
  load(): RowsData {
    const log = makeSynthetic();
    const genres = genresOf(log);
    const rows = log.interactions.map(([user, item, time]) => {
      return { user, item, genre: genres[item], time };
    });
    const { nEvents, repeated } = makeLogPicture();
    return {
      first: rows.slice(0, 8),
      one: rows.filter(({ user }) => user === oneUser),
      nEvents,
      repeated,
    };
  },
} satisfies Loader;
