/**
 * The catalogue: one entry per model, in book order. Controls, rows of the
 * leaderboard, the worker, the contract tests and the API table are made
 * from it. Defaults stand in the classes alone.
 */
import type { Matrix } from 'ml-matrix';
import {
  bad,
  BPR,
  checkOptions,
  ContentBased,
  ImplicitALS,
  ItemItemCF,
  makeSynthetic,
  Popularity,
  Random,
  trainTestSplitLast,
  Trending,
} from './recsys.ts';
import type {
  ALSProgress,
  BPRProgress,
  Interaction,
  Recommender,
  SplitOptions,
  SyntheticData,
  SyntheticOptions,
} from './recsys.ts';

/** A log that is split, with what any model may ask for. */
export interface Dataset {
  readonly train: readonly Interaction[];
  readonly test: ReadonlyMap<number, number>;
  /** [items x features] */
  readonly itemFeats: Matrix;
  readonly nUsers: number;
  readonly nItems: number;
  /** P(i | user) of every item, where the maker of the log is known. */
  readonly probabilities?: SyntheticData['probabilities'];
}

/** The synthetic log, by default with each user's last event held out. */
export function syntheticDataset(
  options: SyntheticOptions = {},
  split: SplitOptions = {},
): Dataset {
  const { interactions, ...facts } = makeSynthetic(options);
  const parts = trainTestSplitLast(interactions, facts.nUsers, split);
  return { ...parts, ...facts };
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

/** All that the book needs to know about a model. */
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
    data: Dataset,
    options?: Options,
    onProgress?: OnProgress,
  ) => Recommender;
}

/** Holds `ranges` to the very names of `defaults`. */
function entry<Name extends string>(
  given: Omit<ModelEntry, 'defaults' | 'ranges' | 'fit'> & {
    readonly defaults: Readonly<Record<Name, number>>;
    readonly ranges: Readonly<Record<NoInfer<Name>, Range>>;
    readonly fit: (
      data: Dataset,
      options: Partial<Record<NoInfer<Name>, number>>,
      onProgress: OnProgress | undefined,
    ) => Recommender;
  },
): ModelEntry {
  return {
    ...given,
    fit: (data, options = {}, onProgress) => {
      // Also for the models whose class takes no options.
      checkOptions(given.name, options, Object.keys(given.defaults));
      return given.fit(
        data,
        options as Partial<Record<Name, number>>,
        onProgress,
      );
    },
  };
}

const seedRange: Range = {
  label: 'Seed',
  min: 0,
  max: 99,
  step: 1,
  scale: 'linear',
  unit: '',
  help: 'Another seed, another start; nothing else changes.',
};

const factorsRange: Range = {
  label: 'Factors',
  min: 2,
  max: 64,
  step: 2,
  scale: 'linear',
  unit: '',
  help: 'Numbers learnt per user and per item: more can tell more apart.',
};

const halfLifeRange: Range = {
  label: 'Half-life',
  min: 50,
  max: 50000,
  step: 10,
  scale: 'log',
  unit: 'events',
  help: 'An event this old counts half as much as one that is new.',
};

