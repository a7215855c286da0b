import { existsSync } from 'node:fs';
import path from 'node:path';
import { chapterByFile, chapters } from '../../chapters.ts';
import { readJson } from '../chapterFiles.ts';

/**
 * A letter of a chapter's equations, the names it has in the code, and what both mean: `symbols.json` in the
 * folder of the chapter. The pages mark them, so that one can light up all places of a symbol.
 */
export interface BookSymbol {
  /** As figures name it: `data-symbol="A"`. */
  readonly id: string;
  /** As the table of the chapter shows it. */
  readonly tex: string;
  /**
   * Where it stands in equations: `x` is that letter, alone or with an index; `y_i` is that letter with that
   * index; with spaces, `| U_i ∩ U_j |`, it is what stands side by side. Without any, it joins code and figures.
   */
  readonly math: readonly string[];
  /** Its names in the listings. */
  readonly code?: readonly string[];
  /** Its names where a comment of a listing writes an equation; those of the code count there too. */
  readonly notes?: readonly string[];
  /** The regions in which the names mean this; without them, every listing of the page. */
  readonly only?: readonly string[];
  /** Other names that a figure may give it. */
  readonly also?: readonly string[];
  /** In words, as the end of "A: ...". */
  readonly means: string;
}

const folder = path.join(import.meta.dirname, '../../chapters');
const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** A symbol with all its fields; throws with the file and what was needed. */
function checked(file: string, symbol: unknown, n: number): BookSymbol {
  const { id, tex, means, math, ...also } = (symbol ?? {}) as Record<string, unknown>;
  const texts = { id, tex, means };
  const lists = { math, ...also };
  const noText = Object.entries(texts).find(([, value]) => typeof value !== 'string');
  const noList = Object.entries(lists).find(
    ([name, value]) => !/^(?:math|code|notes|only|also)$/.test(name) || !isTexts(value),
  );
  const [wrong, needed] = noText ? [noText[0], 'a text'] : [noList?.[0], 'a list of texts'];
  if (wrong !== undefined) {
    const got = JSON.stringify(symbol);
    throw new Error(`${file}: ${wrong} of symbol ${n + 1} must be ${needed}, got ${got}`);
  }
  return symbol as BookSymbol;
}

function readSymbols(file: string): readonly BookSymbol[] {
  const found = readJson(file);
  if (!Array.isArray(found)) throw new Error(`${file}: must be a list of symbols`);
  return found.map((symbol, n) => checked(file, symbol, n));
}

/** The tables of symbols by chapter: not every one has one. */
export const symbols: Readonly<Record<string, readonly BookSymbol[]>> = Object.fromEntries(
  chapters
    .map(({ id }) => [id, path.join(folder, id, 'symbols.json')])
    .filter(([, file]) => existsSync(file))
    .map(([id, file]) => [id, readSymbols(file)]),
);

/** The symbols of the chapter in a file, if it has a table of them. */
export function symbolsOf(file: string | undefined): readonly BookSymbol[] | undefined {
  const chapter = chapterByFile(file ?? '');
  return chapter && symbols[chapter.id];
}
