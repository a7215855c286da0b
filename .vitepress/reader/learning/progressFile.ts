// A reader's progress as a file, to be taken to another device: written here, and read again with the distrust
// that a file from anywhere deserves. Loaded when it is asked for.
import type { Progress } from './kept.ts';

/** What the device keeps of a reader's way through the book. */
export interface Kept extends Progress {
  /** The questions whose answers may be seen. */
  opened: string[];
}

const kind = 'recommendation book: progress';
const version = 1;
/** Far more than the whole book comes to. */
export const longest = 100_000;
/** No question has as many answers. */
const mostAnswers = 20;

export function progressFile({ solved, said, opened }: Kept): string {
  const file = { kind, version, solved: solved.toSorted(), said, opened: opened.toSorted() };
  return `${JSON.stringify(file, null, 2)}\n`;
}

export interface KnownIds {
  readonly exercises: readonly string[];
  /** Of questions: they have the names of their chapters. */
  readonly questions: readonly string[];
}

/** What a file says that this edition of the book knows, and how much else it says. */
export interface FromFile extends Kept {
  readonly unknown: number;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string): Fields {
  if (text.length > longest) throw new Error('It is too long to be a file of progress.');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error('It is not a file of progress: it can’t be read as JSON.');
  }
  if (!isFields(value) || value['kind'] !== kind) {
    throw new Error('It is not a file of progress of this book.');
  }
  if (value['version'] !== version) {
    throw new Error(
      `It is of version ${JSON.stringify(value['version'])}; this edition reads version ${version}.`,
    );
  }
  return value;
}

function idsIn(file: Fields, name: string): string[] {
  const ids = file[name];
  if (!Array.isArray(ids) || !ids.every((id): id is string => typeof id === 'string')) {
    throw new Error(`It is damaged: “${name}” is not a list of names.`);
  }
  return [...new Set(ids)];
}

function answersIn(file: Fields): [string, number][] {
  const said = file['said'];
  if (!isFields(said)) throw new Error('It is damaged: “said” does not name answers.');
  return Object.entries(said).map(([id, place]) => {
    if (!Number.isInteger(place) || Number(place) < 0 || Number(place) >= mostAnswers) {
      throw new Error('It is damaged: in “said” an answer is not a place in a list.');
    }
    return [id, Number(place)];
  });
}

/** @throws Error that says what is wrong with the file: then nothing of it is used */
export function readProgressFile(text: string, known: KnownIds): FromFile {
  const file = parsed(text);
  const [solved, said, opened] = [idsIn(file, 'solved'), answersIn(file), idsIn(file, 'opened')];
  const isQuestion = (id: string): boolean => known.questions.includes(id);
  const kept = {
    solved: solved.filter((id) => known.exercises.includes(id)),
    said: Object.fromEntries(said.filter(([id]) => isQuestion(id))),
    opened: opened.filter(isQuestion),
  };
  const all = solved.length + said.length + opened.length;
  const used = kept.solved.length + Object.keys(kept.said).length + kept.opened.length;
  return { ...kept, unknown: all - used };
}

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** What a file has added to what was there. */
export function sayTaken(before: Kept, { solved, said, unknown }: FromFile): string {
  const newSolved = solved.filter((id) => !before.solved.includes(id)).length;
  const newSaid = Object.keys(said).filter((id) => !(id in before.said)).length;
  const added = `Loaded: ${counted(newSolved, 'exercise', 'exercises')} and ${counted(newSaid, 'prediction', 'predictions')} that were not here. What was here has stayed.`;
  return unknown === 0
    ? added
    : `${added} ${counted(unknown, 'entry is', 'entries are')} unknown to this edition.`;
}
