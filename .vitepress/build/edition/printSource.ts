import {
  attribute,
  childrenOf,
  elementsIn,
  hasClass,
  isElement,
  pieces,
  replaceWith,
  setAttribute,
  textOf,
} from './tree.ts';
import type { Element } from './tree.ts';

/**
 * A line of the source is printed once in a book: where it is explained first. What would print it again says where
 * it stands.
 */

/** A chapter as it goes into the book. */
export interface PrintChapter {
  readonly path: string;
  readonly title: string;
  readonly content: Element;
}

/** Where a line stands. */
interface Place {
  readonly id: string;
  readonly title: string;
}

/** As many lines are rather read again than looked up. */
const fewLines = 4;

/** Lines of a listing that follow one another and stand in one place, or nowhere yet. */
interface Run {
  readonly place: Place | undefined;
  readonly lines: Element[];
}

const numberOf = (line: Element): string => attribute(line, 'data-line') ?? '';

function linesOf(listing: Element): Element[] {
  return [...elementsIn(listing)].filter((element) => attribute(element, 'data-line'));
}

/** An empty line belongs to what is before it. */
function runsOf(lines: readonly Element[], placeOf: (line: Element) => Place | undefined): Run[] {
  const runs: Run[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    const isEmpty = textOf(line).trim() === '';
    const place = isEmpty && last ? last.place : placeOf(line);
    if (last && last.place === place) last.lines.push(line);
    else runs.push({ place, lines: [line] });
  }
  return runs;
}

function linesText({ lines }: Run): string {
  const [from, to] = [numberOf(lines[0]), numberOf(lines[lines.length - 1])];
  return from === to ? `line ${from}` : `lines ${from}–${to}`;
}

const linkTo = ({ id, title }: Place): string => `<a class="page-ref" href="#${id}">${title}</a>`;

/** Links lead to regions: their names stay. */
function namesIn(lines: readonly Element[]): string {
  const ids = lines.flatMap((line) => [line, ...elementsIn(line)].map((at) => attribute(at, 'id')));
  return ids.map((id) => (id ? `<span id="${id}"></span>` : '')).join('');
}

/** In place of a whole listing. */
function replaceListing(listing: Element, file: string, runs: readonly Run[]): void {
  const places = runs.flatMap((run) =>
    run.place ? [`${linesText(run)} in ${linkTo(run.place)}`] : [],
  );
  const names = namesIn(linesOf(listing));
  const text = `${names}<code>${file}</code>, ${places.join('; ')}`;
  replaceWith(listing, pieces(`<p class="print-elsewhere">${text}</p>`));
}

/** In place of some of its lines; the ends of lines between them go as well. */
function replaceLines(run: Run): void {
  const [first, ...rest] = run.lines;
  const text = run.place ? `⋮ ${linesText(run)}: ${linkTo(run.place)}` : '';
  const names = namesIn(run.lines);
  for (const line of rest) {
    const siblings = childrenOf(line.parentNode ?? line);
    const end = siblings[siblings.indexOf(line) - 1];
    if (end && !isElement(end)) replaceWith(end, []);
    replaceWith(line, []);
  }
  replaceWith(first, pieces(`<span class="line print-elsewhere">${names}${text}</span>`));
}

/** @param last the path of the chapter that has the whole source: it prints what no other does */
export function printSourceOnce(chapters: readonly PrintChapter[], last: string): void {
  const printed = new Map<string, Place>();
  const order = [
    ...chapters.filter(({ path }) => path !== last),
    ...chapters.filter(({ path }) => path === last),
  ];
  let count = 0;
  for (const { title, content } of order) {
    const listings = [...elementsIn(content)].filter((element) => hasClass(element, 'listing'));
    for (const listing of listings) {
      const file = attribute(listing, 'data-file') ?? '';
      if (!file.startsWith('code/')) continue;
      const keyOf = (line: Element): string => `${file}:${numberOf(line)}`;
      const runs = runsOf(linesOf(listing), (line) => printed.get(keyOf(line)));
      if (runs.every(({ place }) => place)) {
        replaceListing(listing, file, runs);
        continue;
      }
      const id = attribute(listing, 'id') ?? `print-source-${(count += 1)}`;
      setAttribute(listing, 'id', id);
      const place = { id, title };
      for (const run of runs) {
        if (run.place && run.lines.length > fewLines) replaceLines(run);
        if (!run.place) for (const line of run.lines) printed.set(keyOf(line), place);
      }
    }
  }
}
