import {
  attribute,
  childrenOf,
  inner,
  isElement,
  parsePiece,
  setAttribute,
  textOf,
} from '../edition/tree.ts';
import type { Element, Node } from '../edition/tree.ts';
import type { BookSymbol } from './symbolsOf.ts';

const letterTags = new Set(['mi', 'mtext', 'mn']);
const scriptTags = new Set(['msub', 'msubsup']);

/** What is written in an element, without thin spaces. */
const written = (node: Node): string => textOf(node).replace(/[\s\u2009\u200b]/g, '');

function indexed(element: Element): string | undefined {
  if (!scriptTags.has(element.tagName)) return undefined;
  const [base, index] = childrenOf(element);
  return `${written(base)}_${written(index)}`;
}

type Found = (form: string) => BookSymbol | undefined;

function markElement(element: Element, found: Found): void {
  const symbol =
    found(indexed(element) ?? '') ??
    (letterTags.has(element.tagName) ? found(written(element)) : undefined);
  if (symbol) setAttribute(element, 'data-symbol', symbol.id);
  else for (const child of childrenOf(element)) if (isElement(child)) markElement(child, found);
}

/** What stands side by side becomes one group, which can be marked. */
function groupSequences(element: Element, list: readonly BookSymbol[]): void {
  for (const symbol of list) {
    for (const form of symbol.math) {
      const wanted = form.split(' ').map((part) => part.replaceAll('_', ''));
      if (wanted.length < 2) continue;
      const children = [...element.childNodes];
      const start = children.findIndex((_, n) =>
        wanted.every((part, place) => {
          const child = children[n + place];
          return child !== undefined && written(child) === part;
        }),
      );
      if (start < 0) continue;
      const [group] = childrenOf(parsePiece('<math><mrow></mrow></math>'));
      const [row] = childrenOf(group);
      if (!isElement(row)) continue;
      const parts = children.slice(start, start + wanted.length);
      row.childNodes.push(...parts);
      for (const part of parts) part.parentNode = row;
      row.parentNode = element;
      setAttribute(row, 'data-symbol', symbol.id);
      element.childNodes.splice(start, wanted.length, row);
    }
  }
  for (const child of element.childNodes) {
    if (isElement(child) && attribute(child, 'data-symbol') === undefined) {
      groupSequences(child, list);
    }
  }
}

/** MathML with its symbols marked. */
export function markMath(mathml: string, list: readonly BookSymbol[]): string {
  const piece = parsePiece(mathml);
  const found: Found = (form) => list.find(({ math }) => math.includes(form));
  const visit = (node: Node): void => {
    for (const child of childrenOf(node)) {
      if (!isElement(child)) continue;
      if (attribute(child, 'data-symbol') === undefined) markElement(child, found);
      else visit(child);
    }
  };
  for (const math of childrenOf(piece)) {
    if (!isElement(math)) continue;
    groupSequences(math, list);
    visit(math);
  }
  return inner(piece);
}
