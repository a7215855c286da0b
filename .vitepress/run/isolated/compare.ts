// One task with both versions of the module, and what differs. Each version makes its own log with its
// own generator and is paid by its own metrics; the comparison itself is always the book's.
import type { Estimate } from '../../../code/evaluation/intervals.ts';
import type { MetricName } from '../../../code/evaluation/leaderboard.ts';
import type { Dataset, ModelEntry } from '../../../code/models.ts';
import type { Recommender } from '../../../code/recsys.ts';
import { genresOf } from '../genres.ts';
import type { BoardSpec } from '../jobs/board.ts';
import type { RunSpec, ScoredItem } from '../jobs/model.ts';
import { held, heldScores, WrongResult } from './hold.ts';
import type { Held } from './hold.ts';
import type * as Linked from './linked.ts';
import type { Beside, Comparison, Metrics, Side } from './protocol.ts';

/** All that the task needs, linked to one version of the module. */
export type World = typeof Linked;

export interface Worlds {
  readonly book: World;
  readonly yours: World;
}

/** A changed metric may pay more than the book's, or take something away. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

interface Trial {
  readonly data: Dataset;
  readonly held: Held;
  readonly metrics: Metrics;
  /** What each test user was worth, and what one can be worth. */
  readonly gains: Readonly<Record<MetricName, readonly number[]>>;
  readonly bounds: Readonly<Record<MetricName, Bounds>>;
  readonly list: readonly ScoredItem[];
  readonly fitMs: number;
}

/** As many as the leaderboard draws, for the intervals of one model. */
const samples = 1000;

function seenBy({ train }: Dataset): Map<number, Set<number>> {
  const seen = new Map<number, Set<number>>();
  for (const [user, item] of train) {
    const own = seen.get(user);
    if (own) own.add(item);
    else seen.set(user, new Set([item]));
  }
  return seen;
}

/** JSON has no infinities. */
const finite = (score: number): number =>
  Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, score));

function metricsOf(world: World, { lists }: Held, { test }: Dataset, k: number): Metrics {
  const entries = world.metricNames.map((name) => {
    const value: unknown = world.metrics[name](lists, test, k);
    if (typeof value === 'number' && Number.isFinite(value)) return [name, value];
    throw new WrongResult(`${name}AtK`, `${name}AtK must give a number, got ${String(value)}`);
  });
  return Object.fromEntries(entries) as Metrics;
}

function tryModel(
  world: World,
  entry: ModelEntry,
  data: Dataset,
  { options, k, user }: { options: ModelEntry['defaults']; k: number; user?: number },
  now: () => number,
  onStep?: (words: string) => void,
): Trial {
  const start = now();
  const model = entry.fit(data, options, ({ step, total }) =>
    onStep?.(`${entry.curve?.step ?? 'Step'} ${step} of ${total}`),
  );
  const fitMs = now() - start;
  const seen = seenBy(data);
  const all = held(model, data, k, seen);
  const metrics = metricsOf(world, all, data, k);
  const ranks = Array.from(
    data.test,
    ([person, item]) => (all.lists.get(person) ?? []).indexOf(item) + 1,
  );
  const gains = Object.fromEntries(
    world.metricNames.map((name) => [name, world.gainsOf(name, ranks, k)]),
  ) as unknown as Trial['gains'];
  const bounds = Object.fromEntries(
    world.metricNames.map((name) => [name, boundsOf([world.mostOf(name, k), ...gains[name]])]),
  ) as unknown as Trial['bounds'];
  let list: ScoredItem[] = [];
  if (user !== undefined) {
    const genres = genresOf(data);
    const scores = heldScores(model, user, data.nItems);
    const items = all.lists.get(user) ?? model.recommend(user, k);
    list = items.map((item) => ({ item, genre: genres[item], score: finite(scores[item]) }));
  }
  return { data, held: all, metrics, gains, bounds, list, fitMs };
}

function sameLists(a: Held, b: Held): boolean {
  const scoresAgree = a.scores.every((scores, n) =>
    scores.every((score, i) => Object.is(score, b.scores[n]?.[i])),
  );
  const listsAgree = Array.from(a.lists).every(([user, list]) => {
    const other = b.lists.get(user) ?? [];
    return list.length === other.length && list.every((item, n) => item === other[n]);
  });
  return scoresAgree && listsAgree;
}

/** The same test users with the same held-out items, in the same order. */
function samePeople(a: Dataset, b: Dataset): boolean {
  const [one, other] = [Array.from(a.test), Array.from(b.test)];
  return (
    one.length === other.length &&
    one.every(([user, item], n) => user === other[n][0] && item === other[n][1])
  );
}

function boundsOf(values: readonly number[]): Bounds {
  const [least, most] = [Math.min(0, ...values), Math.max(...values)];
  return { least, most: most > least ? most : least + 1 };
}

/** Your gain less the book's for the same people, compared as the book compares. */
function differenceOf(book: World, yours: Trial, theirs: Trial): Record<MetricName, Estimate> {
  const entries = book.metricNames.map((name) => {
    const [a, b] = [yours.bounds[name], theirs.bounds[name]];
    const { least, most } = boundsOf([a.least, a.most, b.least, b.most]);
    const fromLeast = ({ gains }: Trial) => gains[name].map((gain) => gain - least);
    const gains = new Map([
      ['yours', fromLeast(yours)],
      ['book', fromLeast(theirs)],
    ]);
    return [name, book.compareAll(gains, most - least)[0].difference];
  });
  return Object.fromEntries(entries) as Record<MetricName, Estimate>;
}

