// #region overview
/**
 * Recommendation algorithms, from scratch: what a newcomer reads first.
 *
 * In book order:
 *   data      makeSynthetic, trainTestSplitLast
 *   metrics   recallAtK, precisionAtK, ndcgAtK, mapAtK
 *   models    Random, Popularity, Trending        (the same for everyone)
 *             ContentBased, ItemItemCF            (personal)
 *             ImplicitALS, BPR                    (learnt factors)
 *   helpers   buildMatrix, userSeen, topK, recommendFrom
 *   toolbox   rows, sparse and dense matrices, draws, exp and log, guards:
 *             what all of it stands on, in files of its own
 *   fast      the hot loops of ALS and BPR once more, compiled
 *
 * Letters: u user, i item (liked, where there are two), j item not liked,
 * t time, f factor. R [users x items] is the binary interaction matrix,
 * X [users x factors] and Y [items x factors] are the learnt factors.
 *
 * Every result depends on the arguments alone: same seed, same bits.
 *
 * Does not do: ratings, several held-out items per user, updates after
 * fit, approximate search, or data that exceeds memory. There may be 10
 * million users, as many items, and as many rows in a log.
 */
import { Matrix } from 'ml-matrix';
// #endregion overview

// #region toolbox
import { fastEpochs, fastSolveRows, rowsByCG } from './fast/learn.ts';
import { recommendByFactors } from './fast/lists.ts';
import {
  checkMetric,
  checkSides,
  checkTopK,
  checkTriple,
  factorRules,
  precisionRule,
  readALS,
  rankIn,
  readSynthetic,
  steps,
} from './toolbox/arguments.ts';
import {
  bestFirst,
  keepBest,
  offerRange,
  roomFor,
} from './toolbox/best.ts';
import { pickRows } from './toolbox/columns.ts';
import type { FormOf, Interaction } from './toolbox/columns.ts';
import { conjugateOf } from './toolbox/conjugate.ts';
import type { Precision } from './toolbox/conjugate.ts';
import {
  addGram,
  cosine,
  dot,
  mirror,
  rowCosines,
  rowOfFlat,
  solveSymmetric,
} from './toolbox/dense.ts';
import type { FlatMatrix } from './toolbox/dense.ts';
// #endregion toolbox

// #region toolbox-draws
import type { BatchOptions } from './toolbox/batch.ts';
import { blockedFor, readBlocked } from './toolbox/blocked.ts';
import type { ListOptions } from './toolbox/blocked.ts';
import {
  decayedMean,
  decayWeight,
  featureCosines,
  foldProfile,
  sharesOf,
} from './toolbox/decay.ts';
import { drawInteger, shuffle, stream } from './toolbox/draws.ts';
import type { Draw } from './toolbox/draws.ts';
import { exp, log } from './toolbox/exact.ts';
import {
  beginALS,
  clearColdRows,
  dots,
  drawFactors,
  explainFactors,
  fittedFactors,
  rowScores,
} from './toolbox/factors.ts';
import type { Factors, FittedFactors } from './toolbox/factors.ts';
import { drawLikings, drawTaken } from './toolbox/fashion.ts';
import { explained, requireFit, requireItem } from './toolbox/fitted.ts';
import type { Explanation, Fitted } from './toolbox/fitted.ts';
import { foldByPairs } from './toolbox/foldByPairs.ts';
import {
  bad,
  callable,
  checkInteger,
  checkOptions,
  checkSize,
  countOrAll,
  integer,
  MAX_ID,
  oneOf,
  positive,
  readOptions,
  real,
} from './toolbox/guard.ts';
import type { Settings } from './toolbox/guard.ts';
import { flatten, toDense } from './toolbox/matrix.ts';
import { negativeSampler, negativesRule } from './toolbox/negatives.ts';
import type { Negatives, NegativeSampler } from './toolbox/negatives.ts';
import { byUser, inTimeOrder } from './toolbox/order.ts';
import { eventsByItem, pastOf, takersOf } from './toolbox/past.ts';
import type { Events, Past } from './toolbox/past.ts';
import { pairsToLearn } from './toolbox/pairs.ts';
import type { Pairs } from './toolbox/pairs.ts';
import {
  readColumns,
  readItems,
  readLog,
  readRows,
} from './toolbox/rows.ts';
import { alsObjective } from './toolbox/objective.ts';
import { chances } from './toolbox/shelves.ts';
import { stepInSingle } from './toolbox/single.ts';
import { pairsToKeep, rowOfTable, stackRows } from './toolbox/similar.ts';
import type { SimilarItems, SimilarityTable } from './toolbox/similar.ts';
import {
  longestRow,
  rowOf,
  toMatrix,
  transpose,
} from './toolbox/sparse.ts';
import type { SparseMatrix } from './toolbox/sparse.ts';
// #endregion toolbox-draws

// #region public-toolbox
export { backend, useBackend } from './fast/backend.ts';
export type { Backend } from './fast/backend.ts';
export { recommendBatch } from './toolbox/batch.ts';
export type { BatchOptions } from './toolbox/batch.ts';
export type { ListOptions } from './toolbox/blocked.ts';
export { columns } from './toolbox/columns.ts';
export type {
  ColumnArrays,
  Columns,
  FormOf,
  Interaction,
  Rows,
} from './toolbox/columns.ts';
export type { Precision } from './toolbox/conjugate.ts';
export { decayWeight } from './toolbox/decay.ts';
export { cosine } from './toolbox/dense.ts';
export type { FlatMatrix } from './toolbox/dense.ts';
export { stream } from './toolbox/draws.ts';
export type { Draw } from './toolbox/draws.ts';
export { exp, log } from './toolbox/exact.ts';
export type { Factors } from './toolbox/factors.ts';
export type { Explanation, Part } from './toolbox/fitted.ts';
export { bad, checkInteger, checkOptions } from './toolbox/guard.ts';
export {
  negativeSampler,
  sampleAny,
  sampleNegative,
  samplePopular,
  weightSums,
} from './toolbox/negatives.ts';
export type {
  Negatives,
  NegativeSampler,
  WeightSums,
} from './toolbox/negatives.ts';
export { alsObjective } from './toolbox/objective.ts';
export {
  chances,
  drawItem,
  drawTaste,
  itemWeights,
  stackShelves,
} from './toolbox/shelves.ts';
export type { Shelf, Taste } from './toolbox/shelves.ts';
export { similarItems } from './toolbox/similarItems.ts';
export { rowOf, transpose } from './toolbox/sparse.ts';
export type { SparseMatrix } from './toolbox/sparse.ts';
// #endregion public-toolbox

