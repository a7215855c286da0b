import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chapters } from '../../chapters.ts';
import { formulas } from '../markdown/math.ts';
import { pictureOf } from './headTags.ts';
import { pageMarkdown } from './markdown.ts';
import { finishOffline } from './offline.ts';
import type { Icons } from './icons.data.ts';
import { iconOf, manifest } from './manifest.ts';
import type { Pictures } from './pictures.data.ts';
import { printPage } from './printPage.ts';
import type { Settings } from './settings.ts';
import {
  bookPages,
  feed,
  frameHeaders,
  lastingHeaders,
  llmsFull,
  llmsTxt,
  siteMap,
  withPlace,
} from './texts.ts';
import { classesOf, elementsIn, find, outer, parsePage, parsePiece, textOf } from './tree.ts';
import type { Element, Parent } from './tree.ts';

/** All that is made from the finished pages once the build is over. */

/** MathML without attributes: what it shows, whoever printed it. */
function shapeOf(math: Element): string {
  for (const element of [math, ...elementsIn(math)]) element.attrs = [];
  return outer(math);
}

function formulaReader(): (math: Element) => string {
  const byShape = new Map<string, string>();
  for (const [mathml, tex] of formulas) {
    const math = find(parsePiece(mathml), ({ tagName }) => tagName === 'math');
    if (math) byShape.set(shapeOf(math), tex);
  }
  return (math) => {
    // A formula that a figure fills in says itself what it is.
    const annotation = find(math, ({ tagName }) => tagName === 'annotation');
    if (annotation) return textOf(annotation).trim();
    const copy = find(parsePiece(outer(math)), ({ tagName }) => tagName === 'math') ?? math;
    const tex = byShape.get(shapeOf(copy));
    if (tex === undefined) throw new Error(`edition: a formula without its TeX: ${outer(math)}`);
    return tex;
  };
}

/** What is printed on a page, without the frame around it. */
export function contentOf(page: Parent): Element {
  const content =
    find(page, (element) => classesOf(element).includes('book-content')) ??
    find(page, ({ tagName }) => tagName === 'main');
  if (!content) throw new Error('edition: a page without content');
  return content;
}

/**
 * Where a link of a page leads from its Markdown: to the Markdown of a chapter, with its whole
 * address where that is known.
 */
function linkReader(settings: Settings, file: string): (href: string) => string {
  const origin = 'https://book.invalid';
  const files = new Map(bookPages.map((page) => [page.path, page.file]));
  const here = bookPages.find((page) => page.file === file)?.path ?? '';
  return (href) => {
    const target = new URL(href, origin + settings.base + here);
    if (target.origin !== origin) return target.href;
    const inside = target.pathname.slice(settings.base.length);
    const page = files.get(inside);
    if (page === file && target.hash) return target.hash;
    return `${settings.url ?? settings.base}${page ?? inside}${target.hash}`;
  };
}

/** What is made elsewhere. */
export interface Drawn {
  readonly pictures: Pictures;
  readonly icons: Icons;
  /** The script of the page to be printed. */
  readonly pageNumbers: string;
}

export function finishEdition(
  settings: Settings,
  outDir: string,
  { pictures, icons, pageNumbers }: Drawn,
): void {
  const write = (file: string, content: string | Uint8Array | undefined): void => {
    if (content === undefined) return;
    const target = path.join(outDir, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  };
  const html = (file: string): string =>
    readFileSync(path.join(outDir, file.replace(/\.md$/, '.html')), 'utf8');

  write('sitemap.xml', siteMap(settings));
  write('feed.xml', feed(settings));
  write('llms.txt', llmsTxt(settings));

  const trees = new Map<string, Parent>();
  const page = (file: string): Parent => {
    const tree = trees.get(file) ?? parsePage(html(file));
    trees.set(file, tree);
    return tree;
  };
  const formula = formulaReader();
  const editions = bookPages.map(({ file }) => {
    const reading = { formula, link: linkReader(settings, file) };
    const text = withPlace(pageMarkdown(contentOf(page(file)), reading), settings, file);
    write(file, text);
    return { file, text };
  });
  write('llms-full.txt', llmsFull(editions));

  for (const [file, png] of Object.entries(pictures)) {
    write(pictureOf(file), Buffer.from(png, 'base64'));
  }

  for (const [side, png] of Object.entries(icons)) write(iconOf(side), Buffer.from(png, 'base64'));
  write('manifest.webmanifest', manifest(settings.base, Object.keys(icons)));

  // It changes the trees, so whatever else reads them comes before.
  write('print.html', printPage(settings, html(chapters[0].file), page, pageNumbers));
  const headers = readFileSync(path.join(outDir, '_headers'), 'utf8');
  write(
    '_headers',
    `${headers.trimEnd()}\n${lastingHeaders(settings.base)}${frameHeaders(settings.base)}`,
  );
  // The last: it names the edition by all that is there.
  finishOffline(outDir, settings);
}
