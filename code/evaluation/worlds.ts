/**
 * Worlds: recipes of the synthetic log, by name. A result that holds in one
 * of them is a result about that one.
 */
import type { SyntheticOptions } from '../recsys.ts';

/** What a world is made of: all of the options but size and seed. */
export type Recipe = Omit<
  SyntheticOptions,
  'nUsers' | 'nItems' | 'nInter' | 'seed'
>;

/** One recipe with a name. */
export interface NamedWorld {
  /** As the address of a page says it. */
  readonly id: string;
  readonly title: string;
  /** What is changed in it, as it goes on after "a world with". */
  readonly about: string;
  readonly recipe: Recipe;
}

/** The usual world first, then one change each. */
export const worlds: readonly NamedWorld[] = [
  {
    id: 'usual',
    title: 'As usual',
    about: 'eight genres, where taste and popularity both count',
    recipe: {},
  },
  {
    id: 'genres-4',
    title: '4 genres',
    about: 'four genres in place of eight',
    recipe: { nGenres: 4 },
  },
  {
    id: 'genres-32',
    title: '32 genres',
    about: '32 genres in place of eight',
    recipe: { nGenres: 32 },
  },
  {
    id: 'popularity',
    title: 'Popularity alone',
    about: 'no chance that is shared out evenly among the items of a genre',
    recipe: { popWeight: 1 },
  },
  {
    id: 'taste',
    title: 'Taste alone',
    about: 'items that are all equally popular within their genre',
    recipe: { popWeight: 0 },
  },
  {
    id: 'heavy-tail',
    title: 'Heavy tail',
    about: 'a few items that have most of the events, as in real logs',
    recipe: { tailPow: 10 },
  },
  {
    id: 'few-repeats',
    title: 'Few repeats',
    about: 'people who seldom take the same thing again',
    recipe: { repeats: 0.1 },
  },
  {
    id: 'fashions',
    title: 'Passing fashions',
    about: 'a heavy tail, and likings that go once round during the log',
    recipe: { tailPow: 10, drift: 1 },
  },
];

/**
 * The world of this name.
 * @throws RangeError for a name that none has
 */
export function findWorld(id: string): NamedWorld {
  const found = worlds.find((world) => world.id === id);
  if (found) return found;
  const ids = worlds.map((world) => world.id).join(', ');
  throw new RangeError(`findWorld: id must be one of ${ids}, got ${id}`);
}