// #region recommender
/**
 * What every model promises after `fit`, so that one can replace another.
 *
 * All of them fit on any iterable of interactions, in any order: ids are
 * integers from 0, times are integers. `fit` returns the model itself. A
 * `fit` that throws leaves the model as it was.
 */
export interface Recommender {
  /**
   * One score per item, items already seen included; more is better.
   * @returns fresh array [items]; all 0 for a user of whom a personal
   *   model knows nothing
   * @throws RangeError or TypeError for a bad user; Error before `fit`
   */
  scores(user: number): Float64Array;

  /**
   * The k best items that the user has not seen, best first; the options
   * rule out more.
   *
   * Ties go to the lower item id. The list has min(k, allowed) items; it is
   * empty when the model is personal and the user has no history. Asking
   * changes nothing.
   * @throws RangeError or TypeError for a bad user, k or options; Error
   *   before `fit`
   */
  recommend(user: number, k?: number, options?: ListOptions): number[];

  /**
   * The lists of `recommend` for many users, where a model has a faster way;
   * the function `recommendBatch` knows a way for every model.
   * @returns [users x k], -1 where a list is shorter
   */
  recommendBatch?(
    users: ArrayLike<number>,
    k?: number,
    options?: BatchOptions,
  ): Int32Array;

  /**
   * The scores of a stranger who has these items: no new fit.
   * @param items ids; one that comes twice counts once
   * @returns fresh array [items]; all 0 where `items` is empty
   */
  foldIn?(items: Iterable<number>): Float64Array;

  /**
   * How like an item each other one is, as the model sees them; more is
   * more. `similarItems` makes a list of it.
   * @returns fresh array [items]; what it holds for the item itself says
   *   nothing
   */
  similarity?(item: number): Float64Array;

  /**
   * Why an item has its score, in parts that add up to it. Not every model
   * can say; those of this module can.
   * @throws RangeError or TypeError for a bad user or item; Error before
   *   `fit`
   */
  explain?(user: number, item: number): Explanation;
}
// #endregion recommender

// #region synthetic-options
/** The default size and shape of the synthetic log. */
export const syntheticDefaults = {
  nUsers: 300,
  nItems: 150,
  nGenres: 8,
  nInter: 18000,
  popWeight: 0.8,
  tailPow: 2,
  tastePow: 2.5,
  repeats: 1,
  drift: 0,
  seed: 0,
} as const;

/** Any of `syntheticDefaults`, replaced. */
export type SyntheticOptions = {
  readonly [name in keyof typeof syntheticDefaults]?: number;
};

/** What `makeSynthetic` returns. */
export interface SyntheticData {
  /** Ordered by time; the time of a row is its position. */
  interactions: Interaction[];
  /** Content vectors [items x genres]: near 1 in the item's own genre. */
  itemFeats: Matrix;
  nUsers: number;
  nItems: number;
  /**
   * The truth behind the log: P(i | user) for every item, if the user has
   * had none of them; one that they have had is `repeats` times as likely.
   * @param time when; by default at the end of the log
   * @returns fresh array [items] of sum 1
   * @throws RangeError or TypeError for a bad user or time
   */
  probabilities: (user: number, time?: number) => Float64Array;
}
// #endregion synthetic-options

// #region synthetic-data
/**
 * An interaction log in which both taste and popularity matter.
 *
 * Each item has one genre, each user a peaky taste over genres, and a few
 * items are far more popular than the rest. A user's next item follows
 *
 *     P(i | u)  ∝  taste[u, genre i] · (w · pop i + (1 - w) / nItems)
 *
 * @param options popWeight: w, from 0 to 1; tailPow and tastePow: 0 makes
 *   all items equally popular and all tastes alike in the mean, larger
 *   makes them peakier; repeats: how likely an item is once the user has
 *   had it, from 0 (never again) to 1 (as before); drift: how many turns
 *   what is popular and liked makes while the log is written
 * @throws RangeError or TypeError that names the argument
 */
export function makeSynthetic(
  options: SyntheticOptions = {},
): SyntheticData {
  const o = readSynthetic(syntheticDefaults, options);
  const { nUsers, nItems, nGenres, nInter } = o;
  const draw = stream('makeSynthetic', o.seed);

  const genre = Int32Array.from({ length: nItems }, () =>
    drawInteger(draw, nGenres),
  );
  const itemFeats = Matrix.zeros(nItems, nGenres);
  for (let i = 0; i < nItems; i++) {
    for (let g = 0; g < nGenres; g++) {
      itemFeats.set(i, g, (g === genre[i] ? 1 : 0.05) + 0.05 * draw());
    }
  }

  const likelyAt = drawLikings(draw, genre, o);
  const take = drawTaken(draw, genre, o.repeats);
  const interactions: Interaction[] = [];
  for (let t = 0; t < nInter; t++) {
    const u = drawInteger(draw, nUsers);
    interactions.push([u, take(u, likelyAt(t)), t]);
  }

  const probabilities = (user: number, time = nInter): Float64Array => {
    checkInteger('probabilities', 'user', user, 0, nUsers - 1);
    checkInteger('probabilities', 'time', time, 0, nInter);
    const { tasteOf, weight } = likelyAt(time);
    return chances(tasteOf(user), genre, weight);
  };
  return { interactions, itemFeats, nUsers, nItems, probabilities };
}
// #endregion synthetic-data

// #region split
/** Options of `trainTestSplitLast`. */
export interface SplitOptions {
  /** Which event of a user is the test: the last, or the last new item. */
  readonly holdOut?: 'last' | 'last-new';
  /** Draws the order of events of one user at one time; else by item. */
  readonly tieSeed?: number;
}

/**
 * Leave-last-out: the test item of each user is what they took last, and
 * training sees only what they did before.
 *
 * `'last'` holds out the last event. It may repeat an item that the user
 * has had; then no list of unseen items can hold it. `'last-new'` holds out
 * the last event in which the user met an item for the first time, and
 * drops what they did after it: every test item can be found. Events of one
 * user at the same time are ordered by item id, or drawn by `tieSeed`. A
 * user of whom nothing would be left keeps all events, and has no test.
 * @returns train: rows grouped by user, in order of time, in columns where
 *   columns were given; test: user -> item
 * @throws RangeError or TypeError for a bad row, nUsers or option
 */
