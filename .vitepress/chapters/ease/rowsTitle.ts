import type { ItemRow } from './picture.ts';

/** What the two rows of an item show, in a sentence. */
export function findingOf(title: string, others: number, { alike, negative }: ItemRow): string {
  if (alike === 0) return `Nobody who has ${title} has anything else: both rows are 0`;
  const against = negative === 0 ? 'none' : String(negative);
  return `By cosine, ${title} speaks for ${alike} of ${others} others; by EASE it speaks against ${against} of them`;
}
