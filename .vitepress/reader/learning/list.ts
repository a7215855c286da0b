// The names of exercises: `bpr-1`, `bpr-2` ... How many a chapter has stands in its chapter.ts, and comes with
// the contents of the page: the texts of all chapters are not loaded for a count.

export const exerciseIds = (chapter: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${chapter}-${n + 1}`);

/** `item-item-cf-2` -> chapter and number. */
export function placeOf(id: string): { chapter: string; number: number } {
  const [, chapter = '', number = ''] = /^(.*)-(\d+)$/.exec(id) ?? [];
  return { chapter, number: Number(number) };
}
