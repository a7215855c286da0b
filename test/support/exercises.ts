import { chapters } from '../../.vitepress/chapters.ts';
import { exerciseIds } from '../../.vitepress/reader/learning/list.ts';

/** The chapters with exercises, in the order of the book. */
export const exerciseChapters = chapters.filter(({ exercises = 0 }) => exercises > 0);

export const exercisesOf = (chapter: string): string[] =>
  exerciseIds(chapter, exerciseChapters.find(({ id }) => id === chapter)?.exercises ?? 0);
