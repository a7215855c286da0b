// What the folders of the chapters say. The book's configuration needs it, and is read without a bundler that could
// find modules by glob; so it is data, read from files and checked.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { families, marks, type OwnMark } from '../kit/marks.ts';

/** What a chapter says of itself, in `chapter.json` of its folder. */
export interface ChapterText {
  /** The slug, and name of the folder: it joins page, region, catalogue entry and tests. */
  readonly id: string;
  /** The title of the book's part that it belongs to. */
  readonly part: string;
  /** The chapters of a part are sorted by it; gaps leave room for more. */
  readonly place: number;
  readonly title: string;
  /** The question the chapter answers, in one sentence. */
  readonly question: string;
  /** What the reader will measure, as the end of "Measured here: ...". */
  readonly measured?: string;
  /** One line for the contents. */
  readonly line: string;
  /** How many exercises its page has: `bpr-1`, `bpr-2` ... A test compares it with the page. */
  readonly exercises?: number;
  /** What its reader can do afterwards, each as the end of "can ...". Every numbered chapter has some. */
  readonly aims?: readonly string[];
  /** What becomes of the model in a large service. */
  readonly production?: { readonly stays: string; readonly changes: string };
  /** The chapter is about a model, and this is its look: `mark.json`. */
  readonly mark?: OwnMark;
}

/** One field of a file: what it must be, in words, and how that is found out. */
type Field = readonly [needed: string, is: (value: unknown) => boolean];

const text: Field = ['a text', (value) => typeof value === 'string' && value.trim() !== ''];
const oneOf = (names: readonly string[]): Field => [
  `one of ${names.join(', ')}`,
  (value) => names.includes(value as string),
];
const count: Field = [
  'a whole number above 0',
  (value) => Number.isInteger(value) && Number(value) > 0,
];
const texts: Field = [
  'a list of texts',
  (value) => Array.isArray(value) && value.length > 0 && value.every((one) => text[1](one)),
];
const fate: Field = [
  'an object of two texts, stays and changes',
  (value) => {
    const { stays, changes } = (value ?? {}) as Record<string, unknown>;
    return text[1](stays) && text[1](changes);
  },
];

const needed = { part: text, place: count, title: text, question: text, line: text };
const optional = { measured: text, exercises: count, aims: texts };
const ofMark = { family: oneOf(families), mark: oneOf(Object.keys(marks)) };

/** What a JSON file says; throws with its name. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The content of a JSON file, when it has the fields. Throws with the name of the file, what was needed and what came. */
function readFields<T>(
  file: string,
  fields: Readonly<Record<string, Field>>,
  also: Readonly<Record<string, Field>> = {},
): T {
  const content = (readJson(file) ?? {}) as Record<string, unknown>;
  for (const [name, [wanted, is]] of Object.entries({ ...fields, ...also })) {
    const value = content[name];
    const isMissing = value === undefined && name in also;
    if (!isMissing && !is(value)) {
      throw new Error(`${file}: ${name} must be ${wanted}, got ${JSON.stringify(value)}`);
    }
  }
  const unknown = Object.keys(content).find((name) => !(name in fields) && !(name in also));
  if (unknown !== undefined) throw new Error(`${file}: there is no field ${unknown}`);
  return content as T;
}

/** The chapter in a folder. */
export function readChapter(folder: string): ChapterText {
  const id = path.basename(folder);
  const markFile = path.join(folder, 'mark.json');
  const isModel = existsSync(markFile);
  const own = readFields<Omit<ChapterText, 'id' | 'mark'>>(
    path.join(folder, 'chapter.json'),
    isModel ? { ...needed, production: fate } : needed,
    optional,
  );
  return isModel ? { id, ...own, mark: readFields<OwnMark>(markFile, ofMark) } : { id, ...own };
}

/** The cover's folder, and the one to copy from: they are no chapters. */
const noChapter = /^(?:index$|_)/;

/** The chapters in the folders of a folder, by their names. */
export function readChapters(folder: string): ChapterText[] {
  return readdirSync(folder)
    .filter((name) => !noChapter.test(name))
    .sort()
    .map((name) => readChapter(path.join(folder, name)));
}
