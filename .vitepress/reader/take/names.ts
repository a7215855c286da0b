/** How files are named: by the page, and by the figure or the table. */

/** `/book/models/bpr` in the book at `/book/` -> `bpr`; the cover has no name of its own. */
export function pageName(path: string, base: string): string {
  const page = path
    .slice(base.length)
    .replace(/(?:\.html|\/)$/, '')
    .split('/')
    .at(-1);
  return page || 'book';
}

/** `Every pair of books` -> `every-pair-of-books`, cut at a word. */
export function wordsName(words: string, longest = 48): string {
  const parts = words
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .match(/[a-z\d]+/g);
  let name = '';
  for (const part of parts ?? []) {
    if (name && name.length + part.length >= longest) break;
    name = name ? `${name}-${part}` : part.slice(0, longest);
  }
  return name;
}

/** The place of a figure among those of its page, counted from 1, gives it its number. */
export const figureName = (page: string, number: number): string => `${page}-figure-${number}`;
