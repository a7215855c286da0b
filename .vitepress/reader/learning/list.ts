/** How many exercises each chapter has: `bpr-1`, `bpr-2` ... A test compares it with the pages. */
export const exerciseCounts = {
  start: 2,
  data: 3,
  evaluation: 4,
  random: 3,
  popularity: 3,
  trending: 4,
  'content-based': 3,
  'item-item-cf': 4,
  'implicit-als': 4,
  bpr: 4,
  leaderboard: 3,
} as const;

export type ExerciseChapter = keyof typeof exerciseCounts;

export const isExerciseChapter = (id: string): id is ExerciseChapter =>
  Object.hasOwn(exerciseCounts, id);

export const exercisesOf = (chapter: string): string[] =>
  isExerciseChapter(chapter)
    ? Array.from({ length: exerciseCounts[chapter] }, (_, n) => `${chapter}-${n + 1}`)
    : [];

/** `item-item-cf-2` -> chapter and number. */
export function placeOf(id: string): { chapter: ExerciseChapter; number: number } {
  const [, chapter = '', number = ''] = /^(.*)-(\d+)$/.exec(id) ?? [];
  if (!isExerciseChapter(chapter)) throw new Error(`no chapter has an exercise ${id}`);
  return { chapter, number: Number(number) };
}
