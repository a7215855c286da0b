/**
 * What the catalogue says of a model: controls, rows of the leaderboard, the
 * worker, the contract tests and the API table are made from it. Defaults
 * stand in the classes alone.
 */
import type { Matrix } from 'ml-matrix';
import {
  checkOptions,
  makeSynthetic,
  trainTestSplitLast,
} from '../recsys.ts';
import type {
  Interaction,
  Recommender,
  Rows,
  SplitOptions,
  SyntheticData,
  SyntheticOptions,
} from '../recsys.ts';
import { visitRows } from '../toolbox/columns.ts';

/** A log that is split, with what any model may ask for. */
export interface Dataset<Train extends Rows = readonly Interaction[]> {
  readonly train: Train;
  readonly test: ReadonlyMap<number, number>;
  /** [items x features] */
  readonly itemFeats: Matrix;
  readonly nUsers: number;
  readonly nItems: number;
  /**
   * P(i | user) of every item the user has not had, at the time of their
   * test event, where the maker of the log is known.
   */
  readonly probabilities?: (user: number) => Float64Array;
}

/** The synthetic log, by default with each user's last event held out. */
export function syntheticDataset(
  options: SyntheticOptions = {},
  split: SplitOptions = {},
): Dataset {
  const log = makeSynthetic(options);
  const { interactions, nUsers } = log;
  return withTruth(log, trainTestSplitLast(interactions, nUsers, split));
}

/**
 * When each user's test item was taken: at the first event of that item
 * that is later than all of the user's in train, or else at its last one.
 */
export function testTimes(
  interactions: Rows,
  train: Rows,
  test: ReadonlyMap<number, number>,
): Map<number, number> {
  const latest = new Map<number, number>();
  visitRows(train, (u, _, time) => {
    latest.set(u, Math.max(latest.get(u) ?? -Infinity, time));
  });
  const times = new Map<number, number>();
  visitRows(interactions, (u, i, time) => {
    if (test.get(u) !== i) return;
    const before = latest.get(u) ?? -Infinity;
    const known = times.get(u) ?? -Infinity;
    const isBetter =
      known > before ? time > before && time < known : time > known;
    if (isBetter) times.set(u, time);
  });
  return times;
}

/**
 * A made-up log under any split. Where taste drifts, the truth is that of
 * the time when a user's test item was taken.
 */
export function withTruth<Train extends Rows>(
  { interactions, probabilities, ...facts }: SyntheticData,
  parts: Pick<Dataset<Train>, 'train' | 'test'>,
): Dataset<Train> {
  // Most who take a log never ask for its truth.
  let times: ReadonlyMap<number, number> | undefined;
  return {
    ...parts,
    ...facts,
    probabilities: (user) => {
      times ??= testTimes(interactions, parts.train, parts.test);
      return probabilities(user, times.get(user));
    },
  };
}

/** How a control moves one hyperparameter. */
export interface Range {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  /** On a log scale: the number of stops per factor of ten. */
  readonly step: number;
  readonly scale: 'linear' | 'log';
  readonly unit: string;
  readonly help: string;
  /** Beyond max stands Infinity: all there are. */
  readonly orAll?: true;
}

/** One iteration or epoch is over; `value` belongs to the entry's curve. */
export interface FitProgress {
  readonly step: number;
  readonly total: number;
  readonly value: number;
}

/** Hears of every iteration or epoch. */
export type OnProgress = (progress: FitProgress) => void;
/** Hyperparameters by name. */
export type Options = Readonly<Record<string, number>>;

/** Where a model was first described. */
export interface Paper {
  readonly cite: string;
  readonly url: string;
}

/** A class of models; `fit` takes a log, and features where it needs them. */
export interface ModelClass<Name extends string = string> {
  new (options?: Readonly<Partial<Record<Name, number>>>): Recommender;
  readonly defaults: Readonly<Record<Name, number>>;
  readonly prototype: Recommender;
}

