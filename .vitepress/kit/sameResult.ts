// Is the live result the printed one, bit for bit? If not, which number differs? JSON, in which the
// printed result came, writes every double so that it reads back as the same bits.
import { toJson } from './json.ts';
import { duration } from './numbers.ts';

/** A value that is not the same in both; undefined where one side has none. */
export interface Difference {
  /** `recall`, `score of item 12`, `value of place 3 of curve`. */
  readonly name: string;
  readonly printed: unknown;
  readonly live: unknown;
}

/** What a page says when its printed result was computed anew. */
export interface Reproduction {
  readonly same: boolean;
  readonly text: string;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The name of an entry of an array: what it is about, if both sides say so; else its place. */
function entryName(n: number, a: unknown, b: unknown): string {
  if (isObject(a) && isObject(b)) {
    if (typeof a['item'] === 'number' && a['item'] === b['item']) return `item ${a['item']}`;
    for (const key of ['id', 'name']) {
      if (typeof a[key] === 'string' && a[key] === b[key]) return a[key];
    }
  }
  return `place ${n + 1}`;
}

/** What only holds other values together goes without saying. */
const silent = new Set(['metrics', 'rows', 'parts']);

function nameOf(path: readonly string[]): string {
  const told = path.filter((part, n) => {
    const entry = path[n + 1] ?? '';
    return !silent.has(part) && !/^item \d+$/.test(entry);
  });
  return told.reverse().join(' of ') || 'the result';
}

function collect(a: unknown, b: unknown, path: readonly string[], found: Difference[]): void {
  if (isObject(a) && isObject(b) && Array.isArray(a) === Array.isArray(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    for (const key of keys) {
      const name = Array.isArray(a) ? entryName(Number(key), a[key], b[key]) : key;
      collect(a[key], b[key], [...path, name], found);
    }
  } else if (a !== b) found.push({ name: nameOf(path), printed: a, live: b });
}

/** All values that differ, in the order of the printed result. */
export function differencesOf(printed: unknown, live: unknown): Difference[] {
  const found: Difference[] = [];
  collect(printed, JSON.parse(toJson(live)), [], found);
  return found;
}

/** Two numbers with as many digits as tell them apart, and four at least. */
function tellApart(a: number, b: number): [string, string] {
  if (Number.isInteger(a) && Number.isInteger(b)) return [String(a), String(b)];
  for (let digits = 4; digits < 17; digits++) {
    const [left, right] = [a.toPrecision(digits), b.toPrecision(digits)];
    if (left !== right) return [left, right];
  }
  return [a.toPrecision(17), b.toPrecision(17)];
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}

/** "recall printed 0.1133, here 0.1167" */
export function aboutDifference({ name, printed, live }: Difference): string {
  const numbers = typeof printed === 'number' && typeof live === 'number';
  const [before, now] = numbers ? tellApart(printed, live) : [show(printed), show(live)];
  return `${name} printed ${before}, here ${now}`;
}

/** The badge of a printed result that was computed again, in this time, with the same settings. */
export function reproduction(ms: number, printed: unknown, live: unknown): Reproduction {
  const differences = differencesOf(printed, live);
  if (differences.length === 0) {
    const text = `Reproduced in your browser in ${duration(ms)}: identical to the printed numbers.`;
    return { same: true, text };
  }
  const [first, ...more] = differences;
  const others = more.length === 1 ? ', and 1 more differs' : `, and ${more.length} more differ`;
  const rest = more.length > 0 ? others : '';
  const text = `Not reproduced in your browser (${duration(ms)}): ${aboutDifference(first)}${rest}.`;
  return { same: false, text };
}
