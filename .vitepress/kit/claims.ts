// A sentence of the book that compares stands on a claim: `chapters/<slug>/claims.ts` says what is measured on each
// of many logs and where its mean must lie, and `<Claim id="…">` in the page marks the sentence. The build
// measures, and ends where a claim does not hold.
import { chanceInSample } from '../../code/evaluation/laboratory.ts';
import { oracle } from '../../code/evaluation/leaderboard.ts';
import { metrics, recommendAll } from '../../code/evaluation/metrics.ts';
import type { MetricName } from '../../code/evaluation/metrics.ts';
import { standings } from '../../code/evaluation/standings.ts';
import { findWorld } from '../../code/evaluation/worlds.ts';
import { findModel } from '../../code/models.ts';
import type { Dataset, Options } from '../../code/models.ts';
import type { Range } from '../../code/models/entry.ts';
import type { Recommender } from '../../code/recsys.ts';
import { bookLog } from '../run/bookLog.ts';
import { defaultRun } from '../run/defaults.ts';
import type { Needs } from './evidence.ts';
import { inSentence } from './inSentence.ts';
import { inSeries } from './inSeries.ts';
import { inWords } from './inWords.ts';
import { metricTitles } from './metricTitles.ts';
import { settingText } from './numbers.ts';

type Lists = ReadonlyMap<number, readonly number[]>;

/** One log, and all that the claims ask of it. A model that two claims ask for is fitted once. */
export interface ClaimLog {
  readonly seed: number;
  readonly data: Dataset;
  /** The list of every test user, of the book's usual length. */
  readonly lists: (model: string, options?: Options) => Lists;
  /** The mean of a metric over the test users; `oracle` ranks by the true probabilities. */
  readonly mean: (metric: MetricName, model: string, options?: Options) => number;
  /** The recall where each hidden item is ranked among so many sampled ones alone. */
  readonly sampledRecall: (candidates: number, model: string, options?: Options) => number;
  /** The log of the same seed in another world. */
  readonly in: (world: string) => ClaimLog;
  /** Every recall that was asked of it, by `recallName`. */
  readonly recalls: () => ReadonlyMap<string, number>;
}

/** What a recall is of: the world, the model, and settings where they are not its defaults. */
export const recallName = (model: string, options: Options = {}, world = usualWorld): string =>
  `${world}: ${keyOf(model, options)}`;

const keyOf = (model: string, options: Options): string =>
  `${model} ${JSON.stringify(Object.entries(options).sort())}`;

const usualWorld = 'usual';

export interface Claim {
  /** What is measured, in words: it goes on after "Measured:". */
  readonly of: string;
  /** One number for each log. */
  readonly measure: (log: ClaimLog) => number;
  readonly needs: Needs;
}

interface Fittable {
  fit(train: Dataset['train'], nUsers: number, nItems: number): Recommender;
}

/** The claims of a chapter, by the id that its page says. */
export type ChapterClaims = Readonly<Record<string, Claim>>;

export function drawClaimLog(seed: number, world = usualWorld): ClaimLog {
  const data = bookLog({ ...findWorld(world).recipe, seed });
  const { k } = defaultRun;
  const fits = new Map<string, Recommender>();
  const known = new Map<string, Lists>();
  const others = new Map<string, ClaimLog>();
  const asked = new Map<string, number>();
  const fitted = (model: string, options: Options): Recommender => {
    const key = keyOf(model, options);
    const entry = model === 'oracle' ? oracle : findModel(model);
    const found = fits.get(key) ?? entry.fit(data, options);
    fits.set(key, found);
    return found;
  };
  const lists = (model: string, options: Options = {}): Lists => {
    const key = keyOf(model, options);
    const found = known.get(key) ?? recommendAll(fitted(model, options), data.test, k);
    known.set(key, found);
    return found;
  };
  return {
    seed,
    data,
    lists,
    mean(metric, model, options) {
      const value = metrics[metric](lists(model, options), data.test, k);
      if (metric === 'recall') asked.set(recallName(model, options, world), value);
      return value;
    },
    sampledRecall(candidates, model, options = {}) {
      const at = standings(fitted(model, options), data);
      const chances = at.map((one) => chanceInSample(one, k, 'lower-id', candidates));
      return chances.reduce((sum, chance) => sum + chance, 0) / chances.length;
    },
    in: (name) => {
      const other = others.get(name) ?? drawClaimLog(seed, name);
      others.set(name, other);
      return other;
    },
    recalls: () =>
      new Map([asked, ...Array.from(others.values(), (o) => o.recalls())].flatMap((m) => [...m])),
  };
}

/** The same claim about the logs of another world. */
export function inWorld(world: string, { of, measure, needs }: Claim): Claim {
  const { title } = findWorld(world);
  return { of: `${of}, in the world “${title}”`, measure: (log) => measure(log.in(world)), needs };
}

/** The recall of a model with options that the catalogue does not have. */
export function recallOf({ data }: ClaimLog, model: Fittable): number {
  const { train, test, nUsers, nItems } = data;
  const { k } = defaultRun;
  return metrics.recall(recommendAll(model.fit(train, nUsers, nItems), test, k), test, k);
}

/** One side of a comparison: a model, and settings where they are not its defaults. */
export type Side = readonly [model: string, options?: Options];

/** A metric of one model minus that of another, on the same log. */
export function difference(metric: MetricName, ours: Side, theirs: Side): Claim['measure'] {
  return (log) => log.mean(metric, ...ours) - log.mean(metric, ...theirs);
}

/** "a half-life of 125 events", "ten epochs": what is counted has a label in the plural. */
function sayOption(range: Range | undefined, name: string, value: number): string {
  const label = (range?.label ?? name).toLowerCase();
  if (label.endsWith('s')) {
    const many = Number.isInteger(value) && value <= 20 ? inWords(value) : settingText(value);
    return `${many} ${label}`;
  }
  const article = /^[aeiou]/.test(label) ? 'an' : 'a';
  return `${article} ${label} of ${settingText(value)} ${range?.unit ?? ''}`.trim();
}

/** "Trending with a half-life of 125 events" */
function nameOf([model, options = {}]: Side): string {
  const { title, ranges } = model === 'oracle' ? oracle : findModel(model);
  const settings = Object.entries(options).map(([name, value]) =>
    sayOption(ranges[name], name, value),
  );
  if (settings.length === 0) return title;
  return `${title} with ${inSeries(settings)}`;
}

/** "recall", within a sentence; nDCG and MAP stay as they are. */
const metricWords = (metric: MetricName): string => inSentence(metricTitles[metric]);

/** A claim that one model is ahead of another, unless told otherwise. */
export function compare(
  metric: MetricName,
  ours: Side,
  theirs: Side,
  needs: Needs = { above: 0 },
): Claim {
  return {
    of: `${metricWords(metric)} of ${nameOf(ours)} minus that of ${nameOf(theirs)}`,
    measure: difference(metric, ours, theirs),
    needs,
  };
}
