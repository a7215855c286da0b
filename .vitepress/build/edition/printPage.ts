import { chapters, linkOf, modelCountFirst, parts } from '../../chapters.ts';
import { withPolicy } from '../csp.ts';
import type { Settings } from './settings.ts';
import { dayInWords } from './settings.ts';
import { bookPages, bookTitle } from './texts.ts';
import {
  attribute,
  childrenOf,
  classesOf,
  elementsIn,
  find,
  hasClass,
  inner,
  isElement,
  outer,
  remove,
  setAttribute,
  textOf,
} from './tree.ts';
import type { Element, Parent } from './tree.ts';
import { printSolutions, solutionsId } from './printSolutions.ts';
import { printSourceOnce } from './printSource.ts';
import type { PrintChapter } from './printSource.ts';

/**
 * The whole book on one page, to be printed: the chapters as they were built, one after the other, with
 * their figures and the printed results. What only a hand or a script could move is left out.
 */

/** The chapter that shows the whole source. */
const wholeSource = 'full-implementation';

/** Controls, and what speaks of them. */
const goneTags = new Set(
  'button input select textarea label fieldset progress datalist script'.split(' '),
);
const goneClasses =
  'header-anchor listing-link figure-controls run-bar page-foot cite symbols-hint live-only lang controls glossary-letters'.split(
    ' ',
  );
/** Attributes that name elements of the same page. */
const references = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'headers'];

const isGone = (element: Element): boolean =>
  goneTags.has(element.tagName) ||
  attribute(element, 'hidden') !== undefined ||
  classesOf(element).some((name) => goneClasses.includes(name));

/** Elements that say something or draw something. */
function isEmpty(element: Element): boolean {
  const draws = [...elementsIn(element)].some(({ tagName }) => /^(svg|img|math|hr)$/.test(tagName));
  return !draws && textOf(element).trim() === '';
}

function withoutControls(content: Element): void {
  for (const element of [...elementsIn(content)]) {
    if (isGone(element)) remove(element);
  }
  // What held nothing but controls, and disclosures that are closed on paper.
  for (const element of [...elementsIn(content)]) {
    if (/^(div|p|section|form|output|ul|ol|details)$/.test(element.tagName) && isEmpty(element)) {
      remove(element);
    }
    if (
      element.tagName === 'details' &&
      !classesOf(element).some((name) => name === 'numbers' || name === 'bill')
    ) {
      setAttribute(element, 'open', '');
    }
    // There is nothing to reach for on paper.
    element.attrs = element.attrs.filter(({ name }) => name !== 'tabindex');
  }
}

export const printId = (page: string, id: string): string => `${page.replaceAll('/', '-')}--${id}`;

/** Ids and what refers to them, made the book's; links between chapters, made links within it. */
function madeOneBook(content: Element, page: string, base: string): void {
  const origin = 'https://book.invalid';
  const paths = new Set(bookPages.map(({ path }) => path).filter(Boolean));
  const ids = new Set([...elementsIn(content)].map((element) => attribute(element, 'id')));
  const localise = (value: string): string =>
    value.replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${printId(page, id)})`);
  for (const element of elementsIn(content)) {
    const gone: string[] = [];
    element.attrs = element.attrs.map((attr) => {
      const { name, value } = attr;
      if (name === 'id') return { ...attr, value: printId(page, value) };
      if (references.includes(name)) {
        const there = value.split(/\s+/).filter((id) => ids.has(id));
        if (there.length === 0) gone.push(name);
        return { ...attr, value: there.map((id) => printId(page, id)).join(' ') };
      }
      if (name === 'href') {
        const url = new URL(value, origin + base + page);
        if (url.origin !== origin) return attr;
        const path = url.pathname.slice(base.length).replace(/\.html$/, '');
        if (element.tagName !== 'a')
          return { ...attr, value: `#${printId(page, url.hash.slice(1))}` };
        if (path === page && url.hash) {
          return { ...attr, value: `#${printId(page, decodeURIComponent(url.hash.slice(1)))}` };
        }
        if (!paths.has(path)) return { ...attr, value: url.pathname };
        const id = decodeURIComponent(url.hash.slice(1));
        return { ...attr, value: id ? `#${printId(path, id)}` : `#${path.replaceAll('/', '-')}` };
      }
      return { ...attr, value: localise(value) };
    });
    element.attrs = element.attrs.filter(({ name }) => !gone.includes(name));
  }
}

/** Headings one level deeper: the book has one of the first. */
const deeper = (html: string): string =>
  html.replace(
    /(<\/?h)([1-5])\b/g,
    (_, tag: string, level: string) => `${tag}${Number(level) + 1}`,
  );

