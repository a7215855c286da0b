import type { ItemRow } from './picture.ts';

/** What the two rows of an item show, in a sentence. @param most how many other items there are */
export function findingOf(title: string, { alike, negative }: ItemRow, most: number): string {
  if (alike === 0) return `Nobody who has ${title} has anything else: both rows are 0`;
  const others = alike === 1 ? 'one other' : `${alike === most ? 'all ' : ''}${alike} others`;
  const against =
    negative === 0 ? 'by EASE it speaks against none' : `EASE lets it speak against ${negative}`;
  return `By cosine ${title} speaks for ${others}; ${against}`;
}
