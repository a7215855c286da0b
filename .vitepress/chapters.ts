import path from 'node:path';
import type { DefaultTheme } from 'vitepress';
import { readChapters, type ChapterText } from './build/chapterFiles.ts';
import type { Section } from './build/search/sections.ts';
import { inWords } from './kit/inWords.ts';

/**
 * The book in its order: its parts are named here, and each chapter says in its folder to which part it belongs.
 * Sidebar, openings, cover and tests read this list.
 */

export interface Chapter extends ChapterText {
  /** Path within `docs/`. */
  readonly file: string;
  /** Chapters are numbered; back matter is not. */
  readonly number?: number;
}

export interface Part {
  readonly title: string;
  readonly chapters: readonly Chapter[];
}

/** A line of the contents beside each page. */
export interface ContentsEntry {
  /** The slug of the chapter. */
  readonly id: string;
  readonly title: string;
  /** Site path without the base: `/models/bpr`. */
  readonly link: string;
  readonly number: number | undefined;
  readonly model: string | undefined;
  /** How many exercises it has: what is solved of them is marked here, see learning/marks.ts. */
  readonly exercises: number;
}

export interface ContentsPart {
  readonly title: string;
  readonly entries: readonly ContentsEntry[];
}

/** What VitePress hands to the layout. */
export interface BookConfig {
  readonly contents: readonly ContentsPart[];
  /** VitePress makes the index of its local search. */
  readonly search: {
    readonly provider: 'local';
    readonly options: Pick<DefaultTheme.LocalSearchOptions, '_render'> & {
      readonly miniSearch: {
        readonly options: { readonly storeFields: readonly string[] };
        readonly _splitIntoSections: (file: string, html: string) => readonly Section[];
      };
    };
  };
}

/** What is not numbered: to look something up in. */
const backMatter = 'Back matter';
const partTitles = ['Ground', 'Baselines', 'Personal', 'Factors', 'Verdict', 'Systems', backMatter];

/** A chapter's texts say `{models}` where the number of models is meant. */
const withCount = (text: string, count: string): string => text.replaceAll('{models}', count);

function refuseSameMarks(texts: readonly ChapterText[]): void {
  const seen = new Map<string, string>();
  for (const { id, mark } of texts) {
    if (!mark) continue;
    const look = `${mark.mark} of the ${mark.family}`;
    const other = seen.get(look);
    if (other) throw new Error(`${id}/mark.json: the ${look} is the mark of ${other} already`);
    seen.set(look, id);
  }
}

/** The chapters in the order of the book; throws where a part is unknown, or a place or a mark is taken twice. */
export function inOrder(texts: readonly ChapterText[]): Part[] {
  const count = inWords(texts.filter(({ mark }) => mark).length);
  const lost = texts.find(({ part }) => !partTitles.includes(part));
  if (lost) {
    const known = partTitles.join(', ');
    throw new Error(`${lost.id}/chapter.json: part must be one of ${known}, got "${lost.part}"`);
  }
  refuseSameMarks(texts);
  let number = 0;
  return partTitles.map((title) => {
    const members = texts.filter(({ part }) => part === title).sort((a, b) => a.place - b.place);
    const twice = members.find(({ place }, n) => members[n + 1]?.place === place);
    if (twice) throw new Error(`${title}: place ${twice.place} is taken twice, by ${twice.id} too`);
    const chapters = members.map((text): Chapter => ({
      ...text,
      question: withCount(text.question, count),
      line: withCount(text.line, count),
      ...(text.measured === undefined ? {} : { measured: withCount(text.measured, count) }),
      file: text.mark ? `models/${text.id}.md` : `${text.id}.md`,
      ...(title === backMatter ? {} : { number: ++number }),
    }));
    return { title, chapters };
  });
}

export const parts: readonly Part[] = inOrder(
  readChapters(path.join(import.meta.dirname, 'chapters')),
);

export const chapters: readonly Chapter[] = parts.flatMap((part) => part.chapters);

export function chapterByFile(file: string): Chapter | undefined {
  return chapters.find((chapter) => chapter.file === file);
}

export function partOf(chapter: Chapter): Part {
  const part = parts.find((candidate) => candidate.chapters.includes(chapter));
  if (!part) throw new Error(`chapters.ts: ${chapter.id} belongs to no part`);
  return part;
}

/** How many models the book has: "seven", and where a sentence begins "Seven". */
export const modelCount = inWords(chapters.filter(({ mark }) => mark).length);
export const modelCountFirst = modelCount.charAt(0).toUpperCase() + modelCount.slice(1);

/** The model a chapter is about, if it is about one. */
export function modelOf(chapter: Chapter): string | undefined {
  return chapter.mark ? chapter.id : undefined;
}

/** A chapter as the contents beside each page have it. */
export const contentsEntry = (chapter: Chapter): ContentsEntry => ({
  id: chapter.id,
  title: chapter.title,
  link: linkOf(chapter),
  number: chapter.number,
  model: modelOf(chapter),
  exercises: chapter.exercises ?? 0,
});

/** Site path without the base: `/models/bpr`. */
export function linkOf(chapter: Chapter): string {
  return `/${chapter.file.replace(/\.md$/, '')}`;
}
