import { linkOf, modelOf, parts } from '../chapters.ts';
import type { Loader } from '../build/results/loader.ts';

/** The book's contents with a line on each chapter: more than the contents beside each page have. */
export interface ContentsLine {
  readonly id: string;
  readonly title: string;
  readonly line: string;
  /** Site path without the base: `/models/bpr`. */
  readonly link: string;
  readonly number: number | undefined;
  readonly model: string | undefined;
  readonly exercises: number;
  readonly part: string;
}

declare const data: readonly ContentsLine[];
export { data };

export default {
  reads: ['.vitepress/chapters'],
  load: (): ContentsLine[] =>
    parts.flatMap((part) =>
      part.chapters.map((chapter) => ({
        id: chapter.id,
        title: chapter.title,
        line: chapter.line,
        link: linkOf(chapter),
        number: chapter.number,
        model: modelOf(chapter),
        exercises: chapter.exercises ?? 0,
        part: part.title,
      })),
    ),
} satisfies Loader;
