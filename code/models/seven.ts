/** The entries of the models in recsys.ts. */
import {
  BPR,
  ContentBased,
  ImplicitALS,
  ItemItemCF,
  Popularity,
  Random,
  Trending,
} from '../recsys.ts';
import type { ALSProgress, BPRProgress } from '../recsys.ts';
import {
  entry,
  factorsRange,
  halfLifeRange,
  halfLifeSearch,
  seedRange,
} from './entry.ts';

const byId = 'the draws are dealt in order of id';
const bySize = 'the start of every factor depends on how many there are';

/** See `Random`. */
export const random = entry({
  id: 'random',
  name: 'Random',
  title: 'Random',
  summary: 'Unseen items in random order: the floor.',
  paper: null,
  personal: false,
  collaborative: false,
  features: false,
  explains: true,
  foldsIn: false,
  factors: false,
  cannotPromise: { 'users renamed': byId, 'items renamed': byId },
  curve: null,
  Class: Random,
  ranges: { seed: seedRange },
  search: {},
  fit: ({ train, nUsers, nItems }, options) =>
    new Random(options).fit(train, nUsers, nItems),
});

/** See `Popularity`. */
export const popularity = entry<never>({
  id: 'popularity',
  name: 'Popularity',
  title: 'Popularity',
  summary: 'What most people have, for everyone.',
  paper: null,
  personal: false,
  collaborative: false,
  features: false,
  explains: true,
  foldsIn: false,
  factors: false,
  cannotPromise: {},
  curve: null,
  Class: Popularity,
  ranges: {},
  search: {},
  fit: ({ train, nUsers, nItems }) =>
    new Popularity().fit(train, nUsers, nItems),
});

/** See `Trending`. */
export const trending = entry({
  id: 'trending',
  name: 'Trending',
  title: 'Trending',
  summary: 'What most people have lately, for everyone.',
  paper: null,
  personal: false,
  collaborative: false,
  features: false,
  explains: true,
  foldsIn: false,
  factors: false,
  cannotPromise: {},
  curve: null,
  Class: Trending,
  ranges: { halfLife: halfLifeRange },
  search: { halfLife: halfLifeSearch },
  fit: ({ train, nUsers, nItems }, options) =>
    new Trending(options).fit(train, nUsers, nItems),
});

/** See `ContentBased`. */
export const contentBased = entry({
  id: 'content-based',
  name: 'ContentBased',
  title: 'Content-based',
  summary: 'Items like those the user has met, by their features.',
  paper: {
    cite: 'Pazzani and Billsus 2007',
    url: 'https://doi.org/10.1007/978-3-540-72079-9_10',
  },
  personal: true,
  collaborative: false,
  features: true,
  explains: true,
  foldsIn: true,
  factors: false,
  cannotPromise: {},
  curve: null,
  Class: ContentBased,
  ranges: { halfLife: halfLifeRange },
  search: { halfLife: halfLifeSearch },
  fit: ({ train, itemFeats, nUsers, nItems }, options) =>
    new ContentBased(options).fit(train, itemFeats, nUsers, nItems),
});

/** See `ItemItemCF`. */
export const itemItemCF = entry({
  id: 'item-item-cf',
  name: 'ItemItemCF',
  title: 'Item-item CF',
  summary: 'Items that share users with what the user has.',
  paper: {
    cite: 'Deshpande and Karypis 2004',
    url: 'https://doi.org/10.1145/963770.963776',
  },
  personal: true,
  collaborative: true,
  features: false,
  explains: true,
  foldsIn: true,
  factors: false,
  cannotPromise: {},
  curve: null,
  Class: ItemItemCF,
  ranges: {
    neighbours: {
      label: 'Neighbours',
      min: 1,
      max: 100,
      step: 3,
      scale: 'log',
      unit: '',
      help: 'How many similar items each item keeps.',
      orAll: true,
    },
    shrink: {
      label: 'Shrinkage',
      min: 0,
      max: 100,
      step: 5,
      scale: 'linear',
      unit: '',
      help: 'Doubts the similarity of items that few people share.',
    },
  },
  search: {
    shrink: [50, 10, 0],
    neighbours: [Infinity, 100, 50, 30, 20, 15, 10, 5],
  },
  fit: ({ train, nUsers, nItems }, options) =>
    new ItemItemCF(options).fit(train, nUsers, nItems),
});

/** See `ImplicitALS`. */
export const implicitALS = entry({
  id: 'implicit-als',
  name: 'ImplicitALS',
  title: 'Implicit ALS',
  summary:
    'Fills in the table of users and items, with a few numbers for each.',
  paper: {
    cite: 'Hu et al. 2008',
    url: 'https://doi.org/10.1109/ICDM.2008.22',
  },
  personal: true,
  collaborative: true,
  features: false,
  explains: true,
  foldsIn: true,
  factors: true,
  cannotPromise: {
    'items renamed': byId,
    'one user more': bySize,
    'one item more': bySize,
  },
  curve: { label: 'Objective', step: 'Iteration' },
  Class: ImplicitALS,
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
  search: {
    factors: [8, 32],
    reg: [40, 10, 1, 0.1],
    alpha: [1, 10, 40],
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
});

/** See `BPR`. */
export const bpr = entry({
  id: 'bpr',
  name: 'BPR',
  title: 'BPR',
  summary: 'Learns to put the item that was taken above one that was not.',
  paper: {
    cite: 'Rendle et al. 2009',
    url: 'https://doi.org/10.48550/arXiv.1205.2618',
  },
  personal: true,
  collaborative: true,
  features: false,
  explains: true,
  foldsIn: true,
  factors: true,
  cannotPromise: {
    'users renamed': byId,
    'items renamed': byId,
    'one user more': bySize,
    'one item more': bySize,
  },
  curve: { label: 'Sampled AUC', step: 'Epoch' },
  Class: BPR,
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
  search: {
    factors: [8, 32],
    reg: [0.1, 0.03, 0.01, 0.003],
    lr: [0.02, 0.05, 0.1],
  },
  fit: ({ train, nUsers, nItems }, options, onProgress) => {
    const report = onProgress && {
      onProgress: (p: BPRProgress) => {
        onProgress({ step: p.epoch, total: p.total, value: p.auc });
      },
    };
    return new BPR({ ...options, ...report }).fit(train, nUsers, nItems);
  },
});