export function trainTestSplitLast<Given extends Iterable<Interaction>>(
  interactions: Given,
  nUsers: number,
  options: SplitOptions = {},
): { train: FormOf<Given>; test: Map<number, number> } {
  const where = 'trainTestSplitLast';
  checkOptions(where, options, ['holdOut', 'tieSeed']);
  const { holdOut = 'last', tieSeed } = options;
  oneOf(Object.keys(lastOf))(where, 'holdOut', holdOut);
  if (tieSeed !== undefined) checkInteger(where, 'tieSeed', tieSeed);
  checkSize(where, 'nUsers', nUsers);
  const name = 'interactions';
  const log = readColumns(where, name, interactions, nUsers, MAX_ID);

  const train = new Int32Array(log.users.length); // row numbers
  let kept = 0;
  const test = new Map<number, number>();
  for (const rows of byUser(log, nUsers, tieSeed)) {
    const last = lastOf[holdOut](rows, log.items);
    const before = last > 0 ? rows.subarray(0, last) : rows;
    train.set(before, kept);
    kept += before.length;
    const user = log.users[rows[0]];
    if (last > 0) test.set(user, log.items[rows[last]]);
  }
  const order = train.subarray(0, kept);
  return { train: pickRows(interactions, log, order), test };
}
// #endregion split

// #region hold-out
/** Where among a user's ordered rows the held-out one stands. */
const lastOf = {
  last: (rows: Int32Array): number => rows.length - 1,

  'last-new': (rows: Int32Array, items: Int32Array): number => {
    const met = new Set<number>();
    let last = 0;
    rows.forEach((row, n) => {
      if (!met.has(items[row])) last = n;
      met.add(items[row]);
    });
    return last;
  },
};
// #endregion hold-out

// #region metrics
/** For each user a ranked list of item ids, best first. */
export type Lists = ReadonlyMap<number, readonly number[]>;
/** For each test user the one item that was held out. */
export type Truth = ReadonlyMap<number, number>;

/**
 * Share of test users whose held-out item is among their first k.
 *
 * With one held-out item per user this is also the hit rate. As for all
 * four metrics: from 0 to 1, more is better; a test user without a list
 * counts as a miss.
 * @throws RangeError for a bad k and for an empty truth, which has no mean
 */
export function recallAtK(recs: Lists, truth: Truth, k: number): number {
  return meanGain('recallAtK', recs, truth, k, () => 1);
}

/**
 * Share of the k places that hold the held-out item, mean over test users.
 *
 * With one held-out item it is recall / k; it is here for completeness.
 */
export function precisionAtK(recs: Lists, truth: Truth, k: number): number {
  return meanGain('precisionAtK', recs, truth, k, () => 1) / k;
}

/**
 * Normalised discounted cumulative gain: a hit counts 1 / log2(rank + 1).
 *
 * The ideal list has its one hit at rank 1, where the gain is 1.
 * Järvelin and Kekäläinen 2002, https://doi.org/10.1145/582415.582418
 */
export function ndcgAtK(recs: Lists, truth: Truth, k: number): number {
  const gain = (rank: number) => Math.LN2 / log(rank + 1);
  return meanGain('ndcgAtK', recs, truth, k, gain);
}

/**
 * Mean average precision at k: a hit counts 1 / rank.
 *
 * With one held-out item it is the mean reciprocal rank, cut off at k.
 */
export function mapAtK(recs: Lists, truth: Truth, k: number): number {
  return meanGain('mapAtK', recs, truth, k, (rank) => 1 / rank);
}
// #endregion metrics

// #region mean-gain
/** Mean over test users of gain(rank of the hit), 0 where there is none. */
function meanGain(
  where: string,
  recs: Lists,
  truth: Truth,
  k: number,
  gain: (rank: number) => number,
): number {
  checkMetric(where, recs, truth, k);
  let total = 0;
  for (const [user, item] of truth) {
    const rank = rankIn(where, recs, user, item, k);
    if (rank > 0) total += gain(rank);
  }
  return total / truth.size;
}
// #endregion mean-gain

// #region build-matrix
/**
 * The binary user-item matrix R [users x items]: R[u, i] = 1 when u has
 * interacted with i at least once.
 *
 * Memory O(nUsers + nItems + interactions), whatever the number of cells.
 * @throws RangeError or TypeError for a bad row or size
 */
export function buildMatrix(
  train: Iterable<Interaction>,
  nUsers: number,
  nItems: number,
): SparseMatrix {
  return toMatrix(readLog('buildMatrix', train, nUsers, nItems));
}
// #endregion build-matrix

// #region user-seen
/** The set of seen items of every user, users without history included. */
export function userSeen(
  train: Iterable<Interaction>,
  nUsers: number,
): Map<number, Set<number>> {
  checkSize('userSeen', 'nUsers', nUsers);
  const seen = new Map<number, Set<number>>();
  for (let u = 0; u < nUsers; u++) seen.set(u, new Set());
  readRows('userSeen', 'train', train, nUsers, MAX_ID, (u, i) => {
    seen.get(u)?.add(i);
  });
  return seen;
}
// #endregion user-seen

// #region top-k
/**
 * The k items with the highest scores that are not in `seen`, best first;
 * equal scores by the lower item id.
 * @param seen ascending item ids, each once
 * @returns min(k, number of unseen items) ids
 * @throws RangeError or TypeError for a bad k, scores or seen
 */
export function topK(
  scores: Float64Array,
  seen: ArrayLike<number>,
  k: number,
): number[] {
  checkTopK(scores, seen, k);
  const best = roomFor(Math.min(k, scores.length - seen.length));
  let from = 0;
  for (let s = 0; s < seen.length; s++) {
    offerRange(best, scores, from, seen[s]);
    from = seen[s] + 1;
  }
  offerRange(best, scores, from, scores.length);
  return Array.from(bestFirst(best));
}
// #endregion top-k

// #region recommend-from
/** The one `recommend` behind every model's own. */
export function recommendFrom(
  name: string,
  model: Recommender,
  fitted: Fitted | undefined,
  user: number,
  k: number,
  options?: ListOptions,
): number[] {
  const where = `${name}.recommend`;
  const { R, personal } = requireFit(where, fitted, user);
  checkInteger(where, 'k', k, 1);
  const marks = readBlocked(where, options, R.nCols);
  const seen = rowOf(R, user);
  if (personal && seen.length === 0) return [];
  return topK(model.scores(user), blockedFor(seen, marks), k);
}
// #endregion recommend-from

// #region random
/** Options of Random. */
export interface RandomOptions {
  readonly seed?: number;
}

