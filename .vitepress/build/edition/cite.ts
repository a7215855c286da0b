import { chapterByFile, linkOf, type Chapter } from '../../chapters.ts';
import { dayInWords, type Settings } from './settings.ts';

/** How a chapter is cited: its place in the book, the edition and the day of its text. No clock is asked. */

export interface CitedBook {
  readonly authors: readonly string[];
  readonly title: string;
}

/** What CITATION.cff says of the book: of its YAML, no more than is needed. */
export function readCitedBook(cff: string): CitedBook {
  const plain = (value: string): string => value.trim().replace(/^(['"])(.*)\1$/, '$2');
  const title = /^title:(.+)$/m.exec(cff)?.[1];
  const authors = Array.from(cff.matchAll(/^ {2}- name:(.+)$/gm), ([, name]) => plain(name));
  if (!title || authors.length === 0) throw new Error('CITATION.cff: needs a title and authors');
  return { title: plain(title), authors };
}

export interface Citation {
  readonly text: string;
  readonly bibtex: string;
}

interface Known {
  readonly chapter: Chapter;
  readonly day?: string;
  readonly address?: string;
}

function knownOf({ url, dates }: Settings, file: string): Known | undefined {
  const chapter = chapterByFile(file);
  if (!chapter) return undefined;
  const day = dates.get(`docs/${file}`);
  return {
    chapter,
    ...(day && { day }),
    ...(url && { address: url + linkOf(chapter).slice(1) }),
  };
}

/** @returns undefined for a page that is no chapter */
export function citationOf(
  settings: Settings,
  book: CitedBook,
  file: string,
): Citation | undefined {
  const known = knownOf(settings, file);
  if (!known) return undefined;
  const { chapter, day, address } = known;
  const { version } = settings;
  const place = chapter.number ? `Chapter ${chapter.number} of ` : 'In ';
  const names = book.authors.join(', ');
  const sentences = [
    names,
    `“${chapter.title}”`,
    `${place}${book.title}`,
    `Edition ${version}${day ? `, ${dayInWords(day)}` : ''}`,
  ];
  const text = `${sentences.map((sentence) => `${sentence}.`).join(' ')}${address ? ` ${address}` : ''}`;

  const fields: readonly (readonly [string, string | undefined])[] = [
    ['author', book.authors.map((name) => `{${name}}`).join(' and ')],
    ['title', chapter.title],
    ['booktitle', book.title],
    ['chapter', chapter.number ? String(chapter.number) : undefined],
    ['edition', version],
    ['year', day?.slice(0, 4)],
    ['note', day && `Text of ${dayInWords(day)}`],
    ['url', address],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name.padEnd(9)} = {${value}}`],
  );
  return {
    text,
    bibtex: `@incollection{recsys-book:${chapter.id},\n${lines.join(',\n')}\n}`,
  };
}
