// The generator at the size of a sheet of paper: five people, six items of three genres, and the
// numbers that the module would draw for them written down. What is made of them the module says.
import {
  chances,
  drawItem,
  drawTaste,
  itemWeights,
  stackShelves,
  stream,
} from '../../../code/recsys.ts';
import type { Shelf, Taste } from '../../../code/recsys.ts';
import { people } from '../../kit/paperNames.ts';

export const items = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export const genres = [0, 0, 1, 1, 2, 2] as const;
/** Each item's share of all popularity. */
export const popularity = [0.36, 0.06, 0.24, 0.04, 0.18, 0.12] as const;
/** For each person and genre the number whose power is the taste. */
export const likings: readonly (readonly number[])[] = [
  [0.9, 0.6, 0.5],
  [0.4, 0.9, 0.7],
  [0.5, 0.6, 0.9],
  [0.8, 0.8, 0.8],
  [0.6, 0.2, 0.9],
];
const nGenres = 3;
const genre = Int32Array.from(genres);

/** One line of the multiplication. */
export interface ItemLine {
  readonly item: number;
  readonly genre: number;
  readonly taste: number;
  /** w · p + (1 - w) / N. */
  readonly weight: number;
  readonly mass: number;
  readonly chance: number;
  /** Where the item's stretch begins on the line from 0 to 1. */
  readonly from: number;
}

export interface Generator {
  readonly lines: readonly ItemLine[];
  /** Of all masses. */
  readonly total: number;
  /** The item in whose stretch r lies. */
  readonly itemAt: (r: number) => number;
}

export function openGenerator(person: number, w: number, tastePow: number): Generator {
  const weight = itemWeights(Float64Array.from(popularity), w);
  const shelves = stackShelves(genre, weight, nGenres);
  const taste = tasteOf(person, shelves, tastePow);
  const chance = chances(taste, genre, weight);
  let from = 0;
  const lines = Array.from(weight, (value, item): ItemLine => {
    const t = taste.genres[genre[item]];
    const line = { item, genre: genre[item], taste: t, weight: value, mass: t * value };
    from += chance[item];
    return { ...line, chance: chance[item], from: from - chance[item] };
  });
  return {
    lines,
    total: taste.upTo[nGenres - 1],
    itemAt: (r) => drawItem(() => r, taste, shelves),
  };
}

/** The module draws a number below 1 and takes the power of what is left of 1. */
function tasteOf(person: number, shelves: readonly Shelf[], tastePow: number): Taste {
  let g = 0;
  return drawTaste(() => 1 - likings[person][g++], shelves, tastePow);
}

/** At most so many draws for one person. */
export const mostDraws = 100;

/** The draws of each person, by the module's seeded stream: a person's own, whoever drew before. */
export const draws: readonly (readonly number[])[] = people.map((_, person) => {
  const draw = stream('generator on paper', 0, person);
  return Array.from({ length: mostDraws }, draw);
});

export interface Drawn {
  readonly item: number;
  /** 1 for the first meeting, 2 and more for a repeat. */
  readonly times: number;
}

/** What a person takes: each draw lands on an item, and whoever met it before repeats. */
export function takes({ itemAt }: Generator, rs: readonly number[]): Drawn[] {
  const met = items.map(() => 0);
  return rs.map((r) => {
    const item = itemAt(r);
    return { item, times: ++met[item] };
  });
}

export const countsOf = (drawn: readonly Drawn[]): number[] =>
  items.map((_, item) => drawn.filter((event) => event.item === item).length);