/**
 * Unseen items in random order: the floor that every model must beat.
 *
 * A user's order depends on the seed and the user alone, not on who asked
 * before.
 */
export class Random implements Recommender {
  static readonly defaults = { seed: 0 } as const;
  readonly options: Settings<typeof Random.defaults>;
  private fitted: Fitted | undefined;

  constructor(options: RandomOptions = {}) {
    const { defaults } = Random;
    const rules = { seed: integer() };
    this.options = readOptions('Random', defaults, options, rules);
  }

  fit(train: Iterable<Interaction>, nUsers: number, nItems: number): this {
    const log = readLog('Random.fit', train, nUsers, nItems);
    this.fitted = { R: toMatrix(log), personal: false };
    return this;
  }

  scores(user: number): Float64Array {
    const { R } = requireFit('Random.scores', this.fitted, user);
    const draw = stream('Random', this.options.seed, user);
    return Float64Array.from({ length: R.nCols }, () => draw());
  }

  recommend(user: number, k = 10, more?: ListOptions): number[] {
    return recommendFrom('Random', this, this.fitted, user, k, more);
  }

  /** One part, the draw: there is no other reason. */
  explain(user: number, item: number): Explanation {
    requireItem('Random.explain', this.fitted, user, item);
    const score = this.scores(user)[item];
    return explained('draw', score, [[item, score]]);
  }
}
// #endregion random

// #region popularity
/**
 * The items with the most interactions, for everyone the same; repeated
 * interactions count each time.
 */
export class Popularity implements Recommender {
  static readonly defaults = {} as const;
  private fitted:
    (Fitted & { counts: Float64Array; events: Events }) | undefined;

  constructor(options: Readonly<Record<string, never>> = {}) {
    checkOptions('Popularity', options, []);
  }

  fit(train: Iterable<Interaction>, nUsers: number, nItems: number): this {
    const log = readLog('Popularity.fit', train, nUsers, nItems);
    const counts = new Float64Array(nItems);
    for (const i of log.items) counts[i] += 1;
    this.fitted = {
      R: toMatrix(log),
      personal: false,
      counts,
      events: eventsByItem(log),
    };
    return this;
  }

  /** The score of an item is its number of interactions. */
  scores(user: number): Float64Array {
    return requireFit(
      'Popularity.scores',
      this.fitted,
      user,
    ).counts.slice();
  }

  recommend(user: number, k = 10, more?: ListOptions): number[] {
    return recommendFrom('Popularity', this, this.fitted, user, k, more);
  }

  /** One part for each user who took the item: how often they did. */
  explain(user: number, item: number): Explanation {
    const where = 'Popularity.explain';
    const { counts, events } = requireItem(where, this.fitted, user, item);
    const takers = takersOf(events, item, () => 1);
    return explained('user', counts[item], takers);
  }
}
// #endregion popularity

// #region trending
/** Options of Trending. */
export interface TrendingOptions {
  /** In the unit of the log's times; may be Infinity. */
  readonly halfLife?: number;
}

/**
 * Popularity that forgets: each interaction counts with its decayed weight.
 *
 *     score i = Σ over interactions with i of 2^(-(now - t) / halfLife)
 *
 * `now` is the latest time in the log. The default half-life of 2,000 is
 * meant for the synthetic log, whose times count events; for times in
 * seconds it is half an hour.
 */
export class Trending implements Recommender {
  static readonly defaults = { halfLife: 2000 } as const;
  readonly options: Settings<typeof Trending.defaults>;
  private fitted:
    | (Fitted & { weights: Float64Array; events: Events; now: number })
    | undefined;

  constructor(options: TrendingOptions = {}) {
    const { defaults } = Trending;
    const rules = { halfLife: positive(Infinity) };
    this.options = readOptions('Trending', defaults, options, rules);
  }

  fit(train: Iterable<Interaction>, nUsers: number, nItems: number): this {
    const log = readLog('Trending.fit', train, nUsers, nItems);
    const weights = new Float64Array(nItems);
    // Subtle: oldest first, so that the sum does not depend on row order.
    for (const n of inTimeOrder(log)) {
      const age = log.now - log.times[n];
      weights[log.items[n]] += decayWeight(age, this.options.halfLife);
    }
    this.fitted = {
      R: toMatrix(log),
      personal: false,
      weights,
      events: eventsByItem(log),
      now: log.now,
    };
    return this;
  }

  /** The score of an item is the sum of its decayed weights. */
  scores(user: number): Float64Array {
    return requireFit('Trending.scores', this.fitted, user).weights.slice();
  }

  recommend(user: number, k = 10, more?: ListOptions): number[] {
    return recommendFrom('Trending', this, this.fitted, user, k, more);
  }

  /** One part for each user who took the item: what their events weigh. */
  explain(user: number, item: number): Explanation {
    const where = 'Trending.explain';
    const fitted = requireItem(where, this.fitted, user, item);
    const { weights, events, now } = fitted;
    const takers = takersOf(events, item, (time) =>
      decayWeight(now - time, this.options.halfLife),
    );
    return explained('user', weights[item], takers);
  }
}
// #endregion trending

// #region content-based-options
/** Options of ContentBased. */
export interface ContentBasedOptions {
  /** In the unit of the log's times; may be Infinity. */
  readonly halfLife?: number;
}
// #endregion content-based-options

// #region content-based
/**
 * Items like those the user has met: the cosine between an item's features
 * and the user's profile, from -1 to 1.
 */
export class ContentBased implements Recommender {
  static readonly defaults = { halfLife: 2000 } as const;
  readonly options: Settings<typeof ContentBased.defaults>;
  private fitted: (Fitted & { F: FlatMatrix; past: Past[] }) | undefined;

  constructor(options: ContentBasedOptions = {}) {
    const { defaults } = ContentBased;
    const rules = { halfLife: positive(Infinity) };
    this.options = readOptions('ContentBased', defaults, options, rules);
  }

  /** @param itemFeats content vectors [items x features] */
  fit(
    train: Iterable<Interaction>,
    itemFeats: Matrix,
    nUsers: number,
    nItems: number,
  ): this {
    const where = 'ContentBased.fit';
    const log = readLog(where, train, nUsers, nItems);
    const F = flatten(where, 'itemFeats', itemFeats, [nItems]);
    const past = pastOf(log);
    this.fitted = { R: toMatrix(log), personal: true, F, past };
    return this;
  }

  /** The profile [features] of a user, or null without history. */
  profile(user: number): Float64Array | null {
    const where = 'ContentBased.profile';
    const { F, past } = requireFit(where, this.fitted, user);
    if (past[user].items.length === 0) return null;
    return decayedMean(F, past[user], this.options.halfLife);
  }

