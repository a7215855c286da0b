// What the page and the isolated worker say to each other. What comes back was made by code that nobody
// has read, so it comes as JSON and is checked by `readAnswer` before the page believes its shape.
import type { Estimate } from '../../../code/evaluation/intervals.ts';
import type { MetricName } from '../../../code/evaluation/leaderboard.ts';
import type { BoardSpec } from '../jobs/board.ts';
import type { RunSpec, ScoredItem } from '../jobs/model.ts';

/** What to run with the reader's module, and with the book's beside it. */
export type Task =
  | { readonly kind: 'model'; readonly spec: RunSpec }
  | { readonly kind: 'board'; readonly spec: BoardSpec }
  /** The reader's module is a model of its own: set beside all models of the book, then checked. */
  | {
      readonly kind: 'own';
      readonly spec: BoardSpec;
      /** What the book prints of its models in this race; what it does not print is fitted. */
      readonly printed?: readonly PrintedRow[];
    }
  /** The reader's module is the answer to an exercise: a function, held against the book's. */
  | { readonly kind: 'exercise'; readonly id: string };

/** A model in a race that the book prints. */
export interface PrintedRow {
  readonly id: string;
  readonly title: string;
  /** Rank of each test user's item, in their order; 0: not found. */
  readonly ranks: readonly number[];
  readonly coverage: number;
  readonly gini: number;
}

/** A task that ends with models beside models. */
export type Comparison = Exclude<Task, { kind: 'exercise' }>;

/** The compiled modules and the task. */
export interface Job {
  readonly book: string;
  readonly yours: string;
  readonly task: Task;
}

export type Metrics = Readonly<Record<MetricName, number>>;

/** The middle 95 %. */
export type Interval = Pick<Estimate, 'low' | 'high'>;

/** What one of the two versions came to. */
export interface Side {
  readonly metrics: Metrics;
  /** Over the test users. */
  readonly intervals: Readonly<Record<MetricName, Interval>>;
  readonly coverage: number;
  readonly gini: number;
  readonly nTest: number;
  /** The chosen person's list; empty for a leaderboard. */
  readonly list: readonly ScoredItem[];
  readonly fitMs: number;
}

/** The two versions of one model. */
export interface Beside {
  /** The id of the model. */
  readonly id: string;
  /** As the leaderboard names it. */
  readonly title: string;
  readonly book: Side;
  readonly yours: Side;
  /** Mean of your gain less the book's, user by user; null where the test users are not the same. */
  readonly difference: Readonly<Record<MetricName, Estimate>> | null;
  /** Every score and every list of every user is the same, bit for bit. */
  readonly same: boolean;
}

/** Where in the reader's file something happened, innermost first; both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Failure {
  readonly kind: 'failed';
  /** `RangeError`, or 'Wrong result' where nothing was thrown. */
  readonly name: string;
  readonly message: string;
  readonly places: readonly Place[];
  /** The function that gave what is wrong, where no place is known. */
  readonly culprit: string;
}

/** What one check of `checkRecommender` found. */
export interface Checked {
  readonly name: string;
  readonly sentence: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** What broke, or why it was skipped. */
  readonly says: string;
}

/** What came of an exercise: the first input on which the two functions differ. */
export interface Tried {
  readonly kind: 'tried';
  /** On how many inputs the two were held against each other. */
  readonly count: number;
  readonly differs: {
    /** The call, its result with the reader's function, and with the book's. */
    readonly call: string;
    readonly yours: string;
    readonly book: string;
    /** What went wrong, where it is known. */
    readonly says: string;
  } | null;
}

interface Results {
  /** The held-out item of the chosen person, or -1. */
  readonly held: number;
  readonly results: readonly Beside[];
}

export type Answer =
  | { readonly kind: 'step'; readonly words: string }
  | { readonly kind: 'checks'; readonly checks: readonly Checked[] }
  /** The results are there, and more is to come. */
  | ({ readonly kind: 'raced' } & Results)
  | ({ readonly kind: 'done' } & Results)
  | Tried
  | Failure;

