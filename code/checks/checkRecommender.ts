/**
 * Holds a model to the contract of `Recommender`, on random logs: the suite
 * that the models of the book are held to, for a model of your own.
 *
 * The checks are in the folder beside this file, one file per subject; each
 * is a sentence and a function that tries it. fast-check draws the logs and
 * shrinks the one that breaks a promise.
 */
import { answers } from './answers.ts';
import { checkArguments, subjectOf } from './arguments.ts';
import { fits } from './fits.ts';
import { lists } from './lists.ts';
import { offers } from './offers.ts';
import type { Check } from './promise.ts';
import { reads } from './reads.ts';
import { refuses } from './refuses.ts';
import { runCheck } from './run.ts';
import type { Verdict } from './run.ts';
import { symmetries } from './symmetries.ts';
import { takes } from './takes.ts';
import type { FitLog, Subject } from './trial.ts';
import type { Interaction, Recommender } from '../recsys.ts';

export type { Counterexample, Verdict } from './run.ts';
export type { FitLog } from './trial.ts';

// #region check-names
/** The groups in the order in which they run: what throws is told first. */
const groups = {
  'The logs it takes': takes,
  'What fit remembers': fits,
  'Its lists': lists,
  'Its scores, and asking': answers,
  'What it may offer': offers,
  'How fit reads a log': reads,
  'What it refuses': refuses,
  'Ids are names': symmetries,
} as const;

/** The name of a check. */
export type CheckName =
  (typeof groups)[keyof typeof groups][number]['name'];

const all: readonly Check[] = Object.values(groups).flat();

/** A check by its name, and the promise that it tries. */
export interface CheckInfo {
  readonly name: CheckName;
  readonly sentence: string;
  /** Under which heading it belongs. */
  readonly group: string;
}

/** All checks, in the order in which they run. */
export const recommenderChecks: readonly CheckInfo[] = Object.freeze(
  Object.entries(groups).flatMap(([group, checks]) =>
    checks.map(({ name, sentence }) =>
      Object.freeze({ name, sentence, group }),
    ),
  ),
);
// #endregion check-names

// #region check-options
/** What `checkRecommender` may give to `make` beside the settings. */
export interface GivenSettings {
  /** Where the options say `seeded`. */
  seed?: number;
  /** Where the options say `reports`; it may throw. */
  onProgress?: () => void;
}

/** What is claimed of a model, and how to check it. */
export interface CheckOptions<Model, Settings extends object = object> {
  /** Fits a model whose own `fit` takes more than a log and its sizes. */
  readonly fit?: (model: Model, log: FitLog) => unknown;
  /** What `make` is given, a fresh copy each time. */
  readonly settings?: Settings;
  /** Whether a user without history gets nothing; false if not given. */
  readonly personal?: boolean;
  /** Whether `make` hands a `seed` on to the model. */
  readonly seeded?: boolean;
  /** Whether `make` hands an `onProgress` on, which the model calls. */
  readonly reports?: boolean;
  /** Whether `recommend` takes `exclude` and `only`. */
  readonly filters?: boolean;
  /** Logs on which each check must have something to say; 1,000 if not given. */
  readonly runs?: number;
  /** Of the random logs; 0 if not given. */
  readonly seed?: number;
  /** The names of the checks to run; all if not given. */
  readonly only?: readonly CheckName[];
  /** Checks that this model can't pass, by name, each with the reason. */
  readonly skip?: Readonly<Partial<Record<CheckName, string>>>;
  /** Called after every check, with its result and how many are done. */
  readonly onCheck?: (
    result: CheckResult,
    done: number,
    total: number,
  ) => void;
}

/** A model that fits on a log and its sizes. */
export interface FittableRecommender extends Recommender {
  fit(
    train: Iterable<Interaction>,
    nUsers: number,
    nItems: number,
  ): unknown;
}
// #endregion check-options

// #region check-report
/** What one check found: plain data, as is the whole report. */
export type CheckResult = Pick<CheckInfo, 'name' | 'sentence'> & Verdict;

/** What all checks found, in the order in which they ran. */
export interface RecommenderReport {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seed: number;
  readonly checks: readonly CheckResult[];
}
// #endregion check-report

