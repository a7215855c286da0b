// What the results on a built page say was held out, and which of them do not say it.
import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** The rule of the book; what is worked on paper or quoted from a paper; and the rules that a page may only compare with. */
const everywhere = ['last-new', 'paper', 'published'];
const compared = ['last', 'time'];

const isElement = (node: Node): node is Element => 'tagName' in node;
const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);
const attributeOf = (element: Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;
const classesOf = (element: Element): string[] => attributeOf(element, 'class')?.split(/\s+/) ?? [];

/** No results of the book: a program, an equation, what a function does, and an exercise with its solution, whose people are made up. */
const isSilent = (element: Element): boolean =>
  ['script', 'style', 'pre', 'code', 'math', 'template'].includes(element.tagName) ||
  classesOf(element).some((name) => /^language-|^api-table$|^exercise$|^print-answer$/.test(name));

function textOf(node: Node, skip: (element: Element) => boolean = () => false): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (isElement(node) && (isSilent(node) || skip(node))) return ' ';
  // A name and a number in two cells are two words.
  return childrenOf(node)
    .map((child) => textOf(child, skip))
    .join(' ');
}

const metric =
  /\b(?:[Rr]ecalls?|[Pp]recision|nDCG|ndcg|MAP|[Cc]eiling|[Hh]its?|hit rate)\b|(?:choice|book) of \d/;
const result =
  /\b[01]\.\d|\b\d+(?:\.\d+)?\s?%|\b\d+ (?:of|in) (?:the )?\d+ (?:people|users|test|held|hidden)/;
/** The value of a hyperparameter is no result, and neither is the level of an interval or a test. */
const setting = /\b(?:alpha|reg|lr)\s+\d+(?:\.\d+)?|\b(?:95|5|2\.5)\s?%/g;

/** Whether a text tells how well something recommends: the name of a metric, and a number. */
export const tellsResult = (text: string): boolean =>
  metric.test(text) && result.test(text.replaceAll(setting, ''));

/** What may tell a result: a figure, a demo, a table, a sentence. */
const tellers = ['figure', 'section', 'table', 'svg', 'p', 'li', 'dd', 'summary'];

export interface Found {
  /** Every rule that is named, in the order of the page. */
  readonly named: readonly string[];
  /** What is wrong, each with the words that it stands in. */
  readonly faults: readonly string[];
}

/** Reads all results of one page: `heldOutOn(html, 'leaderboard')`. */
export function heldOutOn(html: string, page: string): Found {
  const named: string[] = [];
  const faults: string[] = [];
  const quoted = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 90);
  let [chapter, heading] = [page, ''];

  /** Where a page may compare the rules: the figure and the section that teach them, and the laboratory. */
  const compares = (path: readonly Element[]): boolean =>
    (chapter === 'evaluation' || chapter === 'laboratory') &&
    ((chapter === 'evaluation' && heading === 'what-is-hidden') ||
      path.some(
        (element) =>
          attributeOf(element, 'data-station') !== undefined ||
          classesOf(element).some((name) => name === 'lab-demo' || name === 'split-figure'),
      ));

  function visit(node: Node, path: readonly Element[], isSaid: boolean): void {
    if (!isElement(node)) {
      for (const child of childrenOf(node)) visit(child, path, isSaid);
      return;
    }
    if (isSilent(node)) return;
    const id = attributeOf(node, 'id') ?? '';
    // The book for paper: all chapters on one page, and their ids after the chapter's name.
    if (classesOf(node).includes('print-chapter')) chapter = id;
    if (/^h[23]$/.test(node.tagName)) heading = id.replace(/^.*--/, '');
    const within = [...path, node];
    const rules = attributeOf(node, 'data-split')?.split(' ');
    for (const rule of rules ?? []) {
      named.push(rule);
      const allowed = compares(within) ? [...everywhere, ...compared] : everywhere;
      if (!allowed.includes(rule)) faults.push(`${rule}: ${quoted(textOf(node))}`);
    }
    let isNamed = isSaid || rules !== undefined;
    if (!isNamed && tellers.includes(node.tagName)) {
      // Without the parts that say it for themselves: a number in a sentence, a table in a figure.
      const rest = textOf(node, (inner) => attributeOf(inner, 'data-split') !== undefined);
      if (tellsResult(rest)) {
        faults.push(`without a rule: ${quoted(textOf(node))}`);
        isNamed = true; // Once is enough for all that stands in it.
      }
    }
    for (const child of childrenOf(node)) visit(child, within, isNamed);
  }

  visit(parse(html), [], false);
  return { named, faults };
}
