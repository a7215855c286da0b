/** A check, as data; and the comparisons that many of them make. */
import { stream } from '../recsys.ts';
import type { Recommender } from '../recsys.ts';
import type { Case, Kind } from './cases.ts';
import type { Answers, Trial } from './trial.ts';
import { broken, nothingToSee } from './trial.ts';
import { say } from './words.ts';

// #region promise
/** A sentence that is true of every recommender, and how to try it. */
export interface Check<Name extends string = string> {
  readonly name: Name;
  /** The promise, as a sentence. */
  readonly sentence: string;
  /** The kind of logs to draw. */
  readonly logs: Kind;
  /** Throws Broken where the promise is; NothingToSee where it can't be. */
  readonly holds: (trial: Trial, drawn: Case) => void;
  /** A claim without which there is nothing to check. */
  readonly needs?:
    | 'personal'
    | 'seeded'
    | 'reports'
    | 'settings'
    | 'filters'
    | 'foldIn'
    | 'similarity';
  /** A check that must hold before this one means anything. */
  readonly after?: string;
}

/** Keeps the name of a check in its type. */
export function promise<const Name extends string>(
  check: Check<Name>,
): Check<Name> {
  return check;
}
// #endregion promise

// #region same-answers
/** Breaks the promise where two rounds of answers differ in one bit. */
export function sameAnswers(
  one: Answers,
  other: Answers,
  [first, then]: readonly [string, string],
): void {
  one.users.forEach((user, n) => {
    const pairs = [
      ['scores', one.scores[n], other.scores[n]],
      ['recommend', one.lists[n], other.lists[n]],
    ] as const;
    for (const [what, a, b] of pairs) {
      if (sameBits(a, b)) continue;
      broken(
        `${what} of user ${user} gave ${say(a)} ${first} ` +
          `and ${say(b)} ${then}`,
      );
    }
  });
}

/** Whether two rounds of answers are the same to the last bit. */
export function areSame(one: Answers, other: Answers): boolean {
  return one.users.every(
    (_, n) =>
      sameBits(one.scores[n], other.scores[n]) &&
      sameBits(one.lists[n], other.lists[n]),
  );
}

/** Whether two lists or scores are the same to the last bit. */
export function sameBits(
  a: ArrayLike<unknown>,
  b: ArrayLike<unknown>,
): boolean {
  if (a.length !== b.length) return false;
  return Array.from(a).every((v, n) => Object.is(v, b[n]));
}
// #endregion same-answers

// #region closeness
/** Sums in another order may differ by this share of the largest score. */
const TOLERANCE = 1e-6;

/** How far apart two of these scores may be and still count as equal. */
export function slackOf(scores: Iterable<number>): number {
  let largest = 0;
  for (const s of scores) {
    if (Number.isFinite(s)) largest = Math.max(largest, Math.abs(s));
  }
  return TOLERANCE * largest;
}

/** Whether two scores are equal, but for rounding. */
export function isNear(a: number, b: number, slack: number): boolean {
  return Object.is(a, b) || a === b || Math.abs(a - b) <= slack;
}

/** Items i and j, i above j in the first scores but not in the second. */
export function firstFall(
  a: readonly number[],
  b: readonly number[],
): readonly [i: number, j: number] | null {
  const slack = slackOf(a);
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < a.length; j++) {
      if (a[i] - a[j] > slack && b[i] <= b[j]) return [i, j];
    }
  }
  return null;
}
// #endregion closeness

// #region chance
/** The values in an order that the salt decides. */
export function shuffled<T>(values: readonly T[], salt: number): T[] {
  const draw = stream('checks', salt);
  const list = values.slice();
  for (let n = list.length - 1; n > 0; n--) {
    const m = Math.floor(draw() * (n + 1));
    [list[n], list[m]] = [list[m], list[n]];
  }
  return list;
}

/** One of the values; the salt decides which. */
export function pick<T>(values: readonly T[], salt: number): T {
  return values[salt % values.length];
}
// #endregion chance

// #region refusals
type Kinds = readonly ErrorConstructor[];

function isOne(error: unknown, kinds: Kinds): boolean {
  return kinds.some((Kind) => error instanceof Kind);
}

/** Breaks the promise unless the act throws an error of such a kind. */
export function mustRefuse(
  what: string,
  kinds: Kinds,
  act: () => unknown,
): void {
  let came: string;
  try {
    const value = act();
    came = value === undefined ? 'went through' : `gave ${say(value)}`;
  } catch (error) {
    if (isOne(error, kinds)) return;
    came = `threw ${say(error)}`;
  }
  const needed = kinds.map(({ name }) => name).join(' or ');
  broken(`${what} ${came}, where a ${needed} was promised`);
}

/** What is wrong with how an unfitted model answers; null if nothing. */
export function unfittedComplaint(model: Recommender): string | null {
  const questions = {
    'scores(0)': () => model.scores(0),
    'recommend(0, 1)': () => model.recommend(0, 1),
  };
  for (const [what, ask] of Object.entries(questions)) {
    let came = '';
    try {
      came = `gave ${say(ask())}`;
    } catch (error) {
      const bad = isOne(error, [RangeError, TypeError]);
      const good = error instanceof Error && !bad;
      if (good && /fit/.test(error.message)) continue;
      came = `threw ${say(error)}`;
    }
    return (
      `${what} ${came}, where an Error was promised that is no ` +
      'RangeError or TypeError and speaks of fit'
    );
  }
  return null;
}

/** Breaks the promise unless the model says that it is not fitted. */
export function stillUnfitted(trial: Trial, model: Recommender): void {
  // That it never says so would break another promise.
  if (unfittedComplaint(trial.make()) !== null) nothingToSee();
  const complaint = unfittedComplaint(model);
  if (complaint) broken(`after the fit that failed, ${complaint}`);
}
// #endregion refusals