  scores(user: number): Float64Array {
    const { F } = requireFit('ContentBased.scores', this.fitted, user);
    const profile = this.profile(user) ?? new Float64Array(F.width);
    return rowCosines(profile, F);
  }

  recommend(user: number, k = 10, more?: ListOptions): number[] {
    return recommendFrom('ContentBased', this, this.fitted, user, k, more);
  }

  /** The cosines with the mean of these items: nobody says when. */
  foldIn(items: Iterable<number>): Float64Array {
    return foldProfile('ContentBased.foldIn', this.fitted, items);
  }

  /** The cosines of the features. */
  similarity(item: number): Float64Array {
    return featureCosines('ContentBased.similarity', this.fitted, item);
  }

  /**
   * One part for each item that the user has had: what it adds to the
   * score. The cosine is linear in the profile, once that has its length.
   */
  explain(user: number, item: number): Explanation {
    const where = 'ContentBased.explain';
    const { F, past } = requireItem(where, this.fitted, user, item);
    const profile = this.profile(user) ?? new Float64Array(F.width);
    const y = rowOfFlat(F, item);
    const norms = Math.sqrt(dot(profile, profile)) * Math.sqrt(dot(y, y));
    const shares = sharesOf(past[user], this.options.halfLife);
    const parts = past[user].items.map((i, n) => {
      const share = norms > 0 ? shares[n] / norms : 0;
      return [i, share * dot(rowOfFlat(F, i), y)] as const;
    });
    return explained('item', cosine(profile, y), parts);
  }
}
// #endregion content-based

// #region item-similarity
/** Options of ItemItemCF. */
export interface ItemItemCFOptions {
  /** How many items each item keeps: its most similar ones. */
  readonly neighbours?: number;
  /** Added below the line: doubts what few users share. */
  readonly shrink?: number;
}

/**
 * Row i of S: which items share users with item i, and the cosine of the
 * two columns of R, shrunk.
 *
 *     S[i, j] = |users i ∩ users j| / (√(|users i| · |users j|) + shrink)
 *
 * Counted user by user: each user of i adds one to every item they have.
 * Of more than `neighbours` the most similar stay, of equal ones the lower.
 * @param common scratch [items], all 0 before and after
 * @param room scratch [items], of any content; the result lies in it
 */
export function similarityRow(
  R: SparseMatrix,
  Rt: SparseMatrix,
  i: number,
  common: Int32Array,
  { neighbours = Infinity, shrink = 0 }: ItemItemCFOptions = {},
  room = roomFor(R.nCols),
): SimilarItems {
  const { indptr, indices } = R;
  const { ids: met, values: alike } = room;
  let size = 0;
  common[i] = 1; // so that i does not meet itself
  for (const u of rowOf(Rt, i)) {
    const end = indptr[u + 1];
    for (let n = indptr[u]; n < end; n++) {
      const j = indices[n];
      if (common[j]++ === 0) met[size++] = j;
    }
  }
  common[i] = 0;
  const usersOf = (j: number) => Rt.indptr[j + 1] - Rt.indptr[j];
  for (let n = 0; n < size; n++) {
    const j = met[n];
    const norms = Math.sqrt(usersOf(i) * usersOf(j));
    alike[n] = common[j] / (norms + shrink);
    common[j] = 0;
  }
  if (size > neighbours) keepBest(room, size, neighbours);
  const kept = Math.min(size, neighbours);
  return { items: met.subarray(0, kept), cosines: alike.subarray(0, kept) };
}
// #endregion item-similarity

// #region item-item-cf
/**
 * "Who had this also had": items that share users with what the user has.
 *
 *     score j = Σ S[i, j]   over the items i that the user has
 *
 * S is the cosine between columns of R, with a zero diagonal; an item that
 * i does not keep counts 0. Memory O(pairs of items that share a user), or
 * O(items · neighbours), refused above 1 GiB; time O(Σ over users of
 * items²).
 * Deshpande and Karypis 2004, https://doi.org/10.1145/963770.963776
 */
export class ItemItemCF implements Recommender {
  static readonly defaults = { neighbours: Infinity, shrink: 0 } as const;
  readonly options: Settings<typeof ItemItemCF.defaults>;
  private fitted: (Fitted & { S: SimilarityTable }) | undefined;

  constructor(options: ItemItemCFOptions = {}) {
    const { defaults } = ItemItemCF;
    const rules = { neighbours: countOrAll, shrink: real(0) };
    this.options = readOptions('ItemItemCF', defaults, options, rules);
  }

  fit(train: Iterable<Interaction>, nUsers: number, nItems: number): this {
    const where = 'ItemItemCF.fit';
    const R = toMatrix(readLog(where, train, nUsers, nItems));
    const Rt = transpose(R);
    const { neighbours } = this.options;
    const pairs = pairsToKeep(R, Rt, neighbours);
    const [common, room] = [new Int32Array(nItems), roomFor(nItems)];
    const S = stackRows(where, nItems, pairs, (i) =>
      similarityRow(R, Rt, i, common, this.options, room),
    );
    this.fitted = { R, personal: true, S };
    return this;
  }

  /** Row `item` of S [items]: 0 with itself and what it does not keep. */
  similarity(item: number): Float64Array {
    const where = 'ItemItemCF.similarity';
    const { R, S } = requireItem(where, this.fitted, 0, item);
    const row = new Float64Array(R.nCols);
    const { items, cosines } = rowOfTable(S, item);
    items.forEach((j, n) => (row[j] = cosines[n]));
    return row;
  }

  /** The score of an item is its summed similarity to the user's items. */
  scores(user: number): Float64Array {
    const { R, S } = requireFit('ItemItemCF.scores', this.fitted, user);
    return addSimilar(S, rowOf(R, user));
  }

  foldIn(items: Iterable<number>): Float64Array {
    const where = 'ItemItemCF.foldIn';
    const { R, S } = requireFit(where, this.fitted, 0);
    return addSimilar(S, readItems(where, 'items', items, R.nCols));
  }

  recommend(user: number, k = 10, more?: ListOptions): number[] {
    return recommendFrom('ItemItemCF', this, this.fitted, user, k, more);
  }

  /** One part for each item that the user has had: how alike the two are. */
  explain(user: number, item: number): Explanation {
    const where = 'ItemItemCF.explain';
    const { R, S } = requireItem(where, this.fitted, user, item);
    const parts = Array.from(rowOf(R, user), (i) => {
      const { items, cosines } = rowOfTable(S, i);
      return [i, cosines[items.indexOf(item)] ?? 0] as const;
    });
    return explained('item', this.scores(user)[item], parts);
  }
}
// #endregion item-item-cf

