import { attribute, childrenOf, elementsIn, hasClass, isElement } from './tree.ts';
import type { Element } from './tree.ts';

/** What an element of a page is to who writes the page as Markdown. */

const skippedTags = new Set([
  ...['script', 'style', 'button', 'input', 'select', 'output', 'svg', 'label', 'template'],
  ...['fieldset', 'progress', 'canvas', 'textarea', 'form', 'datalist', 'noscript'],
]);
const skippedClasses = [
  ...['header-anchor', 'figure-controls', 'listing-link', 'run-bar', 'page-foot', 'cite', 'lang'],
  ...['opening-place', 'opening-facts', 'visually-hidden', 'symbols-hint', 'live-only'],
  // Keys to a picture; what opens the bill of a score; what stands in the place of an answer.
  ...['key', 'genre-key', 'split-key', 'why', 'told-note', 'glossary-letters'],
  // What a run says of itself; the way back from a note, and the line above the notes.
  ...['result-badge', 'footnote-anchor', 'footnote-backref', 'footnotes-sep'],
];
const inlineTags = new Set(
  'a abbr b bdi br cite code data dfn em i kbd mark math q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

export function isSkipped(element: Element): boolean {
  // A head that sorts its column is a head all the same.
  if (element.tagName === 'button' && isHead(element.parentNode)) return false;
  return (
    skippedTags.has(element.tagName) ||
    attribute(element, 'aria-hidden') === 'true' ||
    attribute(element, 'hidden') !== undefined ||
    // The bill of a score, which opens below its row.
    (element.tagName === 'div' && hasClass(element, 'bill')) ||
    skippedClasses.some((name) => hasClass(element, name))
  );
}

const isHead = (node: Element['parentNode']): boolean =>
  node !== null && isElement(node) && attribute(node, 'scope') === 'col';

/** Runs in a line, as words do; the row of a ranked list does, whatever it is made of. */
export const isInline = (element: Element): boolean =>
  inlineTags.has(element.tagName) || hasClass(element, 'bill') || hasClass(element, 'row');

/** Parts that stand side by side on the page: nothing but their boxes keeps their words apart. */
export const isBox = (element: Element): boolean =>
  !/^(?:sub|sup|math|wbr)$/.test(element.tagName) &&
  !hasClass(element, 'symbol') &&
  (!inlineTags.has(element.tagName) ||
    element.attrs.some(({ name }) => name.startsWith('data-v-')));

/** A picture whose numbers stand below it: they say what it shows. */
export function isDrawn(element: Element): boolean {
  if (element.tagName !== 'figure' || hasClass(element, 'listing')) return false;
  return [element, demoOf(element)].some(
    (holder) => holder && [...elementsIn(holder)].some((child) => hasClass(child, 'numbers')),
  );
}

/** The demo around an element. */
function demoOf(element: Element): Element | undefined {
  for (let node = element.parentNode; node && isElement(node); node = node.parentNode) {
    if (hasClass(node, 'demo')) return node;
  }
  return undefined;
}

/** What of a drawn picture can be said: its finding, its caption, its numbers. */
export const saidOf = (figure: Element): readonly Element[] =>
  childrenOf(figure).filter(
    (child): child is Element =>
      isElement(child) &&
      (child.tagName === 'figcaption' ||
        ['finding', 'numbers'].some((name) => hasClass(child, name))),
  );

/** What parts two boxes of a row, in a line of text. */
export function between(left: string, right: string, inRow: boolean): string {
  if (left === '' || right === '') return '';
  if (/\s$/.test(left) || /^[\s,.;:!?)’'-]/.test(right) || /[(\[“]$/.test(left)) return '';
  return inRow && !/[.,;:!?]$/.test(left) ? ', ' : ' ';
}

/** The number of a chapter and the line about it, as they stand around its name in a list. */
export function withSigns(element: Element, text: string): string {
  const words = text.trim();
  if (words === '') return text;
  if (hasClass(element, 'number') && /^\d+$/.test(words)) return `${words}. `;
  return hasClass(element, 'line') ? `: ${words}` : text;
}
