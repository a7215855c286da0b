import MiniSearch from 'minisearch'; // comes with VitePress, and must be the version that made the index
import type { SearchOptions, SearchResult } from 'minisearch';
import { namesAndText } from '../../kit/searchNames.ts';
import { excerptOf, marked, type Piece } from './excerpt.ts';
import { distance } from './lostWords.ts';

/**
 * What is found for some words, the best first. What is called so comes before what only says so: a chapter, a term of the
 * glossary, a section. What says all of the words comes before what says some.
 */

export interface Found {
  /** The address within the book: `/models/bpr#the-idea`. */
  readonly id: string;
  readonly title: readonly Piece[];
  /** The titles above it, from the chapter's on. */
  readonly titles: readonly string[];
  readonly excerpt: readonly Piece[];
}

/** As the index holds it. */
interface Hit extends SearchResult {
  readonly id: string;
  readonly title: string;
  readonly titles: readonly string[];
  readonly text: string;
}

/** Words of a question that say nothing of what is asked about. */
const filling = new Set(
  'a an and are at by can do does for from how i in is it me my of on or should the to use what when which why with you'.split(
    ' ',
  ),
);

/** Places where a thing is mentioned rather than told. */
const weights: readonly (readonly [place: RegExp, weight: number])[] = [
  [/^\/references|#references$/, 0.25],
  [/^\/(?:api|full-implementation|claims)/, 0.5],
  [/#exercises$/, 0.6],
  [/^[^#]+$/, 1.5],
];
const weightOf = (id: string): number => weights.find(([place]) => place.test(id))?.[1] ?? 1;

/** How many letters may be wrong in a word: in a short one that would be another word. */
const slips = (word: string): number => (word.length < 4 ? 0 : word.length < 9 ? 1 : 2);

const options: SearchOptions = {
  fuzzy: slips,
  prefix: (word) => word.length > 2,
  boost: { title: 4, titles: 1.5, text: 1 },
  weights: { fuzzy: 0.3, prefix: 0.5 },
  boostDocument: (id: string) => weightOf(id),
};

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\n\r\p{Z}\p{P}]+/u)
    .filter(Boolean);

/** A name as it is compared: without capitals, hyphens and filling, and -ize as -ise. */
function plain(text: string): string {
  const words = wordsOf(text);
  const telling = words.filter((word) => !filling.has(word));
  return (telling.length > 0 ? telling : words).join(' ').replace(/iz(?=e|a|ing)/g, 'is');
}

/** How many of the words typed are the whole of a name: that of `evaluate` in `evaluate recommender`. */
function wordsNamed(typed: string, name: string): number {
  const [all, own] = [typed.split(' '), name.split(' ')];
  return own.every((word) => all.includes(word)) ? own.length : 0;
}

const notCalledSo = 10;

/**
 * How a place is called by what was typed: 0 by its very name, 1 with a letter wrong or the words in another order, 2 by the
 * beginning of its name; then the more of the words are its name, the less.
 */
function calledSo(typed: string, names: readonly string[]): number {
  if (names.includes(typed)) return 0;
  const turned = typed.split(' ').sort().join(' ');
  const isNearly = (name: string): boolean =>
    distance(typed, name) <= slips(typed) || name.split(' ').sort().join(' ') === turned;
  if (names.some(isNearly)) return 1;
  if (typed.length > 2 && names.some((name) => name.startsWith(typed))) return 2;
  return notCalledSo - Math.max(...names.map((name) => wordsNamed(typed, name)));
}

function kindOf(id: string): number {
  if (!id.includes('#')) return 0;
  return id.startsWith('/glossary#') ? 1 : 2;
}

/** A reader of the index that VitePress made, as JSON. */
export function searchBook(index: string): (words: string, most: number) => Found[] {
  const book = MiniSearch.loadJSON<Hit>(index, { fields: ['title', 'titles', 'text'] });

  function hits(words: string): Hit[] {
    const telling = plain(words);
    const all = book.search(telling, { ...options, combineWith: 'AND' }) as Hit[];
    const ids = new Set(all.map(({ id }) => id));
    const some = (book.search(telling, options) as Hit[]).filter(({ id }) => !ids.has(id));
    return [...all, ...some];
  }

  return (words, most) => {
    const typed = plain(words);
    if (typed === '') return [];
    const ranked = hits(words).map((hit, place) => {
      const { names, text } = namesAndText(hit.text);
      const called = calledSo(typed, [hit.title, ...names].map(plain));
      return { hit, text, place, called, kind: called < notCalledSo ? kindOf(hit.id) : 0 };
    });
    ranked.sort((a, b) => a.called - b.called || a.kind - b.kind || a.place - b.place);
    return ranked.slice(0, most).map(({ hit: { id, title, titles, terms }, text }) => ({
      id,
      title: marked(title, terms),
      titles,
      excerpt: excerptOf(text, terms),
    }));
  };
}
