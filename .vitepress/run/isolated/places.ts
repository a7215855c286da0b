import type { Place } from './protocol.ts';

/** Errors of Firefox and WebKit say where a script does not parse. */
interface Told {
  readonly stack?: unknown;
  readonly lineNumber?: unknown;
  readonly columnNumber?: unknown;
  readonly fileName?: unknown;
  readonly line?: unknown;
  readonly column?: unknown;
  readonly sourceURL?: unknown;
}

/** The places in the script of this address that a stack names, innermost first: any browser's way to write it. */
export function placesIn(stack: string, url: string): Place[] {
  const places: Place[] = [];
  const pattern = /:(\d+):(\d+)/y;
  for (
    let at = stack.indexOf(url);
    at >= 0 && places.length < 20;
    at = stack.indexOf(url, at + 1)
  ) {
    pattern.lastIndex = at + url.length;
    const found = pattern.exec(stack);
    if (found) places.push({ line: Number(found[1]), column: Number(found[2]) });
  }
  return places;
}

/** Where in the script an error arose. */
export function placesOf(error: unknown, url: string): Place[] {
  if (typeof error !== 'object' || error === null) return [];
  const told: Told = error;
  const places = typeof told.stack === 'string' ? placesIn(told.stack, url) : [];
  if (places.length > 0) return places;
  const [line, column] = [told.lineNumber ?? told.line, told.columnNumber ?? told.column];
  const file = told.fileName ?? told.sourceURL;
  if (file !== url || typeof line !== 'number' || line < 1) return [];
  return [{ line, column: typeof column === 'number' && column > 0 ? column : 1 }];
}