/** What takes part in a comparison: a name, settings, and how to fit. */
export interface ModelEntry {
  /** The slug: page, region, demo and test carry it. */
  readonly id: string;
  /** The class, as a string: class names do not survive minification. */
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly paper: Paper | null;
  /** Knows its users one by one, so it has nothing to say to a stranger. */
  readonly personal: boolean;
  /** What `FitProgress.value` is; null for a model without iterations. */
  readonly curve: { readonly label: string; readonly step: string } | null;
  readonly defaults: Options;
  readonly ranges: Readonly<Record<string, Range>>;
  readonly fit: (
    data: Dataset<Rows>,
    options?: Options,
    onProgress?: OnProgress,
  ) => Recommender;
}

/** All that the book needs to know about a model of its own. */
export interface CatalogueEntry extends ModelEntry {
  readonly Class: ModelClass;
  /** Learns from who had what: on a board of two groups it finds them. */
  readonly collaborative: boolean;
  /** Its `fit` takes content vectors beside the log. */
  readonly features: boolean;
  /** Takes a score apart: `explain`. */
  readonly explains: boolean;
  /** Scores a stranger by the items they have, without a new `fit`. */
  readonly foldsIn: boolean;
  /** Learns a row of factors for each user and item. */
  readonly factors: boolean;
  /**
   * What is tried when it is tuned: every combination of these values, as
   * many of them as of any other model. Each list begins with what holds
   * the model back the most; empty for a model that has no settings.
   */
  readonly search: Readonly<Record<string, readonly number[]>>;
  /** Promises of the contract that it can't keep, by name, and why. */
  readonly cannotPromise: Readonly<Record<string, string>>;
}

/** Holds `ranges` to the very names of `defaults`. */
export function entry<Name extends string>(
  given: Omit<
    CatalogueEntry,
    'Class' | 'defaults' | 'ranges' | 'search' | 'fit'
  > & {
    readonly Class: ModelClass<Name>;
    readonly ranges: Readonly<Record<NoInfer<Name>, Range>>;
    readonly search: Readonly<
      Partial<Record<NoInfer<Name>, readonly number[]>>
    >;
    readonly fit: (
      data: Dataset<Rows>,
      options: Partial<Record<NoInfer<Name>, number>>,
      onProgress: OnProgress | undefined,
    ) => Recommender;
  },
): CatalogueEntry {
  const { defaults } = given.Class;
  return {
    ...given,
    defaults,
    search: given.search as CatalogueEntry['search'],
    fit: (data, options = {}, onProgress) => {
      // Also for the models whose class takes no options.
      checkOptions(given.name, options, Object.keys(defaults));
      return given.fit(
        data,
        options as Partial<Record<Name, number>>,
        onProgress,
      );
    },
  };
}

/** Of every model that draws. */
export const seedRange: Range = {
  label: 'Seed',
  min: 0,
  max: 99,
  step: 1,
  scale: 'linear',
  unit: '',
  help: 'Another seed, another start; nothing else changes.',
};

/** Of every model with factors. */
export const factorsRange: Range = {
  label: 'Factors',
  min: 2,
  max: 64,
  step: 2,
  scale: 'linear',
  unit: '',
  help: 'Numbers learnt per user and per item: more can tell more apart.',
};

/** Of every model that forgets. */
export const halfLifeRange: Range = {
  label: 'Half-life',
  min: 50,
  max: 50000,
  step: 10,
  scale: 'log',
  unit: 'events',
  help: 'An event this old counts half as much as one that is new.',
};

/** Half-lives to try, the longest memory first. */
export const halfLifeSearch: readonly number[] = [
  50000, 40000, 32000, 25000, 20000, 16000, 12500, 10000, 8000, 6300, 5000,
  4000, 3200, 2500, 2000, 1600, 1250, 1000, 800, 630, 500, 400, 250, 125,
];
