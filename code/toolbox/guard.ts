// #region guard
/**
 * What stands between a caller and an algorithm: limits, errors, checks and
 * options. An error says where, what was needed and what came.
 *
 * A function checks with one call; a model names a rule for each option.
 */
// #endregion guard

// #region limits
// What a call may ask for at most. Beyond, the engine would end it with an
// error that names nothing, or never: a log without an end, say.

/** The largest integer that doubles count exactly. */
export const MAX_INTEGER = Number.MAX_SAFE_INTEGER;
/** Ids are kept in 32 bits. */
export const MAX_ID = 2147483647;
/** Users, items, rows of a log. */
export const MAX_SIZE = 10000000;
/** Numbers of a dense matrix: 2^26 take 512 MiB. */
export const MAX_CELLS = 67108864;
/** What a model may keep that grows with the pairs of a log: 1 GiB. */
export const MAX_BYTES = 1073741824;
/** Iterations, epochs. */
export const MAX_STEPS = 100000;

/** A dense matrix that would not fit is refused before it is made. */
export function checkCells(
  where: string,
  name: string,
  [height, width]: readonly [number, number],
): void {
  if (height * width <= MAX_CELLS) return;
  const needed = `at most ${MAX_CELLS} numbers`;
  const came = `${height} x ${width}`;
  throw new RangeError(`${where}: ${name} must be ${needed}, got ${came}`);
}
// #endregion limits

// #region errors
/** Whether it is an integer that doubles count exactly. */
export const isInteger = Number.isSafeInteger;

/** Whether it is an integer from 0, below size. */
export function isIndex(value: number, size: number): boolean {
  return isInteger(value) && value >= 0 && value < size;
}

/** The error that says where, what was needed and what came. */
export function bad(
  Kind: RangeErrorConstructor | TypeErrorConstructor,
  where: string,
  name: string,
  needed: string,
  value: unknown,
): Error {
  return new Kind(
    `${where}: ${name} must be ${needed}, got ${show(value)}`,
  );
}

/** A short text for any value, a hostile one too. */
function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return 'a function';
  if (Object.is(value, -0)) return '-0';
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    return Array.isArray(value) ? showArray(value) : 'an object';
  } catch {
    return 'an object'; // one that throws when it is looked at
  }
}

function showArray(list: readonly unknown[]): string {
  const parts = Array.from({ length: Math.min(list.length, 5) }, (_, n) =>
    Array.isArray(list[n]) ? '' : show(list[n]),
  );
  if (parts.length > 4 || parts.includes('')) {
    return `an array of ${list.length}`;
  }
  return `[${parts.join(', ')}]`;
}
// #endregion errors

// #region checks
/** A RangeError for a number that is not ok, a TypeError for anything else. */
function checkNumber(
  where: string,
  name: string,
  value: number,
  needed: string,
  ok: boolean,
): void {
  const Kind = typeof value === 'number' ? RangeError : TypeError;
  if (!ok) throw bad(Kind, where, name, needed, value);
}

/** Throws unless the value is an integer from min to max. */
export function checkInteger(
  where: string,
  name: string,
  value: number,
  min = -MAX_INTEGER,
  max = MAX_INTEGER,
): void {
  if (isInteger(value) && value >= min && value <= max) return;
  let needed = `an integer from ${min} to ${max}`;
  if (max === MAX_INTEGER) {
    needed = min === 1 ? 'a positive integer' : 'an integer';
    if (min === 0) needed = 'an integer from 0';
  }
  checkNumber(where, name, value, needed, false);
}

/** nUsers, nItems and the like. */
export function checkSize(
  where: string,
  name: string,
  value: number,
): void {
  checkInteger(where, name, value, 1, MAX_SIZE);
}

/** A finite number from min to max. */
export function checkReal(
  where: string,
  name: string,
  value: number,
  min: number,
  max = Number.MAX_VALUE,
): void {
  const ok = typeof value === 'number' && value >= min && value <= max;
  const needed =
    max === Number.MAX_VALUE
      ? 'a finite number from 0'
      : `a number from ${min} to ${max}`;
  checkNumber(where, name, value, needed, ok);
}

/** A half-life may be Infinity, a learning rate may not. */
export function checkPositive(
  where: string,
  name: string,
  value: number,
  max = Number.MAX_VALUE,
): void {
  const ok = typeof value === 'number' && value > 0 && value <= max;
  checkNumber(where, name, value, 'a positive number', ok);
}
// #endregion checks

// #region options
/** Every option of a model that has a default has a number. */
export type Settings<Defaults> = {
  readonly [name in keyof Defaults]: number;
};

/** Throws unless the value will do; `where` and `name` are for the error. */
export type Rule = (where: string, name: string, value: unknown) => void;

/**
 * The given options over the defaults; undefined counts as not given. A
 * name without a rule is refused: it would change nothing, in silence.
 * @param rules for each option, those without a default included
 */
export function readOptions<Defaults extends Record<string, number>>(
  where: string,
  defaults: Defaults,
  options: { readonly [name in keyof Defaults]?: number },
  rules: Readonly<Record<keyof Defaults, Rule> & Record<string, Rule>>,
): Settings<Defaults> {
  const known = { ...defaults, ...rules };
  checkOptions(where, options, Object.keys(known));
  const settings: Record<string, number> = { ...defaults };
  for (const name of Object.keys(known)) {
    const given = options[name];
    if (given === undefined) continue;
    rules[name](where, name, given);
    if (Object.hasOwn(defaults, name)) settings[name] = given;
  }
  return Object.freeze(settings) as Settings<Defaults>;
}

/** Throws unless the options are an object whose names are all known. */
export function checkOptions(
  where: string,
  options: object,
  known: readonly string[],
): void {
  const given: unknown = options;
  if (typeof given !== 'object' || !given || Array.isArray(given)) {
    throw bad(TypeError, where, 'options', 'an object', given);
  }
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue;
    const needed =
      known.length > 0 ? `one of ${known.join(', ')}` : 'absent';
    throw bad(RangeError, where, 'option name', needed, name);
  }
}
// #endregion options

// #region rules
/** An option that is an integer from min to max. */
export function integer(min?: number, max?: number): Rule {
  return (where, name, value) =>
    checkInteger(where, name, value as number, min, max);
}

/** An option that is a positive integer, or Infinity for all there are. */
export const countOrAll: Rule = (where, name, given) => {
  const value = given as number;
  if (value === Infinity || (isInteger(value) && value >= 1)) return;
  const needed = 'a positive integer or Infinity';
  checkNumber(where, name, value, needed, false);
};

/** An option that is a finite number from min to max. */
export function real(min: number, max?: number): Rule {
  return (where, name, value) =>
    checkReal(where, name, value as number, min, max);
}

/** An option that is a positive number, up to max. */
export function positive(max?: number): Rule {
  return (where, name, value) =>
    checkPositive(where, name, value as number, max);
}

/** An option that is one of these words: 'a', 'b' or 'c'. */
export function oneOf(words: readonly string[]): Rule {
  const quoted = words.map((word) => `'${word}'`);
  const needed = `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
  return (where, name, value) => {
    if (typeof value !== 'string') {
      throw bad(TypeError, where, name, needed, value);
    }
    if (words.includes(value)) return;
    throw bad(RangeError, where, name, needed, value);
  };
}

/** An option that is a function. */
export const callable: Rule = (where, name, value) => {
  if (typeof value === 'function') return;
  throw bad(TypeError, where, name, 'a function', value);
};
// #endregion rules
