// What an exercise is, and how an answer to it is judged. An exercise holds no result: what is expected is
// computed from the book's own functions when the reader presses Check.
import { decimal } from '../../kit/numbers.ts';

export interface Mistake<Value> {
  /** What somebody gets who makes it. */
  readonly value: () => Value;
  readonly says: string;
}

export interface NumberExercise {
  readonly kind: 'number';
  readonly label: string;
  readonly expected: () => number;
  /** How far an answer may be from it. */
  readonly tolerance: number;
  readonly digits: number;
  /** What the right answer teaches. */
  readonly says: string;
  readonly mistakes?: readonly Mistake<number>[];
}

/** Several numbers in a row, whole ones. */
export interface NumbersExercise {
  readonly kind: 'numbers';
  readonly label: string;
  readonly expected: () => readonly number[];
  readonly says: string;
  readonly mistakes?: readonly Mistake<readonly number[]>[];
}

export interface ChoiceExercise {
  readonly kind: 'choice';
  /** What is chosen, to a screen reader. */
  readonly label: string;
  readonly answers: readonly string[];
  /** The place of the right answer. */
  readonly right: () => number;
  readonly says: string;
  /** By the place of a wrong answer. */
  readonly wrong: Readonly<Record<number, string>>;
}

export interface CodeExercise {
  readonly kind: 'code';
  /** The function to be written. */
  readonly name: string;
  /** What stands in the editor at first. */
  readonly start: string;
  readonly says: string;
}

export type Exercise = NumberExercise | NumbersExercise | ChoiceExercise | CodeExercise;

export interface Verdict {
  readonly right: boolean;
  readonly says: string;
}

const right = (says: string): Verdict => ({ right: true, says: `Right. ${says}` });
const wrong = (says: string): Verdict => ({ right: false, says: `Not yet. ${says}` });

/** What was typed as a number: 0.5, 0,5, 1/2, 50 %, −0.5 or 1,682; NaN where it is none. */
export function readNumber(typed: string): number {
  const text = typed.trim().replace(/[−–]/g, '-').replace(/\s/g, '');
  const share = /^(.+)%$/.exec(text);
  if (share) return readNumber(share[1]) / 100;
  const parts = /^([^/]+)\/([^/]+)$/.exec(text);
  if (parts) return readNumber(parts[1]) / readNumber(parts[2]);
  const isGrouped = /^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(text);
  const plain = isGrouped ? text.replaceAll(',', '') : text.replace(',', '.');
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
}

const near = (a: number, b: number, tolerance: number): boolean =>
  Math.abs(a - b) <= tolerance + 1e-12;

export function judgeNumber(exercise: NumberExercise, typed: string): Verdict {
  const said = readNumber(typed);
  if (Number.isNaN(said)) {
    return wrong(
      typed.trim() === ''
        ? 'The field is empty: write a number in it.'
        : 'That is not a number: write it as 0.25, or as 1/4.',
    );
  }
  const { tolerance, digits, mistakes = [] } = exercise;
  const expected = exercise.expected();
  if (near(said, expected, tolerance))
    return right(`${decimal(expected, digits)}: ${exercise.says}`);
  const known = mistakes.find(({ value }) => near(said, value(), tolerance));
  return wrong(known?.says ?? `It is ${said < expected ? 'more' : 'less'} than that.`);
}

export function judgeNumbers(exercise: NumbersExercise, typed: string): Verdict {
  const said = typed.split(/[\s,;[\]]+/).filter((part) => part !== '');
  const numbers = said.map(readNumber);
  if (numbers.length === 0 || numbers.some((value) => Number.isNaN(value)))
    return wrong('Write numbers with commas between them.');
  const expected = exercise.expected();
  const same = (other: readonly number[]): boolean =>
    other.length === numbers.length && other.every((value, n) => value === numbers[n]);
  if (same(expected)) return right(exercise.says);
  const known = exercise.mistakes?.find(({ value }) => same(value()));
  if (known) return wrong(known.says);
  if (numbers.length !== expected.length)
    return wrong(`There are ${expected.length} numbers in it; yours has ${numbers.length}.`);
  const first = expected.findIndex((value, n) => value !== numbers[n]);
  return wrong(`Up to place ${first} all is well; look again at place ${first + 1}.`);
}

export function judgeChoice(exercise: ChoiceExercise, place: number): Verdict {
  if (place < 0) return wrong('Choose one of the answers first.');
  if (place === exercise.right()) return right(exercise.says);
  return wrong(exercise.wrong[place] ?? 'It is another one.');
}
