// The thread of the book: one person, the book that is hidden of her, and where each model puts it.
import type { LogStandings } from '../../code/evaluation/laboratory.ts';
import type { Dataset } from '../../code/models.ts';
import { defaultRun, nora } from '../run/defaults.ts';
import { genresOf } from '../run/genres.ts';
import { inWords } from './inWords.ts';
import { count } from './numbers.ts';
import { genreName, itemTitle } from './titles.ts';

/** Her hidden book in the order of one entry, counted from 1 among all that she has not had. */
export interface ThreadPlace {
  readonly id: string;
  /** Null where the entry has nothing to say to her. */
  readonly place: number | null;
}

export interface Thread {
  /** The book that is hidden, and its genre. */
  readonly item: number;
  readonly genre: number;
  readonly nItems: number;
  /** Different books that she has had, and those she has not. */
  readonly had: number;
  readonly unseen: number;
  /** Of the genre of the hidden book: how many she has had, and how many there are. */
  readonly hadOfGenre: number;
  readonly ofGenre: number;
  /** In the order of the entries. */
  readonly places: readonly ThreadPlace[];
}

/** @param ids the entries whose standings these are, in the same order */
export function readThread(
  data: Dataset,
  { at }: Pick<LogStandings, 'at'>,
  ids: readonly string[],
): Thread {
  const item = data.test.get(nora.user);
  if (item === undefined) throw new Error(`thread: nothing is hidden of person ${nora.user}`);
  const genres = genresOf(data);
  const genre = genres[item];
  const had = new Set(data.train.filter(([u]) => u === nora.user).map(([, i]) => i));
  const hers = Array.from(data.test.keys()).indexOf(nora.user);
  return {
    item,
    genre,
    nItems: data.nItems,
    had: had.size,
    unseen: data.nItems - had.size,
    hadOfGenre: Array.from(had).filter((i) => genres[i] === genre).length,
    ofGenre: genres.filter((other) => other === genre).length,
    places: ids.map((id, n) => {
      const standing = at[n][hers];
      // Equal scores stand by lower id, as in every list of the book.
      return { id, place: standing && 1 + standing.above + standing.tiedBefore };
    }),
  };
}

export const placeOf = ({ places }: Thread, id: string): number | null => {
  const found = places.find((one) => one.id === id);
  if (!found) throw new Error(`Thread: no entry is named ${id}`);
  return found.place;
};

/** The places in the entries before this one: the order of the book is theirs as well. */
export const placesBefore = ({ places }: Thread, id: string): readonly ThreadPlace[] =>
  places.slice(
    0,
    Math.max(
      0,
      places.findIndex((one) => one.id === id),
    ),
  );

/** The hidden book as prose names it. */
export const hiddenTitle = ({ item, genre }: Thread): string => itemTitle(item, genre);

/** Whether a list as long as the book's holds the place. */
export const isListed = (place: number | null): boolean => place !== null && place <= defaultRun.k;

const list = `list of ${inWords(defaultRun.k)}`;

/** Who she is, and what is asked of every model: what stands before the title of her book, and what after it. */
export function aboutNora(thread: Thread): readonly [before: string, after: string] {
  const { had, nItems, unseen, hadOfGenre, ofGenre, genre } = thread;
  const kind = genreName(genre).toLowerCase();
  return [
    `${nora.name} is person ${nora.user} of the log. She has taken ${count(had)} of its ${count(nItems)} books, ` +
      `among them ${count(hadOfGenre)} of the ${count(ofGenre)} on ${kind}. The next new book that she took was `,
    `, and no model is told. To find it, a model has to put it among the first ${inWords(defaultRun.k)} of the ` +
      `${count(unseen)} that she has not had.`,
  ];
}

/** What better settings make of the place, as a sentence: the one before it says where they come from. */
export function aboutTuned(place: number | null, tuned: number | null): string {
  if (tuned === place) return 'Those leave the book at the same place.';
  return `With those the book stands ${aboutPlace(tuned)}.`;
}

/** What the place means for a list as long as the book's. */
export function aboutPlace(place: number | null): string {
  if (place === null) return 'at no place, because it has nothing to say to her';
  if (place === 1) return `at the very top, so it opens her ${list}`;
  if (isListed(place)) return `at place ${count(place)}, so her ${list} has it`;
  if (place === defaultRun.k + 1)
    return `at place ${count(place)}, so her ${list} ends one place too early`;
  return `at place ${count(place)}, so her ${list} ends before it`;
}
