// One task with both versions of the module, and what differs. Each version makes its own log with its
// own generator and is paid by its own metrics; the comparison itself is always the book's.
import type { Estimate } from '../../../code/evaluation/intervals.ts';
import type { MetricName } from '../../../code/evaluation/leaderboard.ts';
import type { Dataset, ModelEntry } from '../../../code/models.ts';
import type { Recommender } from '../../../code/recsys.ts';
import { genresOf } from '../genres.ts';
import type { BoardSpec } from '../jobs/board.ts';
import type { RunSpec, ScoredItem } from '../jobs/model.ts';
import type { Catalogue } from './catalogue.ts';
import { held, heldScores, WrongResult } from './hold.ts';
import type { Held } from './hold.ts';
import type * as Linked from './linked.ts';
import type { Beside, Comparison, Metrics, PrintedRow, Side } from './protocol.ts';

/** All that a task needs, linked to one version of the module. */
export type World = typeof Linked & Catalogue;
/** What a race against printed models needs: theirs need not be there. */
export type OwnWorld = typeof Linked & Partial<Catalogue>;

export interface Worlds {
  readonly book: World;
  readonly yours: World;
}

/** A changed metric may pay more than the book's, or take something away. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** What each test user was worth, and what one can be worth. */
interface Paid {
  readonly gains: Readonly<Record<MetricName, readonly number[]>>;
  readonly bounds: Readonly<Record<MetricName, Bounds>>;
}

interface Trial extends Paid {
  readonly data: Dataset;
  readonly held: Held;
  readonly metrics: Metrics;
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

function metricsOf(world: OwnWorld, { lists }: Held, { test }: Dataset, k: number): Metrics {
  const entries = world.metricNames.map((name) => {
    const value: unknown = world.metrics[name](lists, test, k);
    if (typeof value === 'number' && Number.isFinite(value)) return [name, value];
    throw new WrongResult(`${name}AtK`, `${name}AtK must give a number, got ${String(value)}`);
  });
  return Object.fromEntries(entries) as Metrics;
}

/** What the ranks of the test users' items are worth to a version of the metrics. */
function paidFor(world: OwnWorld, ranks: readonly number[], k: number): Paid {
  const gains = Object.fromEntries(
    world.metricNames.map((name) => [name, world.gainsOf(name, ranks, k)]),
  ) as unknown as Paid['gains'];
  const bounds = Object.fromEntries(
    world.metricNames.map((name) => [name, boundsOf([world.mostOf(name, k), ...gains[name]])]),
  ) as unknown as Paid['bounds'];
  return { gains, bounds };
}

function tryModel(
  world: OwnWorld,
  entry: Pick<ModelEntry, 'fit' | 'curve'>,
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
  let list: ScoredItem[] = [];
  if (user !== undefined) {
    const genres = genresOf(data);
    const scores = heldScores(model, user, data.nItems);
    const items = all.lists.get(user) ?? model.recommend(user, k);
    list = items.map((item) => ({ item, genre: genres[item], score: finite(scores[item]) }));
  }
  return { data, held: all, metrics, ...paidFor(world, ranks, k), list, fitMs };
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
function differenceOf(book: OwnWorld, yours: Paid, theirs: Paid): Record<MetricName, Estimate> {
  const entries = book.metricNames.map((name) => {
    const [a, b] = [yours.bounds[name], theirs.bounds[name]];
    const { least, most } = boundsOf([a.least, a.most, b.least, b.most]);
    const fromLeast = ({ gains }: Paid) => gains[name].map((gain) => gain - least);
    const gains = new Map([
      ['yours', fromLeast(yours)],
      ['book', fromLeast(theirs)],
    ]);
    return [name, book.compareAll(gains, most - least)[0].difference];
  });
  return Object.fromEntries(entries) as Record<MetricName, Estimate>;
}

function sideOf(book: OwnWorld, { held, metrics, gains, bounds, data, list, fitMs }: Trial): Side {
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

function beside(book: OwnWorld, of: ModelEntry, yours: Trial, theirs: Trial): Beside {
  const paired = samePeople(yours.data, theirs.data);
  const metricsAgree = book.metricNames.every((name) =>
    Object.is(yours.metrics[name], theirs.metrics[name]),
  );
  return {
    id: of.id,
    title: of.title,
    book: sideOf(book, theirs),
    yours: sideOf(book, yours),
    difference: paired ? differenceOf(book, yours, theirs) : null,
    same:
      paired &&
      metricsAgree &&
      sameLists(yours.held, theirs.held) &&
      sameLists(theirs.held, yours.held),
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
    results: [beside(worlds.book, worlds.book.findModel(spec.id), yours, book)],
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
    return beside(worlds.book, theirs[n], yours, book);
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

/** What the book prints of a model, beside the reader's: nothing of it is fitted. */
function besidePrinted(
  book: OwnWorld,
  { id, title, ranks, coverage, gini }: PrintedRow,
  own: { readonly trial: Trial; readonly side: Side; readonly k: number },
): Beside {
  const { k } = own;
  const found = book.metricsOf(ranks, k, book.drawSamples(ranks.length, samples, 0));
  const of4 = <T>(read: (estimate: Estimate) => T) =>
    Object.fromEntries(book.metricNames.map((name) => [name, read(found[name])])) as Record<
      MetricName,
      T
    >;
  const side: Side = {
    metrics: of4(({ mean }) => mean),
    intervals: of4(({ low, high }) => ({ low, high })),
    coverage,
    gini,
    nTest: ranks.length,
    list: [],
    fitMs: 0,
  };
  const difference = differenceOf(book, own.trial, paidFor(book, ranks, k));
  // Ranks do not tell all scores, so that two are the same is not said.
  return { id, title, book: side, yours: own.side, difference, same: false };
}

/**
 * The reader's model beside each of the book's, all in the book's own world.
 * @param book with the catalogue, where not all of its models are printed
 * @param printed what the book prints of them in this very race; what it does not print is fitted
 */
export function compareOwn(
  book: OwnWorld,
  Own: OwnClass,
  { spec, printed = [] }: { readonly spec: BoardSpec; readonly printed?: readonly PrintedRow[] },
  now: () => number,
  onStep: OnStep,
): Done {
  const data = book.syntheticDataset(spec.data, { holdOut: spec.split });
  const fit: ModelEntry['fit'] = ({ nUsers, nItems }) => {
    const model = new Own();
    model.fit(data.train, nUsers, nItems);
    return model;
  };
  onStep('Fitting your model');
  const { k } = spec;
  const trial = tryModel(book, { fit, curve: null }, data, { options: {}, k }, now);
  const own = { trial, side: sideOf(book, trial), k };
  const others = book.modelsWith?.(spec.tuned, book.models) ?? printed;
  const results = others.map((other, n) => {
    const row = printed.find(({ id }) => id === other.id);
    if (row?.ranks.length === data.test.size) return besidePrinted(book, row, own);
    if (!('fit' in other))
      throw new Error(
        `${other.title} is printed for ${other.ranks.length} people, not ${data.test.size}`,
      );
    onStep(`Fitting ${other.title}, ${n + 1} of ${others.length}`);
    const theirs = tryModel(book, other, data, { options: other.defaults, k }, now);
    return beside(book, other, trial, theirs);
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