// #region check-recommender
/**
 * Holds a model to the contract, check by check, and reports what it found.
 *
 * Each check draws logs until it had something to say about `runs` of them,
 * 1,000 by default, and shrinks a log at which its promise breaks. `make`
 * is called for every model anew. The result depends on the arguments
 * alone. What a check can't stop is a model that never comes back: it has
 * no clock, so run it where you can end it.
 * @param make a new, unfitted model; hands `settings` on to it
 * @returns frozen plain data, which can be sent from a worker
 * @throws RangeError or TypeError that names the argument
 */
export function checkRecommender<
  Model extends Recommender,
  Settings extends object = object,
>(
  make: (settings: Settings & GivenSettings) => Model,
  options: CheckOptions<Model, Settings> &
    Required<Pick<CheckOptions<Model, Settings>, 'fit'>>,
): RecommenderReport;
export function checkRecommender<
  Model extends FittableRecommender,
  Settings extends object = object,
>(
  make: (settings: Settings & GivenSettings) => Model,
  options?: CheckOptions<Model, Settings>,
): RecommenderReport;
export function checkRecommender(
  make: (settings: never) => Recommender,
  options: CheckOptions<Recommender> = {},
): RecommenderReport {
  checkArguments(options, all);
  const subject = subjectOf(make, options);
  const { runs = 1000, seed = 0, only, skip = {}, onCheck } = options;
  const chosen = all.filter(
    ({ name }) => !only || only.some((wanted) => wanted === name),
  );
  const results: CheckResult[] = [];
  const failed = new Set<string>();
  let forgiving = false;
  for (const check of chosen) {
    const { name, sentence } = check as Check<CheckName>;
    const reason = skip[name] ?? reasonToSkip(check, subject, failed);
    let verdict: Verdict = {
      status: 'skipped',
      runs: 0,
      reason: reason ?? '',
    };
    if (reason === undefined) {
      const run = runCheck(check, subject, { runs, seed }, forgiving);
      verdict = run.verdict;
      forgiving ||= run.threw;
    }
    if (verdict.status === 'failed') failed.add(name);
    const result = frozen({ name, sentence, ...verdict });
    results.push(result);
    onCheck?.(result, results.length, chosen.length);
  }
  return reportOf(results, seed);
}
// #endregion check-recommender

// #region assert-recommender
/**
 * Throws an Error with the message of every failed check, and where no
 * check passed; else does nothing.
 */
export function assertRecommender(report: RecommenderReport): void {
  const { passed, failed, checks } = report;
  if (failed === 0 && passed > 0) return;
  const messages = checks.flatMap((check) =>
    check.status === 'failed' ? [check.message] : [],
  );
  const count = `${failed} of ${checks.length} checks failed, ${passed} passed`;
  throw new Error([count, ...messages].join('\n\n'));
}
// #endregion assert-recommender

// #region check-plan
/** What is said of a model without it. */
const lacks: Readonly<Record<NonNullable<Check['needs']>, string>> = {
  personal: 'is not personal',
  seeded: 'has no seed',
  reports: 'does not report',
  settings: 'has no settings',
  filters: 'does not filter',
  foldIn: 'has no foldIn',
  similarity: 'has no similarity',
};

/** Why a check says nothing about this model; undefined where it does. */
function reasonToSkip(
  { needs, after }: Check,
  subject: Subject,
  failed: ReadonlySet<string>,
): string | undefined {
  const hasSettings =
    subject.seeded || Object.keys(subject.settings).length > 0;
  const has = { ...subject, settings: hasSettings };
  if (needs && !has[needs]) return `the model ${lacks[needs]}`;
  if (after !== undefined && failed.has(after)) {
    return `it means nothing where '${after}' fails`;
  }
  return undefined;
}

function reportOf(
  checks: readonly CheckResult[],
  seed: number,
): RecommenderReport {
  const count = (status: Verdict['status']) =>
    checks.filter((check) => check.status === status).length;
  return Object.freeze({
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    seed,
    checks: Object.freeze(checks),
  });
}

/** Frozen, with all that it holds. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
// #endregion check-plan
