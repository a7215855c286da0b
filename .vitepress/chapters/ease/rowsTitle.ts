import type { ItemRow } from './picture.ts';

/** What the two rows of an item show, in a sentence. */
export function findingOf(title: string, { alike, negative }: ItemRow): string {
  if (alike === 0) return `Nobody who has ${title} has anything else: both rows are 0`;
  const others = alike === 1 ? 'one other item' : `${alike} other items`;
  const against =
    negative === 0 ? 'speaks against none of them' : `speaks against ${negative} of all others`;
  return `Cosine finds ${title} like ${others}; with EASE it ${against}`;
}
