/** The listings of a built page, read back to text. */

import { textOf } from './html.ts';

export interface ShownLine {
  readonly number: number;
  readonly text: string;
}

export interface ShownListing {
  readonly file: string;
  readonly region: string;
  readonly lines: readonly ShownLine[];
}

export function listingsOf(html: string): ShownListing[] {
  const figures = html.matchAll(
    /<figure class="listing[^"]*" data-file="([^"]*)" data-region="([^"]*)"[^>]*>([\s\S]*?)<\/figure>/g,
  );
  return Array.from(figures, ([, file, region, body]) => {
    const code = /<code[^>]*>([\s\S]*?)<\/code>/.exec(body)?.[1] ?? '';
    const lines = code.split('\n').map((row): ShownLine => {
      return { number: Number(/data-line="(\d+)"/.exec(row)?.[1]), text: textOf(row) };
    });
    return { file, region, lines };
  });
}
