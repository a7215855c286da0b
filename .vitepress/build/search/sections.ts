import path from 'node:path';
import { termById } from '../../glossary.ts';
import { withNames } from '../../kit/searchNames.ts';
import {
  attribute,
  childrenOf,
  classesOf,
  isElement,
  isText,
  parsePiece,
  textOf,
} from '../edition/tree.ts';
import type { Element, Node } from '../edition/tree.ts';
import { synonyms } from './synonyms.ts';

/**
 * What the search finds on a page: a piece for each section, in the words that a reader sees there, and on the page of the
 * glossary one for each term. What waits for an answer of the reader is not in it, nor what is only drawn.
 */

/** As VitePress wants it: the titles from the chapter's on, and where in the page it begins; its head has no anchor. */
export interface Section {
  readonly anchor: string;
  readonly titles: readonly string[];
  text: string;
}

/** Numbers in the prose, which are filled in when the page is printed. */
const numbers = new Set(['measured', 'said', 'enginesaid']);
const silentTags = new Set(['script', 'style', 'svg', 'button', 'template']);
const silentClasses = [
  ...['told', 'header-anchor', 'opening-place', 'opening-facts', 'exercise-number'],
  ...[
    'glossary-letters',
    'glossary-places',
    'footnote-ref',
    'footnote-backref',
    'lang',
    'listing-head',
  ],
];
/** The pages that are code: elsewhere it would come twice. */
const codePages = new Set(['full-implementation', 'api', 'your-own-model']);
/** Words do not run on over the end of these. */
const inlineTags = /^(?:a|b|code|dfn|em|i|mark|strong|sub|sup|span|claim|time|kbd|m[a-z]+)$/;

function isSilent(element: Element, page: string): boolean {
  const { tagName } = element;
  if (silentTags.has(tagName)) return true;
  if (tagName === 'math') return attribute(element, 'display') === 'block';
  if (tagName === 'pre') return !codePages.has(page);
  // Hints and solutions, how to cite, the symbols.
  if (tagName === 'details') return true;
  return classesOf(element).some((name) => silentClasses.includes(name));
}

/** What else a place is called: the forms of a term, and what readers type for it. */
function namesOf(page: string, anchor: string): string[] {
  const place = anchor ? `${page}#${anchor}` : page;
  const forms = page === '/glossary' && anchor ? termById(anchor).forms : [];
  return [...forms, ...(synonyms[place] ?? [])];
}

const tidy = (text: string): string =>
  text
    .replace(/\{\{.*?\}\}/g, '…')
    .replace(/\s+/g, ' ')
    .trim();

/** @param file the Markdown file of a page within `docs/`: `models/bpr.md` */
export function sectionsOf(file: string, html: string): Section[] {
  const page = path.basename(file, '.md');
  const link = `/${file.replace(/(^|\/)index\.md$|\.md$/, '$1')}`;
  const sections: Section[] = [];
  /** The titles of the sections that are open, by level. */
  const open: string[] = [];

  function begin(level: number, title: string, anchor: string): void {
    open.length = level - 1;
    open[level - 1] = title;
    sections.push({ anchor, titles: open.filter(Boolean), text: '' });
  }
  function add(text: string): void {
    const last = sections.at(-1);
    if (last) last.text += text;
  }
  function heading(element: Element): void {
    const level = Number(element.tagName.slice(1));
    const spoken = childrenOf(element).filter(
      (child) => !isElement(child) || !isSilent(child, page),
    );
    const title = tidy(spoken.map(textOf).join(''));
    begin(level, title, level === 1 ? '' : (attribute(element, 'id') ?? ''));
  }
  function walk(node: Node): void {
    if (isText(node)) add(node.value);
    if (!isElement(node)) {
      childrenOf(node).forEach(walk);
      return;
    }
    if (/^h[1-6]$/.test(node.tagName)) return heading(node);
    if (isSilent(node, page)) return;
    if (numbers.has(node.tagName)) add('…');
    if (node.tagName === 'dt' && page === 'glossary') return;
    if (classesOf(node).includes('glossary-entry')) {
      const id = attribute(node, 'id') ?? '';
      begin(2, termById(id).term, id);
    }
    childrenOf(node).forEach(walk);
    if (!inlineTags.test(node.tagName) && !numbers.has(node.tagName)) add(' ');
  }
  walk(parsePiece(html));
  return sections.map(({ anchor, titles, text }) => ({
    anchor,
    titles,
    text: withNames(namesOf(link, anchor), tidy(text)),
  }));
}
