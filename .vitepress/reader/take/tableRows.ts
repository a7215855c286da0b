/** What a table says, cell by cell: what is drawn or pressed in it says nothing. */

const unsaid = '[aria-hidden="true"], svg, input, select, progress, .live-only';

const hasWords = (text: string): boolean => text.trim() !== '';
/** Words that are there to be heard alone. */
const isHeard = (node: Node): boolean =>
  node instanceof Element && node.classList.contains('visually-hidden');

function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  // A number with all its digits, where the page shows fewer.
  if (node instanceof HTMLDataElement) return node.value;
  if (!(node instanceof Element) || node.matches(unsaid)) return '';
  const children = [...node.childNodes];
  const seen = children.filter((child) => !isHeard(child)).map(textOf);
  const said = seen.some(hasWords) ? seen : children.map(textOf);
  const areBoxes = !children.some((child) => child instanceof Text && hasWords(child.data));
  return areBoxes ? said.filter(hasWords).join(' ') : said.join('');
}

export function tableRows(table: HTMLTableElement): string[][] {
  const rows = [...table.rows].map((row) =>
    [...row.cells].flatMap((cell) => [textOf(cell), ...Array<string>(cell.colSpan - 1).fill('')]),
  );
  return rows.filter((row) => row.some(hasWords));
}

export const captionOf = (table: HTMLTableElement): string =>
  (table.caption?.textContent ?? '').replace(/\s+/g, ' ').trim();