// #region add-similar
/** The rows of S of these items, added up: a score for every item. */
function addSimilar(S: SimilarityTable, met: ArrayLike<number>) {
  const { starts, items, cosines } = S;
  const scores = new Float64Array(starts.length - 1);
  for (let m = 0; m < met.length; m++) {
    const i = met[m];
    for (let n = starts[i]; n < starts[i + 1]; n++) {
      scores[items[n]] += cosines[n];
    }
  }
  return scores;
}
// #endregion add-similar

// #region implicit-als-options
/** What ImplicitALS reports after each iteration. */
export interface ALSProgress {
  /** From 1. */
  readonly iteration: number;
  readonly total: number;
  /** The value of L after this iteration; it never rises. */
  readonly objective: number;
}

/** Options of ImplicitALS. */
export interface ImplicitALSOptions {
  readonly factors?: number;
  /** How strongly factors are pulled towards 0; for clicks try 10. */
  readonly reg?: number;
  /** The default is for views of television; for clicks try 1. */
  readonly alpha?: number;
  readonly iters?: number;
  readonly seed?: number;
  /** Warm start: shapes must fit `fit`'s sizes and `factors`. */
  readonly init?: Factors;
  /**
   * How each row is solved: exactly ('cholesky', the default) or nearly
   * ('cg').
   */
  readonly solver?: 'cholesky' | 'cg';
  /** How many steps 'cg' takes for each row; 3 by default. */
  readonly cgSteps?: number;
  /** With 'cg' only: 'single' computes in 32-bit floats. */
  readonly precision?: Precision;
  /** Called after every iteration; costs one evaluation of L. */
  readonly onProgress?: (progress: ALSProgress) => void;
}

const alsDefaults = {
  factors: 32,
  reg: 0.1,
  alpha: 40,
  iters: 15,
  seed: 0,
} as const;
// #endregion implicit-als-options

// #region implicit-als
/**
 * Matrix factorisation for implicit feedback, by alternating least squares.
 *
 *     L = Σ c (p - x·y)² + reg (‖X‖² + ‖Y‖²)   over ALL users and items
 *     p = R,  c = 1 + alpha R
 *
 * With Y fixed, L is a least-squares problem for each user alone, and with
 * X fixed for each item. Time per iteration O(events · f² + rows · f³).
 * Hu, Koren and Volinsky 2008, https://doi.org/10.1109/ICDM.2008.22;
 * solver 'cg': Takács et al. 2011, https://doi.org/10.1145/2043932.2043987
 */
export class ImplicitALS implements Recommender {
  static readonly defaults = alsDefaults;
  readonly options: Settings<typeof ImplicitALS.defaults>;
  protected readonly given: ImplicitALSOptions;
  protected fitted: FittedALS | undefined;

  constructor(options: ImplicitALSOptions = {}) {
    this.options = readALS(ImplicitALS.defaults, options);
    this.given = { ...options };
  }

  fit(train: Iterable<Interaction>, nUsers: number, nItems: number): this {
    const where = 'ImplicitALS.fit';
    const { iters: total } = this.options;
    const { init, onProgress, solver } = this.given;
    const settings = conjugateOf(this.options, this.given);
    const R = toMatrix(readLog(where, train, nUsers, nItems));
    const Rt = transpose(R);
    const [X, Y] = beginALS(init, settings, [nUsers, nItems]);
    const before = { ...Y, data: Y.data.slice() };
    const solve = solver === 'cg' ? rowsByCG : solveRows;
    for (let iteration = 1; iteration <= total; iteration++) {
      before.data.set(Y.data);
      solve(X, R, Y, settings);
      solve(Y, Rt, X, settings);
      if (!onProgress) continue;
      const L = alsObjective(X, R, Y, this.options);
      onProgress({ iteration, total, objective: L });
    }
    this.fitted = { ...fittedFactors(where, R, X, Y), before };
    return this;
  }

  get userFactors(): Matrix {
    return requireFit('ImplicitALS.userFactors', this.fitted, 0)
      .userFactors;
  }

  get itemFactors(): Matrix {
    return requireFit('ImplicitALS.itemFactors', this.fitted, 0)
      .itemFactors;
  }

  /** The score of an item is x·y, near 1 where an interaction is expected. */
  scores(user: number): Float64Array {
    return dots(requireFit('ImplicitALS.scores', this.fitted, user), user);
  }

  recommend(user: number, k = 10, more?: ListOptions): number[] {
    return recommendFrom('ImplicitALS', this, this.fitted, user, k, more);
  }

  recommendBatch(users: ArrayLike<number>, k = 10, more?: BatchOptions) {
    return recommendByFactors('ImplicitALS', this.fitted, users, k, more);
  }

  /** The row of `foldIn` for these items, and its x·y. */
  foldIn(items: Iterable<number>): Float64Array {
    const { Y } = requireFit('ImplicitALS.foldIn', this.fitted, 0);
    const { reg, alpha } = this.options;
    return rowScores(Y, foldIn(this.itemFactors, items, { reg, alpha }).x);
  }

  /** One part for each item that the user has had; with 'cg', each factor. */
  explain(user: number, item: number): Explanation {
    const { options, given, fitted } = this;
    return explainALS(fitted, user, item, { ...options, ...given });
  }
}
// #endregion implicit-als

// #region als-solve-rows
/**
 * One half-step: every row x of X, with Y fixed.
 *
 *     A x = b,   A = YᵀY + alpha Σ y yᵀ + reg I,   b = (1 + alpha) Σ y
 *
 * The sums run over the rows y of Y that row x has met. YᵀY stands for all
 * cells at once, so the empty ones need no visit.
 * @param X replaced [rows of R x factors]
 * @param Y [columns of R x factors]
 * @throws RangeError or TypeError for shapes that do not fit; Error if an
 *   A has no inverse that doubles can hold
 */
