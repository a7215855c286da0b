// Whom the folded-in row is like, as the title of its figure.
import { inSeries } from '../../kit/inSeries.ts';
import { genreName, itemTitle } from '../../kit/titles.ts';
import type { Newcomer } from './foldedIn.ts';

/** [7, 7, 0] -> "2 books of Poetry and 1 of Crime" */
export function shelfText(kinds: readonly number[]): string {
  const counts = new Map<number, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const texts = [...counts]
    .sort(([a, m], [b, n]) => n - m || a - b)
    .map(([kind, n], place) => {
      const books = n === 1 ? ' book' : ' books';
      return `${n}${place === 0 ? books : ''} of ${genreName(kind)}`;
    });
  if (texts.length > 3) return `${kinds.length} books of ${texts.length} genres`;
  return inSeries(texts);
}

export function newcomerTitle(kinds: readonly number[], { list }: Newcomer): string {
  if (kinds.length === 0)
    return 'With no book at all b is 0, so x is 0, and there is nothing to recommend';
  const [{ item, genre }] = list;
  const same = list.filter((entry) => kinds.includes(entry.genre)).length;
  const kind = new Set(kinds).size === 1 ? 'that genre' : 'those genres';
  return (
    `With ${shelfText(kinds)}, the list begins with ${itemTitle(item, genre)}, ` +
    `and ${same === list.length ? 'all' : `${same} of`} its ${list.length} are of ${kind}`
  );
}
