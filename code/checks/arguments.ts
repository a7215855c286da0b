/** Whether what `checkRecommender` was given will do. */
import type { Interaction, Recommender } from '../recsys.ts';
import type { FitLog, Subject } from './trial.ts';
import { say } from './words.ts';

// #region check-arguments
/** Which kind of value an option needs, where one is given. */
const kindsOfOptions = {
  fit: 'function',
  settings: 'object',
  personal: 'boolean',
  seeded: 'boolean',
  reports: 'boolean',
  filters: 'boolean',
  runs: 'number',
  seed: 'number',
  only: 'object',
  skip: 'object',
  onCheck: 'function',
} as const;

type OptionName = keyof typeof kindsOfOptions;
type Given = Readonly<Partial<Record<OptionName, unknown>>>;

function bad(
  Kind: RangeErrorConstructor | TypeErrorConstructor,
  name: string,
  needed: string,
  value: unknown,
): Error {
  return new Kind(
    `checkRecommender: ${name} must be ${needed}, got ${say(value)}`,
  );
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(kindsOfOptions, name);
}

/** Throws a RangeError or TypeError that names the option. */
export function checkArguments(
  options: Given,
  checks: readonly { readonly name: string }[],
): void {
  if (typeof options !== 'object' || (options as unknown) === null) {
    throw bad(TypeError, 'options', 'an object', options);
  }
  for (const [name, value] of Object.entries(options)) {
    if (!isOption(name)) {
      const known = Object.keys(kindsOfOptions).join(', ');
      throw bad(RangeError, 'each option', `one of ${known}`, name);
    }
    const kind = kindsOfOptions[name];
    if (value === undefined || (typeof value === kind && value !== null)) {
      continue;
    }
    const needed = kind === 'object' ? 'an object' : `a ${kind}`;
    throw bad(TypeError, name, needed, value);
  }
  const { runs = 1, seed = 0 } = options;
  if (!Number.isSafeInteger(runs) || Number(runs) < 1) {
    throw bad(RangeError, 'runs', 'a positive integer', runs);
  }
  if (!Number.isSafeInteger(seed)) {
    throw bad(RangeError, 'seed', 'an integer', seed);
  }
  checkNames(
    options,
    checks.map(({ name }) => name),
  );
}

function checkNames({ only, skip }: Given, names: readonly string[]): void {
  const needed = `the name of a check (${names.join(', ')})`;
  const isName = (name: unknown) => names.some((known) => known === name);
  if (only !== undefined && (!Array.isArray(only) || only.length === 0)) {
    throw bad(TypeError, 'only', 'an array of one name or more', only);
  }
  for (const name of (only ?? []) as readonly unknown[]) {
    if (!isName(name)) throw bad(RangeError, 'each of only', needed, name);
  }
  for (const [name, reason] of Object.entries(skip ?? {})) {
    if (!isName(name)) throw bad(RangeError, 'each of skip', needed, name);
    if (typeof reason === 'string' && reason.trim() !== '') continue;
    throw bad(TypeError, `skip['${name}']`, 'the reason, as text', reason);
  }
}
// #endregion check-arguments

// #region check-subject
type Fits = Recommender & {
  fit: (
    train: Iterable<Interaction>,
    nUsers: number,
    nItems: number,
  ) => unknown;
};

/** The subject of the checks. Makes one model, to see that it is one. */
export function subjectOf(
  make: unknown,
  {
    fit,
    ...claims
  }: Partial<Omit<Subject, 'make' | 'foldIn' | 'similarity'>>,
): Subject {
  if (typeof make !== 'function') {
    throw bad(TypeError, 'make', 'a function that makes a model', make);
  }
  const { settings = {}, personal = false } = claims;
  const { seeded = false, reports = false, filters = false } = claims;
  const makeFrom = make as Subject['make'];
  const made: unknown = makeFrom({ ...settings });
  const has = (method: string) =>
    typeof made === 'object' &&
    made !== null &&
    typeof (made as Record<string, unknown>)[method] === 'function';
  if (!has('scores') || !has('recommend')) {
    const needed = 'a function whose model has scores and recommend';
    throw bad(TypeError, 'make', needed, made);
  }
  if (!fit && !has('fit')) {
    const needed = 'a function where the model has no method fit';
    throw bad(TypeError, 'fit', needed, fit);
  }
  const byMethod = (model: Recommender, data: FitLog) =>
    (model as Fits).fit(data.train, data.nUsers, data.nItems);
  return {
    make: makeFrom,
    fit: fit ?? byMethod,
    settings,
    personal,
    seeded,
    reports,
    filters,
    foldIn: has('foldIn'),
    similarity: has('similarity'),
  };
}
// #endregion check-subject