function sideOf(book: World, { held, metrics, gains, bounds, data, list, fitMs }: Trial): Side {
  const n = data.test.size;
  const drawn = book.drawSamples(n, samples, 0);
  const intervalOf = (name: MetricName) => {
    const { least, most } = bounds[name];
    const fromLeast = gains[name].map((gain) => gain - least);
    const { low, high } = book.gainInterval(fromLeast, most - least, drawn);
    return { low: low + least, high: high + least };
  };
  const intervals = Object.fromEntries(
    book.metricNames.map((name) => [name, intervalOf(name)]),
  ) as Side['intervals'];
  return { metrics, intervals, ...book.spreadOf(held.lists, data.nItems), nTest: n, list, fitMs };
}

function beside(worlds: Worlds, of: ModelEntry, yours: Trial, book: Trial): Beside {
  const paired = samePeople(yours.data, book.data);
  const metricsAgree = worlds.book.metricNames.every((name) =>
    Object.is(yours.metrics[name], book.metrics[name]),
  );
  return {
    id: of.id,
    title: of.title,
    book: sideOf(worlds.book, book),
    yours: sideOf(worlds.book, yours),
    difference: paired ? differenceOf(worlds.book, yours, book) : null,
    same:
      paired &&
      metricsAgree &&
      sameLists(yours.held, book.held) &&
      sameLists(book.held, yours.held),
  };
}

export interface Done {
  readonly held: number;
  readonly results: readonly Beside[];
}

type OnStep = (words: string) => void;

function compareModel(worlds: Worlds, spec: RunSpec, now: () => number, onStep: OnStep): Done {
  const run = (world: World, whose: string): Trial => {
    const data = world.syntheticDataset(spec.data, { holdOut: spec.split });
    const entry = world.findModel(spec.id);
    return tryModel(world, entry, data, spec, now, (words) => onStep(`${whose}: ${words}`));
  };
  const yours = run(worlds.yours, 'Your version');
  const book = run(worlds.book, 'The book’s version');
  return {
    held: book.data.test.get(spec.user) ?? -1,
    results: [beside(worlds, worlds.book.findModel(spec.id), yours, book)],
  };
}

function compareBoard(worlds: Worlds, spec: BoardSpec, now: () => number, onStep: OnStep): Done {
  const dataOf = (world: World): Dataset =>
    world.syntheticDataset(spec.data, { holdOut: spec.split });
  const data = { yours: dataOf(worlds.yours), book: dataOf(worlds.book) };
  const entriesOf = ({ models, modelsWith }: World) => modelsWith(spec.tuned, models);
  const theirs = entriesOf(worlds.book);
  const results = entriesOf(worlds.yours).map((entry, n) => {
    onStep(`Fitting ${entry.title}, ${n + 1} of ${theirs.length}`);
    const settings = { options: entry.defaults, k: spec.k };
    const yours = tryModel(worlds.yours, entry, data.yours, settings, now);
    const book = tryModel(worlds.book, theirs[n], data.book, settings, now);
    return beside(worlds, theirs[n], yours, book);
  });
  return { held: -1, results };
}

/** A model that nobody has in a catalogue. */
export type OwnClass = new (settings?: object) => Recommender & {
  fit(train: Dataset['train'], nUsers: number, nItems: number): unknown;
};

/** The class of the reader's module: the first that it exports with the methods of a model. */
export function ownClassOf(module: unknown): OwnClass {
  const found = Object.values(module ?? {}).find((value: unknown) => {
    const methods: unknown = typeof value === 'function' ? value.prototype : undefined;
    return typeof methods === 'object' && methods && 'recommend' in methods && 'fit' in methods;
  });
  if (found) return found as OwnClass;
  throw new WrongResult('', 'the file must export a class with fit, scores and recommend');
}

/** The reader's model beside each of the book's, all in the book's own world. */
export function compareOwn(
  book: World,
  Own: OwnClass,
  spec: BoardSpec,
  now: () => number,
  onStep: OnStep,
): Done {
  const data = book.syntheticDataset(spec.data, { holdOut: spec.split });
  const entry: ModelEntry = {
    ...book.models[0],
    id: 'own',
    fit: ({ nUsers, nItems }) => {
      const model = new Own();
      model.fit(data.train, nUsers, nItems);
      return model;
    },
  };
  onStep('Fitting your model');
  const own = tryModel(book, entry, data, { options: {}, k: spec.k }, now);
  const entries = book.modelsWith(spec.tuned, book.models);
  const results = entries.map((other, n) => {
    onStep(`Fitting ${other.title}, ${n + 1} of ${entries.length}`);
    const settings = { options: other.defaults, k: spec.k };
    const theirs = tryModel(book, other, data, settings, now);
    return beside({ book, yours: book }, other, own, theirs);
  });
  return { held: -1, results };
}

export function compare(
  worlds: Worlds,
  task: Exclude<Comparison, { kind: 'own' }>,
  now: () => number,
  onStep: OnStep,
): Done {
  return task.kind === 'model'
    ? compareModel(worlds, task.spec, now, onStep)
    : compareBoard(worlds, task.spec, now, onStep);
}