/** The seven models, in book order. */
export const models: readonly ModelEntry[] = [
  entry({
    id: 'random',
    name: 'Random',
    title: 'Random',
    summary: 'Unseen items in random order: the floor.',
    paper: null,
    personal: false,
    curve: null,
    defaults: Random.defaults,
    ranges: { seed: seedRange },
    fit: ({ train, nUsers, nItems }, options) =>
      new Random(options).fit(train, nUsers, nItems),
  }),
  entry({
    id: 'popularity',
    name: 'Popularity',
    title: 'Popularity',
    summary: 'What most people have, for everyone.',
    paper: null,
    personal: false,
    curve: null,
    defaults: Popularity.defaults,
    ranges: {},
    fit: ({ train, nUsers, nItems }) =>
      new Popularity().fit(train, nUsers, nItems),
  }),
  entry({
    id: 'trending',
    name: 'Trending',
    title: 'Trending',
    summary: 'What most people have lately, for everyone.',
    paper: null,
    personal: false,
    curve: null,
    defaults: Trending.defaults,
    ranges: { halfLife: halfLifeRange },
    fit: ({ train, nUsers, nItems }, options) =>
      new Trending(options).fit(train, nUsers, nItems),
  }),
  entry({
    id: 'content-based',
    name: 'ContentBased',
    title: 'Content-based',
    summary: 'Items like those the user has met, by their features.',
    paper: {
      cite: 'Pazzani and Billsus 2007',
      url: 'https://doi.org/10.1007/978-3-540-72079-9_10',
    },
    personal: true,
    curve: null,
    defaults: ContentBased.defaults,
    ranges: { halfLife: halfLifeRange },
    fit: ({ train, itemFeats, nUsers, nItems }, options) =>
      new ContentBased(options).fit(train, itemFeats, nUsers, nItems),
  }),
  entry({
    id: 'item-item-cf',
    name: 'ItemItemCF',
    title: 'Item-item CF',
    summary: 'Items that share users with what the user has.',
    paper: {
      cite: 'Sarwar et al. 2001',
      url: 'https://doi.org/10.1145/371920.372071',
    },
    personal: true,
    curve: null,
    defaults: ItemItemCF.defaults,
    ranges: {},
    fit: ({ train, nUsers, nItems }) =>
      new ItemItemCF().fit(train, nUsers, nItems),
  }),
  entry({
    id: 'implicit-als',
    name: 'ImplicitALS',
    title: 'Implicit ALS',
    summary:
      'Factors from weighted least squares, users and items in turn.',
    paper: {
      cite: 'Hu, Koren and Volinsky 2008',
      url: 'https://doi.org/10.1109/ICDM.2008.22',
    },
    personal: true,
    curve: { label: 'Objective', step: 'Iteration' },
    defaults: ImplicitALS.defaults,
    ranges: {
      factors: factorsRange,
      reg: {
        label: 'Regularisation',
        min: 0.01,
        max: 100,
        step: 4,
        scale: 'log',
        unit: '',
        help: 'Pulls all factors towards 0.',
      },
      alpha: {
        label: 'Alpha',
        min: 0.1,
        max: 100,
        step: 4,
        scale: 'log',
        unit: '',
        help: 'An interaction weighs 1 + alpha, an empty cell 1.',
      },
      iters: {
        label: 'Iterations',
        min: 1,
        max: 30,
        step: 1,
        scale: 'linear',
        unit: '',
        help: 'Rounds of solving for users, then for items.',
      },
      seed: seedRange,
    },
    fit: ({ train, nUsers, nItems }, options, onProgress) => {
      const report = onProgress && {
        onProgress: (p: ALSProgress) => {
          onProgress({
            step: p.iteration,
            total: p.total,
            value: p.objective,
          });
        },
      };
      const model = new ImplicitALS({ ...options, ...report });
      return model.fit(train, nUsers, nItems);
    },
  }),
  entry({
    id: 'bpr',
    name: 'BPR',
    title: 'BPR',
    summary: 'Factors from pairs: the liked item above the other.',
    paper: {
      cite: 'Rendle et al. 2009',
      url: 'https://doi.org/10.48550/arXiv.1205.2618',
    },
    personal: true,
    curve: { label: 'Sampled AUC', step: 'Epoch' },
    defaults: BPR.defaults,
    ranges: {
      factors: factorsRange,
      lr: {
        label: 'Learning rate',
        min: 0.001,
        max: 1,
        step: 6,
        scale: 'log',
        unit: '',
        help: 'How far one step moves the factors.',
      },
      reg: {
        label: 'Regularisation',
        min: 0.0001,
        max: 1,
        step: 3,
        scale: 'log',
        unit: '',
        help: 'Pulls all factors towards 0.',
      },
      epochs: {
        label: 'Epochs',
        min: 1,
        max: 100,
        step: 1,
        scale: 'linear',
        unit: '',
        help: 'Visits to every pair of user and item.',
      },
      seed: seedRange,
    },
    fit: ({ train, nUsers, nItems }, options, onProgress) => {
      const report = onProgress && {
        onProgress: (p: BPRProgress) => {
          onProgress({ step: p.epoch, total: p.total, value: p.auc });
        },
      };
      return new BPR({ ...options, ...report }).fit(train, nUsers, nItems);
    },
  }),
];

const als = findModel('implicit-als');
const settingsForClicks: Options = {
  ...ImplicitALS.defaults,
  alpha: 1,
  reg: 10,
  factors: 8,
};

/**
 * ImplicitALS with settings for clicks in place of those of the paper,
 * which were found for hours of television.
 */
export const tunedALS: ModelEntry = {
  ...als,
  id: 'implicit-als-tuned',
  title: 'Implicit ALS, tuned',
  summary: 'The same model with settings for clicks.',
  defaults: settingsForClicks,
  fit: (data, options, onProgress) =>
    als.fit(data, { ...settingsForClicks, ...options }, onProgress),
};

/** The entry of this id. */
export function findModel(id: string): ModelEntry {
  const found = models.find((m) => m.id === id);
  if (found) return found;
  const ids = models.map((m) => m.id).join(', ');
  throw bad(RangeError, 'findModel', 'id', `one of ${ids}`, id);
}
