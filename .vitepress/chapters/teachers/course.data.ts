import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { minutesToRead } from '../../build/markdown/opening.ts';
import { chapters, linkOf, type Chapter } from '../../chapters.ts';
import type { Loader } from '../../build/results/loader.ts';
import { weeks } from './weeks.ts';
import type { Week } from './weeks.ts';

export interface CourseChapter {
  readonly id: string;
  readonly title: string;
  readonly link: string;
  readonly file: string;
  /** It can be left out of its week. */
  readonly isOptional: boolean;
  readonly exercises: number;
  readonly aims: readonly string[];
}

export interface CourseWeek {
  readonly title: string;
  readonly inClass: string;
  readonly atHome: string;
  readonly help?: Week['help'];
  readonly chapters: readonly CourseChapter[];
  readonly also: readonly CourseChapter[];
}

const lineOf = (chapter: Chapter, optional: readonly string[] = []): CourseChapter => ({
  id: chapter.id,
  title: chapter.title,
  link: linkOf(chapter),
  file: chapter.file,
  isOptional: optional.includes(chapter.id),
  exercises: chapter.exercises ?? 0,
  aims: chapter.aims ?? [],
});

/** The plan with the chapters of this edition. Throws where a week names a chapter that is none, or out of its order. */
export function courseOf(book: readonly Chapter[] = chapters): CourseWeek[] {
  const numbered = book.filter(({ number }) => number !== undefined);
  const starts = weeks.map(({ from }) => {
    const place = numbered.findIndex(({ id }) => id === from);
    if (place < 0) throw new Error(`weeks.ts: ${from} is no numbered chapter`);
    return place;
  });
  const late = starts.findIndex((place, n) => place <= (starts[n - 1] ?? -1));
  if (late >= 0)
    throw new Error(`weeks.ts: ${weeks[late].from} does not come after the week before`);
  if (starts[0] !== 0) throw new Error(`weeks.ts: ${numbered[0].id} is in no week`);
  return weeks.map(({ title, inClass, atHome, help, also = [], optional }, n) => ({
    title,
    inClass,
    atHome,
    ...(help && { help }),
    chapters: numbered.slice(starts[n], starts[n + 1]).map((one) => lineOf(one, optional)),
    also: also.map((id) => {
      const page = book.find((chapter) => chapter.id === id);
      if (!page) throw new Error(`weeks.ts: ${id} is no page of the book`);
      return lineOf(page);
    }),
  }));
}

/** A week, and how long it takes to read what no later week can do without. */
export type TimedWeek = CourseWeek & { readonly minutes: number };

const docs = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../docs');

const withMinutes = (week: CourseWeek): TimedWeek => ({
  ...week,
  minutes: [...week.chapters, ...week.also]
    .filter(({ isOptional }) => !isOptional)
    .map(({ file }) => minutesToRead(readFileSync(path.join(docs, file), 'utf8')))
    .reduce((sum, minutes) => sum + minutes, 0),
});

declare const data: readonly TimedWeek[];
export { data };

export default {
  reads: ['.vitepress/chapters', 'docs'],
  load: () => courseOf().map(withMinutes),
} satisfies Loader;
