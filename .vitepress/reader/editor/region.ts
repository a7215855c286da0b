// One region of the source taken out, and the reader's text put in its place.
import { findRegion, listRegions } from '../../kit/regions.ts';

/** The text between the markers of a region, as it stands in the file. */
export interface Passage {
  readonly region: string;
  /** Line of its first line in the file, from 1. */
  readonly start: number;
  readonly text: string;
}

/** Throws where the region is missing, or is more than a run of lines. */
export function passageOf(source: string, region: string): Passage {
  const { start, end, lines } = findRegion(source, region);
  const text = source
    .split('\n')
    .slice(start - 1, end)
    .join('\n');
  if (lines.map((line) => line.text).join('\n') !== text.replace(/[ \t]+$/gm, ''))
    throw new Error(`the region ${region} holds other regions, or is indented`);
  return { region, start, text };
}

/** A whole file as one passage. */
export function wholePassage(source: string, region: string): Passage {
  return { region, start: 1, text: source.trimEnd() };
}

/** The whole file with the reader's text where the book's was. */
export function withPassage(source: string, { start, text }: Passage, yours: string): string {
  const lines = source.split('\n');
  lines.splice(start - 1, text.split('\n').length, ...yours.split('\n'));
  return lines.join('\n');
}

/** The first line in which the reader's text is not the book's, from 1; the last if it only ends sooner. */
export function firstChange(book: string, yours: string): number {
  const [before, now] = [book.split('\n'), yours.split('\n')];
  const line = now.findIndex((text, n) => text !== before[n]);
  return line < 0 ? now.length : line + 1;
}

/** The region of the file that holds this line; empty where there is none. */
export function regionAt(source: string, line: number): string {
  const holds = listRegions(source).find(({ start, end }) => start <= line && line <= end);
  return holds?.name ?? '';
}
