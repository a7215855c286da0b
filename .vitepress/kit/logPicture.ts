// What the chapter on the data draws, from one call of the generator: plain data, the same at build
// time and in the worker.
import { genresOf } from '../run/genres.ts';
import { makeSynthetic } from '../../code/recsys.ts';
import type { Interaction, SyntheticOptions } from '../../code/recsys.ts';

export interface LogPicture {
  readonly nUsers: number;
  readonly nItems: number;
  readonly nEvents: number;
  /** Different pairs of user and item. */
  readonly nPairs: number;
  /** Share of all events whose user had taken the item before. */
  readonly repeated: number;
  /** Share of all events that fall in the user's favourite genre, mean over events. */
  readonly inFavourite: number;
  readonly matrix: MatrixPicture;
  readonly tail: TailPicture;
  readonly genres: readonly GenreRow[];
}

/**
 * What the matrix is sorted by: the genre of an item and the favourite of a user, and then the events;
 * or the events alone, most first.
 */
export type Order = 'genre' | 'popularity';

/** Every third user as a row, every item as a column. */
export interface MatrixPicture {
  readonly order: Order;
  readonly rows: number;
  readonly columns: number;
  /** SVG paths by genre: cells with one event, and cells with more. */
  readonly once: readonly string[];
  readonly often: readonly string[];
}

export interface TailPicture {
  /** Events per item, most first. */
  readonly counts: readonly number[];
  /** The items in that order, as SVG paths by genre: one bar of height `count` each. */
  readonly bars: readonly string[];
  /** The same in the order of the matrix' columns. */
  readonly columns: readonly string[];
}

export interface GenreRow {
  readonly genre: number;
  readonly items: number;
  readonly events: number;
  /** Users who took more of this genre than of any other. */
  readonly users: number;
}

/** Users per row of the drawn matrix. */
export const everyUser = 3;

export function makeLogPicture(options: SyntheticOptions = {}, order: Order = 'genre'): LogPicture {
  const data = makeSynthetic(options);
  const { interactions, nUsers, nItems } = data;
  const genres = genresOf(data);
  const nGenres = data.itemFeats.columns;
  const cells = countCells(interactions, nUsers, nItems);
  const perItem = new Int32Array(nItems);
  const perTaste = new Int32Array(nUsers * nGenres);
  for (const [u, i] of interactions) {
    perItem[i]++;
    perTaste[u * nGenres + genres[i]]++;
  }
  const favourite = Array.from({ length: nUsers }, (_, u) => {
    const row = perTaste.subarray(u * nGenres, (u + 1) * nGenres);
    return row.indexOf(Math.max(...row));
  });
  const shareOf = (u: number) => perTaste[u * nGenres + favourite[u]];
  const nPairs = cells.reduce((n, count) => n + (count > 0 ? 1 : 0), 0);
  const nEvents = interactions.length;
  const perUser = new Int32Array(nUsers);
  for (const [u] of interactions) perUser[u]++;
  const [users, items] =
    order === 'genre'
      ? [byGenre(favourite, shareOf), byGenre(genres, (i) => perItem[i])]
      : [byEvents(perUser), byEvents(perItem)];
  return {
    nUsers,
    nItems,
    nEvents,
    nPairs,
    repeated: (nEvents - nPairs) / Math.max(nEvents, 1),
    inFavourite: users.reduce((n, u) => n + shareOf(u), 0) / Math.max(nEvents, 1),
    matrix: { order, ...drawMatrix(cells, users, items, genres, nGenres) },
    tail: drawTail(perItem, items, genres, nGenres),
    genres: Array.from({ length: nGenres }, (_, genre) => ({
      genre,
      items: genres.filter((g) => g === genre).length,
      events: perItem.reduce((n, count, i) => n + (genres[i] === genre ? count : 0), 0),
      users: favourite.filter((g) => g === genre).length,
    })),
  };
}

/** Events per cell [users x items]. */
function countCells(log: readonly Interaction[], nUsers: number, nItems: number): Uint16Array {
  const cells = new Uint16Array(nUsers * nItems);
  for (const [u, i] of log) cells[u * nItems + i]++;
  return cells;
}

/** Ids in order of genre, then of weight, heaviest first; ties by the lower id. */
function byGenre(genres: readonly number[], weight: (id: number) => number): number[] {
  return Array.from(genres.keys()).sort(
    (a, b) => genres[a] - genres[b] || weight(b) - weight(a) || a - b,
  );
}

/** Ids in order of events, most first; ties by the lower id. */
function byEvents(events: Int32Array): number[] {
  return Array.from(events.keys()).sort((a, b) => events[b] - events[a] || a - b);
}

function drawMatrix(
  cells: Uint16Array,
  users: readonly number[],
  items: readonly number[],
  genres: readonly number[],
  nGenres: number,
): Omit<MatrixPicture, 'order'> {
  const nItems = items.length;
  const shown = users.filter((_, n) => n % everyUser === 0);
  const pathsOf = (wanted: (count: number) => boolean): string[] => {
    const pens = Array.from({ length: nGenres }, () => new Pen());
    shown.forEach((u, y) => {
      items.forEach((i, x) => {
        if (wanted(cells[u * nItems + i])) pens[genres[i]].dash(x, y);
      });
    });
    return pens.map((pen) => pen.path());
  };
  return {
    rows: shown.length,
    columns: nItems,
    once: pathsOf((count) => count === 1),
    often: pathsOf((count) => count > 1),
  };
}

/** Joins dashes of length 1 that touch, and writes each from where the last one ended. */
class Pen {
  private text = '';
  private x = 0;
  private y = 0;
  private length = 0;

  dash(x: number, y: number): void {
    if (this.length > 0 && y === this.y && x === this.x) {
      this.length++;
    } else {
      this.lift();
      this.text += `m${x - this.x} ${y - this.y}`;
      this.y = y;
      this.length = 1;
    }
    this.x = x + 1;
  }

  private lift(): void {
    if (this.length > 0) this.text += `h${this.length}`;
  }

  path(): string {
    this.lift();
    this.length = 0;
    // A path begins at the middle of the first row.
    return this.text && `M0 .5${this.text}`;
  }
}

function drawTail(
  perItem: Int32Array,
  columns: readonly number[],
  genres: readonly number[],
  nGenres: number,
): TailPicture {
  const order = byEvents(perItem);
  const barsOf = (items: readonly number[]): string[] => {
    const bars = Array.from({ length: nGenres }, () => '');
    items.forEach((i, place) => (bars[genres[i]] += `M${place} 0v${perItem[i]}h1V0z`));
    return bars;
  };
  return {
    counts: order.map((i) => perItem[i]),
    bars: barsOf(order),
    columns: barsOf(columns),
  };
}
