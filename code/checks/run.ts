/** Runs one check on random logs, and says what it found. */
import * as fc from 'fast-check';
import type { Interaction } from '../recsys.ts';
import type { Case, CaseLog } from './cases.ts';
import { kinds } from './cases.ts';
import type { Check } from './promise.ts';
import type { Subject } from './trial.ts';
import { Broken, NothingToSee, Threw, Trial } from './trial.ts';
import { say, sayLog } from './words.ts';

// #region verdict
/** A log as small as the check could make it, at which a promise breaks. */
export interface Counterexample {
  readonly rows: readonly Interaction[];
  readonly nUsers: number;
  readonly nItems: number;
  /** The second log, where the check is about two. */
  readonly other?: Omit<Counterexample, 'other'>;
}

/** What a check found. */
export type Verdict =
  | { readonly status: 'passed'; readonly runs: number }
  | {
      readonly status: 'failed';
      /** The logs that it took to find the first failure. */
      readonly runs: number;
      /** What was promised, the smallest log that breaks it, what came. */
      readonly message: string;
      readonly counterexample: Counterexample;
      readonly seed: number;
      /** Where fast-check finds the counterexample again. */
      readonly path: string;
    }
  | {
      readonly status: 'skipped';
      readonly runs: number;
      readonly reason: string;
    };
// #endregion verdict

// #region run-check
/** On how many logs, and on which. */
export interface Extent {
  readonly runs: number;
  readonly seed: number;
}

/** What a check found, and whether that was the model throwing. */
interface Run {
  readonly verdict: Verdict;
  readonly threw: boolean;
}

/** Runs a check on this many logs that it has something to say about. */
export function runCheck(
  check: Check,
  subject: Subject,
  { runs, seed }: Extent,
  forgiving: boolean,
): Run {
  const trial = new Trial(subject, forgiving);
  let why = '';
  const property = fc.property(kinds[check.logs], (drawn) => {
    try {
      check.holds(trial, drawn);
    } catch (error) {
      if (!(error instanceof NothingToSee)) throw error;
      why ||= error.message;
      fc.pre(false);
    }
  });
  // A log that shows nothing is replaced by another, up to `runs` times.
  const parameters = { seed, numRuns: runs, maxSkipsPerRun: 1 };
  const found = fc.check(property, parameters);
  const { numRuns, numSkips } = found;
  if (!found.failed) {
    return { verdict: { status: 'passed', runs: numRuns }, threw: false };
  }
  if (found.counterexample === null) {
    const all = numRuns + numSkips;
    const reason = `${numSkips} of ${all} logs showed nothing: ${why}`;
    const verdict = { status: 'skipped', runs: numRuns, reason } as const;
    return { verdict, threw: false };
  }
  const [drawn] = found.counterexample;
  const error = found.errorInstance;
  return {
    verdict: {
      status: 'failed',
      runs: numRuns,
      message: messageOf(check, drawn, error, { seed, runs }),
      counterexample: plainOf(check, drawn),
      seed,
      path: found.counterexamplePath,
    },
    threw: error instanceof Threw,
  };
}
// #endregion run-check

// #region message
/** The promise, the smallest log that breaks it, what came. */
function messageOf(
  { name, sentence, logs }: Check,
  { data, other }: Case,
  error: unknown,
  { seed, runs }: Extent,
): string {
  const came =
    error instanceof Broken ? error.message : `it threw ${say(error)}`;
  const lines = [
    `${name}: ${sentence}`,
    `  smallest log: ${sayLog(data)}`,
    ...(logs === 'pairs' ? [`  then: ${sayLog(other)}`] : []),
    `  what came: ${came}`,
    `  to see it again: { only: ['${name}'], seed: ${seed}, runs: ${runs} }`,
  ];
  return lines.join('\n');
}

function plainOf({ logs }: Check, { data, other }: Case): Counterexample {
  const plain = ({ rows, nUsers, nItems }: CaseLog) => {
    return { rows, nUsers, nItems };
  };
  return logs === 'pairs'
    ? { ...plain(data), other: plain(other) }
    : plain(data);
}
// #endregion message