/** A picture that is more than one drawing may go on overleaf: see printBook.css. */
function markParts(content: Element): void {
  const parted = new Set(['table', 'li', 'dl']);
  for (const picture of [...elementsIn(content)]) {
    if (!hasClass(picture, 'picture')) continue;
    const isOne =
      childrenOf(picture).filter(isElement).length < 2 &&
      find(picture, ({ tagName }) => parted.has(tagName)) === undefined;
    if (!isOne) setAttribute(picture, 'class', [...classesOf(picture), 'in-parts'].join(' '));
  }
}

function contentOf(path: string, page: Parent, base: string): Element {
  const content = find(page, (element) => classesOf(element).includes('book-content'));
  if (!content) throw new Error(`printPage: ${path} has no content`);
  withoutControls(content);
  markParts(content);
  madeOneBook(content, path, base);
  return content;
}

const idOf = (path: string): string => path.replaceAll('/', '-');

function chapterHtml({ path, content }: PrintChapter): string {
  const own = childrenOf(content).filter(isElement);
  const text = own.map((element) => inner(element)).join('');
  return `<article class="print-chapter book-content vp-doc" id="${idOf(path)}">${deeper(text)}</article>`;
}

function contents(): string {
  const lineOf = (id: string, title: string): string =>
    `<li><a class="page-ref" href="#${id}"><span>${title}</span></a></li>`;
  const items = parts.map((part) => {
    const lines = part.chapters.map((chapter) => {
      const number = chapter.number ? `${chapter.number}. ` : '';
      return lineOf(idOf(linkOf(chapter).slice(1)), `${number}${chapter.title}`);
    });
    if (part === parts.at(-1)) lines.push(lineOf(solutionsId, 'Solutions'));
    return `<li>${part.title}<ul>${lines.join('')}</ul></li>`;
  });
  return `<nav class="print-contents" aria-label="Contents"><h2>Contents</h2><ul>${items.join('')}</ul></nav>`;
}

/** The picture of the cover, as it stands before it moves. */
function coverPicture(cover: Parent): string {
  const picture = find(cover, (element) => hasClass(element, 'cover-picture'));
  if (!picture) throw new Error('printPage: the cover has no picture');
  withoutControls(picture);
  return outer(picture);
}

/**
 * @param built one of the built pages, for its styles
 * @param page gives the tree of the page built from a file in `docs/`, which is changed
 * @param pageNumbers the script that finds on which page each chapter begins
 */
export function printPage(
  settings: Settings,
  built: string,
  page: (file: string) => Parent,
  pageNumbers: string,
): string {
  const { base, version, date, url } = settings;
  const styles = [...built.matchAll(/<link rel="(?:preload )?stylesheet"[^>]*>/g)].map(([tag]) =>
    tag.replace('preload stylesheet', 'stylesheet').replace(' as="style"', ''),
  );
  if (styles.length === 0) throw new Error('printPage: the pages have no style sheet');
  const edition = `Edition ${version}${date ? ` of ${dayInWords(date)}` : ''}${url ? `, from ${url}` : ''}`;
  const all = chapters.map((chapter): PrintChapter => {
    const path = linkOf(chapter).slice(1);
    return { path, title: chapter.title, content: contentOf(path, page(chapter.file), base) };
  });
  printSourceOnce(all, wholeSource);
  const solutions = printSolutions(all);
  const articles = [...all.map(chapterHtml), solutions];
  return withPolicy(`<!DOCTYPE html>
<html lang="en-GB" class="print-root">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <title>${bookTitle}: the whole book, to be printed</title>
    <meta name="description" content="All chapters on one page, with their figures and printed results.">
    <meta name="robots" content="noindex">
    <meta name="color-scheme" content="light">
    <link rel="icon" type="image/svg+xml" href="${base}favicon.svg">
    ${styles.join('\n    ')}
  </head>
  <body class="print-book">
    <main>
      <header class="print-title"><h1>${bookTitle}</h1><p>${modelCountFirst} ways to choose what someone might want next, from pure chance to learnt factors, each explained and printed as source.</p>${coverPicture(page('index.md'))}<p class="print-hint">This is the whole book on one page, for printing. <a href="${base}">Read it live</a>.</p><p class="print-edition">${edition}. Code under the MIT licence, prose and figures under CC BY 4.0.</p></header>
      ${contents()}
      ${articles.join('\n      ')}
    </main>
    <script>${pageNumbers}</script>
  </body>
</html>
`);
}