const limits = { text: 600, list: 200, results: 100, places: 20, checks: 100, says: 3000 };
const names = ['recall', 'precision', 'ndcg', 'map'] as const;

type Unknown = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Unknown => typeof value === 'object' && value !== null;

class Malformed extends Error {}

function object(value: unknown): Unknown {
  if (!isObject(value)) throw new Malformed();
  return value;
}

function number(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Malformed();
  return value;
}

function text(value: unknown, most = limits.text): string {
  if (typeof value !== 'string') throw new Malformed();
  return value.slice(0, most);
}

function array<T>(value: unknown, most: number, read: (entry: unknown) => T): T[] {
  if (!Array.isArray(value) || value.length > most) throw new Malformed();
  return value.map((entry) => read(entry));
}

function metricsOf<T>(value: unknown, read: (entry: unknown) => T): Record<MetricName, T> {
  const given = object(value);
  return Object.fromEntries(names.map((name) => [name, read(given[name])])) as Record<
    MetricName,
    T
  >;
}

const listItem = (value: unknown): ScoredItem => {
  const { item, genre, score } = object(value);
  return { item: number(item), genre: number(genre), score: number(score) };
};

const estimate = (value: unknown): Estimate => {
  const { mean, low, high } = object(value);
  return { mean: number(mean), low: number(low), high: number(high) };
};

const interval = (value: unknown): Interval => {
  const { low, high } = object(value);
  return { low: number(low), high: number(high) };
};

const side = (value: unknown): Side => {
  const { metrics, intervals, coverage, gini, nTest, list, fitMs } = object(value);
  return {
    metrics: metricsOf(metrics, number),
    intervals: metricsOf(intervals, interval),
    coverage: number(coverage),
    gini: number(gini),
    nTest: number(nTest),
    list: array(list, limits.list, listItem),
    fitMs: number(fitMs),
  };
};

const beside = (value: unknown): Beside => {
  const { id, title, book, yours, difference, same } = object(value);
  return {
    id: text(id),
    title: text(title),
    book: side(book),
    yours: side(yours),
    difference: difference === null ? null : metricsOf(difference, estimate),
    same: same === true,
  };
};

const checked = (value: unknown): Checked => {
  const { name, sentence, status, says } = object(value);
  if (status !== 'passed' && status !== 'failed' && status !== 'skipped') throw new Malformed();
  return { name: text(name), sentence: text(sentence), status, says: text(says, limits.says) };
};

function tried({ count, differs }: Unknown): Tried {
  if (differs === null) return { kind: 'tried', count: number(count), differs };
  const { call, yours, book, says } = object(differs);
  const shown = { call: text(call), yours: text(yours), book: text(book), says: text(says) };
  return { kind: 'tried', count: number(count), differs: shown };
}

function answer(given: Unknown): Answer {
  if (given['kind'] === 'checks')
    return { kind: 'checks', checks: array(given['checks'], limits.checks, checked) };
  if (given['kind'] === 'step') return { kind: 'step', words: text(given['words']) };
  const { kind } = given;
  if (kind === 'raced' || kind === 'done') {
    const { held, results } = given;
    return { kind, held: number(held), results: array(results, limits.results, beside) };
  }
  if (given['kind'] === 'tried') return tried(given);
  if (given['kind'] !== 'failed') throw new Malformed();
  const { name, message, places, culprit } = given;
  const place = (value: unknown): Place => {
    const { line, column } = object(value);
    return { line: number(line), column: number(column) };
  };
  return {
    kind: 'failed',
    name: text(name),
    message: text(message),
    places: array(places, limits.places, place),
    culprit: text(culprit),
  };
}

/** The answer, if it has the shape of one; null otherwise. */
export function readAnswer(json: unknown): Answer | null {
  try {
    return answer(object(JSON.parse(whole(json))));
  } catch {
    return null;
  }
}

/** Not cut: it is read, not shown. */
function whole(value: unknown): string {
  if (typeof value !== 'string') throw new Malformed();
  return value;
}
