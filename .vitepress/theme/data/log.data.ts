import { defineLoader } from 'vitepress';
import { makeSynthetic } from '../../../code/recsys.ts';
import { makeLogPicture } from '../figures/data/picture.ts';
import type { LogPicture } from '../figures/data/picture.ts';
import { genresOf } from '../workers/genres.ts';

/** One row of the log, as the page prints it. */
export interface LogRow {
  readonly user: number;
  readonly item: number;
  readonly genre: number;
  readonly time: number;
}

export interface LogData {
  readonly picture: LogPicture;
  /** The first rows of the default log. */
  readonly first: readonly LogRow[];
  /** All rows of one user, so that repeats can be seen. */
  readonly one: readonly LogRow[];
}

declare const data: LogData;
export { data };

export const oneUser = 108;

export default defineLoader({
  watch: ['../../../code/*.ts'],
  load(): LogData {
    const log = makeSynthetic();
    const genres = genresOf(log);
    const rows = log.interactions.map(([user, item, time]) => {
      return { user, item, genre: genres[item], time };
    });
    return {
      picture: makeLogPicture(),
      first: rows.slice(0, 8),
      one: rows.filter(({ user }) => user === oneUser),
    };
  },
});
