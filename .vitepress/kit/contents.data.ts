import { contentsEntry, parts, type ContentsEntry } from '../chapters.ts';
import type { Loader } from '../build/results/loader.ts';

/** The book's contents with a line on each chapter: more than the contents beside each page have. */
export interface ContentsLine extends ContentsEntry {
  readonly line: string;
  readonly part: string;
}

declare const data: readonly ContentsLine[];
export { data };

export default {
  reads: ['.vitepress/chapters'],
  load: (): ContentsLine[] =>
    parts.flatMap(({ title: part, chapters }) =>
      chapters.map((chapter) => ({ ...contentsEntry(chapter), line: chapter.line, part })),
    ),
} satisfies Loader;
