import type { DefaultTheme } from 'vitepress';
import { chapter as api } from './chapters/api/chapter.ts';
import { chapter as bpr } from './chapters/bpr/chapter.ts';
import { chapter as contentBased } from './chapters/content-based/chapter.ts';
import { chapter as data } from './chapters/data/chapter.ts';
import { chapter as ease } from './chapters/ease/chapter.ts';
import { chapter as evaluation } from './chapters/evaluation/chapter.ts';
import { chapter as exp } from './chapters/exp/chapter.ts';
import { chapter as fullImplementation } from './chapters/full-implementation/chapter.ts';
import { chapter as glossary } from './chapters/glossary/chapter.ts';
import { chapter as implicitAls } from './chapters/implicit-als/chapter.ts';
import { chapter as itemItemCf } from './chapters/item-item-cf/chapter.ts';
import { chapter as leaderboard } from './chapters/leaderboard/chapter.ts';
import { chapter as popularity } from './chapters/popularity/chapter.ts';
import { chapter as production } from './chapters/production/chapter.ts';
import { chapter as random } from './chapters/random/chapter.ts';
import { chapter as references } from './chapters/references/chapter.ts';
import { chapter as start } from './chapters/start/chapter.ts';
import { chapter as trending } from './chapters/trending/chapter.ts';
import { chapter as yourOwnModel } from './chapters/your-own-model/chapter.ts';
import type { ChapterText } from './kit/chapterText.ts';
import { isModelId, type ModelId } from './kit/modelStyle.ts';

/**
 * The book's order, and nothing else: what a chapter says of itself is in its folder. Sidebar, openings, cover and
 * tests read this list.
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
  readonly model: ModelId | undefined;
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
    readonly options: DefaultTheme.LocalSearchOptions;
  };
}

const order: readonly (readonly [title: string, texts: readonly ChapterText[]])[] = [
  ['Ground', [start, data, evaluation]],
  ['Baselines', [random, popularity, trending]],
  ['Personal', [contentBased, itemItemCf, ease]],
  ['Factors', [implicitAls, bpr]],
  ['Verdict', [leaderboard]],
  ['Back matter', [fullImplementation, api, exp, production, yourOwnModel, glossary, references]],
];
/** What is not numbered: to look something up in. */
const backMatter = 'Back matter';

const numbered = order.flatMap(([title, texts]) => (title === backMatter ? [] : texts));

function placed(text: ChapterText): Chapter {
  const file = isModelId(text.id) ? `models/${text.id}.md` : `${text.id}.md`;
  const place = numbered.indexOf(text);
  return place < 0 ? { ...text, file } : { ...text, file, number: place + 1 };
}

export const parts: readonly Part[] = order.map(([title, texts]) => ({
  title,
  chapters: texts.map(placed),
}));

export const chapters: readonly Chapter[] = parts.flatMap((part) => part.chapters);

export function chapterByFile(file: string): Chapter | undefined {
  return chapters.find((chapter) => chapter.file === file);
}

export function partOf(chapter: Chapter): Part {
  const part = parts.find((candidate) => candidate.chapters.includes(chapter));
  if (!part) throw new Error(`chapters.ts: ${chapter.id} belongs to no part`);
  return part;
}

/** The model a chapter is about, if it is about one. */
export function modelOf(chapter: Chapter): ModelId | undefined {
  return isModelId(chapter.id) ? chapter.id : undefined;
}

/** Site path without the base: `/models/bpr`. */
export function linkOf(chapter: Chapter): string {
  return `/${chapter.file.replace(/\.md$/, '')}`;
}
