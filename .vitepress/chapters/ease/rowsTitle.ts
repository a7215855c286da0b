import type { ItemRow } from './picture.ts';

/** What the two rows of an item show, in a sentence. */
export function findingOf(title: string, { alike, negative }: ItemRow): string {
  if (alike === 0) return `Nobody who has ${title} has anything else: both rows are 0`;
  const others = alike === 1 ? 'one other' : `${alike} others`;
  const against = negative === 0 ? 'none' : String(negative);
  return `${title} speaks for ${others} by cosine, and against ${against} by EASE`;
}