export function solveRows(
  X: FlatMatrix,
  R: SparseMatrix,
  Y: FlatMatrix,
  { reg, alpha }: { readonly reg: number; readonly alpha: number },
): void {
  checkSides('solveRows', X, R, Y, { reg, alpha });
  // In WebAssembly, if it is there: the same sums, to the same bit.
  if (fastSolveRows(X, R, Y, { reg, alpha })) return;
  const { stride } = Y;
  const YtY = sharedPart(Y, reg);
  const A = new Float64Array(stride * stride);
  const met = new Float64Array(longestRow(R) * stride);
  for (let r = 0; r < R.nRows; r++) {
    const x = X.data.subarray(r * stride, (r + 1) * stride).fill(0);
    if (R.indptr[r] === R.indptr[r + 1]) continue;
    normalEquations(A, x, YtY, Y, rowOf(R, r), alpha, met);
    if (!solveSymmetric(A, x)) {
      throw new Error(
        'ImplicitALS.fit: A has no inverse that doubles can hold; ' +
          `needed a larger reg, got ${reg}, or a smaller alpha, got ${alpha}`,
      );
    }
  }
}
// #endregion als-solve-rows

// #region als-normal-equations
/** YᵀY + reg I [stride x stride], lower triangle: the same for every row. */
function sharedPart(Y: FlatMatrix, reg: number): Float64Array {
  const { data, height, width, stride } = Y;
  const YtY = new Float64Array(stride * stride);
  addGram(YtY, data, height, stride, 1);
  for (let f = 0; f < stride; f++) {
    // The padding gets a 1, so that every A can be solved as it is.
    YtY[f * stride + f] += f < width ? reg : 1;
  }
  return YtY;
}

/**
 * Completes A, and adds b to x, for one row, which has met these items:
 *
 *     A = YtY + alpha Σ y yᵀ,   b = (1 + alpha) Σ y
 *
 * @param A out [stride x stride], lower triangle
 * @param x b is added to it [stride]
 * @param met scratch, a row [stride] for each item
 */
function normalEquations(
  A: Float64Array,
  x: Float64Array,
  YtY: Float64Array,
  { data: ys, stride }: FlatMatrix,
  items: ArrayLike<number>,
  alpha: number,
  met = new Float64Array(items.length * stride),
): void {
  for (let n = 0; n < items.length; n++) {
    const from = items[n] * stride;
    const to = n * stride;
    for (let f = 0; f < stride; f++) {
      const y = ys[from + f];
      met[to + f] = y;
      x[f] += (1 + alpha) * y;
    }
  }
  A.set(YtY);
  addGram(A, met, items.length, stride, alpha);
}
// #endregion als-normal-equations

// #region als-fold-in
/** The equations A x = b of one row, and their solution. */
export interface SolvedRow {
  /** [factors x factors] */
  readonly A: Matrix;
  /** [factors] */
  readonly b: Float64Array;
  /** [factors] */
  readonly x: Float64Array;
}

/**
 * The row x of someone who has these items, solved against fixed item
 * factors: a new user needs no new fit. Their score for item i is x·y_i.
 *
 *     A x = b,   A = YᵀY + alpha Σ y yᵀ + reg I,   b = (1 + alpha) Σ y
 *
 * @param itemFactors Y [items x factors]
 * @param items ids; one that comes twice counts once
 * @throws RangeError or TypeError for a bad argument; Error if A has no
 *   inverse that doubles can hold
 */
export function foldIn(
  itemFactors: Matrix,
  items: Iterable<number>,
  options: Pick<ImplicitALSOptions, 'reg' | 'alpha'> = {},
): SolvedRow {
  const where = 'foldIn';
  const Y = flatten(where, 'itemFactors', itemFactors);
  const { reg, alpha } = ImplicitALS.defaults;
  const rules = { reg: real(0), alpha: real(0) };
  const settings = readOptions(where, { reg, alpha }, options, rules);
  const met = readItems(where, 'items', items, Y.height);
  const A = { ...Y, data: sharedPart(Y, settings.reg), height: Y.width };
  const b = new Float64Array(Y.stride);
  normalEquations(A.data, b, A.data.slice(), Y, met, settings.alpha);
  const x = b.slice();
  if (!solveSymmetric(A.data.slice(), x)) {
    const needed = 'larger: A has no inverse';
    throw bad(RangeError, where, 'reg', needed, settings.reg);
  }
  mirror(A);
  const [head, solution] = [b, x].map((v) => v.slice(0, Y.width));
  return { A: toDense(A), b: head, x: solution };
}
// #endregion als-fold-in

// #region als-explain
/** What `fit` learnt, and the Y that the rows of X were solved against. */
interface FittedALS extends FittedFactors {
  readonly before: FlatMatrix;
}

/**
 * A score of ALS by past item. With x = A⁻¹ (1 + alpha) Σ y,
 *
 *     x·y_i = Σ (1 + alpha) z·y   over past items y,   A z = y_i
 *
 * Subtle: x was solved against the Y of the last half-step but one, so A
 * and the past items are taken from there; y_i is today's.
 * Hu, Koren and Volinsky 2008, section 5.
 */
function explainALS(
  fits: FittedALS | undefined,
  user: number,
  item: number,
  {
    reg,
    alpha,
    solver,
  }: { reg: number; alpha: number; solver?: 'cholesky' | 'cg' },
): Explanation {
  const where = 'ImplicitALS.explain';
  // Rows that are not exact have no such parts.
  if (solver === 'cg') return explainFactors(where, fits, user, item);
  const fitted = requireItem(where, fits, user, item);
  const { R, Y, before } = fitted;
  const past = rowOf(R, user);
  const score = dots(fitted, user)[item];
  if (past.length === 0) return explained('item', score, []);
  const { stride } = Y;
  const A = new Float64Array(stride * stride);
  const b = new Float64Array(stride);
  normalEquations(A, b, sharedPart(before, reg), before, past, alpha);
  const z = Y.data.slice(item * stride, (item + 1) * stride);
  solveSymmetric(A, z);
  const parts = Array.from(past, (i) => {
    const y = before.data.subarray(i * stride, (i + 1) * stride);
    return [i, (1 + alpha) * dot(z, y)] as const;
  });
  return explained('item', score, parts);
}
// #endregion als-explain

// #region bpr-options
/** What BPR reports after each epoch. */
export interface BPRProgress {
  /** From 1. */
  readonly epoch: number;
  readonly total: number;
  /**
   * Sampled AUC: the share of the epoch's triples whose liked item already
   * scored above the other one when the triple was drawn.
   */
  readonly auc: number;
}

/** Options of BPR. */
export interface BPROptions {
  readonly factors?: number;
  readonly lr?: number;
  readonly reg?: number;
  readonly epochs?: number;
  readonly seed?: number;
  /** How the other item of a pair is drawn; by default among the unseen. */
  readonly negatives?: Negatives;
  /** 'single' computes in 32-bit floats; 'double' is the default. */
  readonly precision?: Precision;
  /** Called after every epoch. */
  readonly onProgress?: (progress: BPRProgress) => void;
}

