// Which exercises a chapter has: `bpr-1`, `bpr-2` ... as many as its chapter.ts says.
import { chapters } from '../../chapters.ts';

const counts = new Map(chapters.map(({ id, exercises = 0 }) => [id, exercises]));

/** The chapters with exercises, in the order of the book. */
export const exerciseChapters: readonly string[] = chapters
  .filter(({ exercises = 0 }) => exercises > 0)
  .map(({ id }) => id);

export const isExerciseChapter = (id: string): boolean => exerciseChapters.includes(id);

export const exercisesOf = (chapter: string): string[] =>
  Array.from({ length: counts.get(chapter) ?? 0 }, (_, n) => `${chapter}-${n + 1}`);

/** `item-item-cf-2` -> chapter and number. */
export function placeOf(id: string): { chapter: string; number: number } {
  const [, chapter = '', number = ''] = /^(.*)-(\d+)$/.exec(id) ?? [];
  if (!isExerciseChapter(chapter)) throw new Error(`no chapter has an exercise ${id}`);
  return { chapter, number: Number(number) };
}