const bprDefaults = {
  factors: 32,
  lr: 0.05,
  reg: 0.01,
  epochs: 30,
  seed: 0,
} as const;

const bprRules = () => ({
  ...factorRules(),
  lr: positive(),
  epochs: steps(),
  negatives: negativesRule(),
  precision: precisionRule(),
  onProgress: callable,
});
// #endregion bpr-options

// #region bpr
/**
 * Bayesian personalized ranking: learns the order, not the numbers. A step
 * takes a user, an item i they have and a j they lack, and pushes i above j.
 *
 *     maximise Σ ln σ(x·(yi - yj)) - reg (‖x‖² + ‖yi‖² + ‖yj‖²) / 2
 *
 * by stochastic gradient ascent; an epoch visits every pair (u, i) once, in
 * O(interactions · f). Rendle et al. 2009, https://arxiv.org/abs/1205.2618
 */
export class BPR implements Recommender {
  static readonly defaults = bprDefaults;
  readonly options: Settings<typeof BPR.defaults>;
  private readonly given: BPROptions;
  private fitted: (FittedFactors & { skippedUsers: number }) | undefined;

  constructor(options: BPROptions = {}) {
    this.options = readOptions('BPR', BPR.defaults, options, bprRules());
    this.given = { ...options };
  }

  fit(train: Iterable<Interaction>, nUsers: number, nItems: number): this {
    const where = 'BPR.fit';
    const { epochs: total, seed } = this.options;
    const { negatives, precision = 'double' } = this.given;
    const settings = { ...this.options, precision };
    const R = toMatrix(readLog(where, train, nUsers, nItems));
    const [X, Y] = drawFactors(where, settings, [nUsers, nItems], 0.1);
    const draw = stream(where, seed);
    const sample = negativeSampler(R, negatives);
    const pairs = pairsToLearn(R);
    const sides = { X, Y, R };
    const fast = fastEpochs(sides, pairs, this.given);
    for (let epoch = 1; epoch <= total; epoch++) {
      shuffle(draw, pairs.order);
      const auc =
        fast(draw, settings) ??
        bprEpoch(sides, pairs, sample, draw, settings);
      this.given.onProgress?.({ epoch, total, auc });
    }
    clearColdRows(X, R);
    const { skippedUsers } = pairs;
    this.fitted = { ...fittedFactors(where, R, X, Y), skippedUsers };
    return this;
  }

  get userFactors(): Matrix {
    return requireFit('BPR.userFactors', this.fitted, 0).userFactors;
  }
  get itemFactors(): Matrix {
    return requireFit('BPR.itemFactors', this.fitted, 0).itemFactors;
  }

  /** How many users have every item, and so no triple to learn from. */
  get skippedUsers(): number {
    return requireFit('BPR.skippedUsers', this.fitted, 0).skippedUsers;
  }

  /** The score of an item is x·y; only differences have a meaning. */
  scores(user: number): Float64Array {
    return dots(requireFit('BPR.scores', this.fitted, user), user);
  }

  recommend(user: number, k = 10, more?: ListOptions): number[] {
    return recommendFrom('BPR', this, this.fitted, user, k, more);
  }
  recommendBatch(users: ArrayLike<number>, k = 10, more?: BatchOptions) {
    return recommendByFactors('BPR', this.fitted, users, k, more);
  }

  /** A row x learnt from these items as `fit` learns, with Y held still. */
  foldIn(items: Iterable<number>): Float64Array {
    const { Y } = requireFit('BPR.foldIn', this.fitted, 0);
    return rowScores(Y, foldByPairs(Y, items, this.options));
  }

  /** One part for each factor: the user's number times the item's. */
  explain(user: number, item: number): Explanation {
    return explainFactors('BPR.explain', this.fitted, user, item);
  }
}
// #endregion bpr

// #region bpr-step
/**
 * One step of BPR on the triple (u, i, j): u has i and lacks j.
 *
 *     w  = σ(-x·(yi - yj))               near 1 while the order is wrong
 *     x  ← (1 - lr reg) x  + lr w (yi - yj)
 *     yi ← (1 - lr reg) yi + lr w x
 *     yj ← (1 - lr reg) yj - lr w x      x is the one from before the step
 * @returns the margin x·(yi - yj) before the step
 * @throws RangeError or TypeError for a row that is not there
 */
export function bprStep(
  X: FlatMatrix,
  Y: FlatMatrix,
  u: number,
  i: number,
  j: number,
  settings: { readonly lr: number; readonly reg: number },
): number {
  checkTriple(X, Y, u, i, j, settings);
  const { lr, reg } = settings;
  const xs = X.data;
  const ys = Y.data;
  const a = u * X.stride;
  const b = i * Y.stride;
  const c = j * Y.stride;
  // Two sums, so that no addition has to wait for the one before it.
  let even = 0;
  let odd = 0;
  for (let f = 0; f < X.stride; f += 2) {
    even += xs[a + f] * (ys[b + f] - ys[c + f]);
    odd += xs[a + f + 1] * (ys[b + f + 1] - ys[c + f + 1]);
  }
  const margin = even + odd;
  const w = 1 / (1 + exp(margin));
  const keep = 1 - lr * reg;
  const push = lr * w;
  for (let f = 0; f < X.width; f++) {
    const x = xs[a + f];
    const yi = ys[b + f];
    const yj = ys[c + f];
    xs[a + f] = keep * x + push * (yi - yj);
    ys[b + f] = keep * yi + push * x;
    ys[c + f] = keep * yj - push * x;
  }
  return margin;
}
// #endregion bpr-step

// #region bpr-epoch
/** One step for every pair in the given order; returns the sampled AUC. */
function bprEpoch(
  { X, Y, R }: { X: FlatMatrix; Y: FlatMatrix; R: SparseMatrix },
  { users, order }: Pairs,
  sample: NegativeSampler,
  draw: Draw,
  settings: { readonly lr: number; reg: number; precision: Precision },
): number {
  const step = settings.precision === 'single' ? stepInSingle : bprStep;
  let ordered = 0;
  for (const n of order) {
    const u = users[n];
    const i = R.indices[n];
    const j = sample(draw, u, i);
    const margin = step(X, Y, u, i, j, settings);
    if (margin > 0) ordered += 1;
    else if (margin === 0) ordered += 0.5;
  }
  return ordered / Math.max(order.length, 1);
}
// #endregion bpr-epoch
