// #region overview
/**
 * Recommendation algorithms, from scratch, in one file.
 *
 * In book order:
 *   data      makeSynthetic, trainTestSplitLast
 *   metrics   recallAtK, precisionAtK, ndcgAtK, mapAtK
 *   models    Random, Popularity, Trending        (the same for everyone)
 *             ContentBased, ItemItemCF            (personal)
 *             ImplicitALS, BPR                    (learnt factors)
 *   toolbox   buildMatrix, userSeen, topK, random draws, exp, log, checks
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
import seedrandom from 'seedrandom';

/** One event: this user met this item at this time. */
export type Interaction = readonly [
  user: number,
  item: number,
  time: number,
];
// #endregion overview

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
   * The k best items that the user has not seen, best first.
   *
   * Ties go to the lower item id. The list has min(k, unseen) items; it is
   * empty when the model is personal and the user has no history. Asking
   * changes nothing.
   * @throws RangeError or TypeError for a bad user or k; Error before
   *   `fit`
   */
  recommend(user: number, k?: number): number[];

  /**
   * Why an item has its score, in parts that add up to it. Not every model
   * can say; those of this module can.
   * @throws RangeError or TypeError for a bad user or item; Error before
   *   `fit`
   */
  explain?(user: number, item: number): Explanation;
}
// #endregion recommender

// #region explanation
/** What one thing gave to a score. */
export interface Part {
  /** An item or user id, or the number of a factor; see `Explanation`. */
  readonly id: number;
  readonly value: number;
}

/** The score of an item for a user, taken apart. */
export interface Explanation {
  readonly score: number;
  /**
   * What the parts come from: the items of the user's own past, the users
   * who took the item, the factors, or nothing but a draw.
   */
  readonly by: 'item' | 'user' | 'factor' | 'draw';
  /**
   * They add up to the score, but for rounding. The largest first, by size
   * and not by sign, then by id; parts of 0 are left out.
   */
  readonly parts: readonly Part[];
}

/** Sorts the parts; what has the same id is one part. */
function explained(
  by: Explanation['by'],
  score: number,
  given: Iterable<readonly [id: number, value: number]>,
): Explanation {
  const values = new Map<number, number>();
  for (const [id, value] of given) {
    values.set(id, (values.get(id) ?? 0) + value);
  }
  const parts = Array.from(values, ([id, value]) => ({ id, value }))
    .filter(({ value }) => value !== 0)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value) || a.id - b.id);
  return { score, by, parts };
}
// #endregion explanation

// #region synthetic-options
/** The default size and shape of the synthetic log. */
export const syntheticDefaults = {
  nUsers: 300,
  nItems: 150,
  nGenres: 8,
  nInter: 18000,
  popWeight: 0.8,
  tastePow: 2.5,
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
   * The truth behind the log: P(i | user) for every item.
   * @returns fresh array [items] of sum 1
   * @throws RangeError or TypeError for a bad user
   */
  probabilities: (user: number) => Float64Array;
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
 * @param options popWeight: w, from 0 to 1; tastePow: 0 makes all tastes
 *   alike in the mean, larger makes them peakier
 * @throws RangeError or TypeError that names the argument
 */
export function makeSynthetic(
  options: SyntheticOptions = {},
): SyntheticData {
  const o = readOptions('makeSynthetic', syntheticDefaults, options);
  checkSynthetic(o);
  const { nUsers, nItems, nGenres, popWeight } = o;
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

  const pop = Float64Array.from({ length: nItems }, () =>
    drawPower(draw, 2),
  );
  const weight = itemWeights(pop, popWeight);
  const shelves = stackShelves(genre, weight, nGenres);
  const tastes = Array.from({ length: nUsers }, () =>
    drawTaste(draw, shelves, o.tastePow),
  );

  const interactions: Interaction[] = [];
  for (let t = 0; t < o.nInter; t++) {
    const u = drawInteger(draw, nUsers);
    interactions.push([u, drawItem(draw, tastes[u], shelves), t]);
  }

  const probabilities = (user: number): Float64Array => {
    checkInteger('probabilities', 'user', user, 0, nUsers - 1);
    return chances(tastes[user], genre, weight);
  };
  return { interactions, itemFeats, nUsers, nItems, probabilities };
}
// #endregion synthetic-data

// #region shelves
/** r^p of a uniform r in (0, 1]: most values small, a few near 1. */
function drawPower(draw: Draw, p: number): number {
  return exp(p * log(1 - draw()));
}

/**
 * What the users' tastes multiply: w · pop i + (1 - w) / nItems of every
 * item, where pop is divided by its sum.
 * @throws RangeError or TypeError for a popWeight w that is not from 0 to 1
 */
export function itemWeights(
  pop: Float64Array,
  popWeight: number,
): Float64Array {
  checkReal('itemWeights', 'popWeight', popWeight, 0, 1);
  const popSum = sum(pop);
  return pop.map(
    (p) => (popWeight * p) / popSum + (1 - popWeight) / pop.length,
  );
}

/** The items of one genre with the running sum of their weights. */
export interface Shelf {
  readonly items: number[];
  readonly upTo: number[];
}

/**
 * Puts each item on the shelf of its genre, in order of id.
 * @throws RangeError or TypeError for a genre that has no shelf
 */
export function stackShelves(
  genre: Int32Array,
  weight: Float64Array,
  nGenres: number,
): Shelf[] {
  const shelves = Array.from({ length: nGenres }, (): Shelf => {
    return { items: [], upTo: [] };
  });
  genre.forEach((g, i) => {
    checkInteger('stackShelves', `genre[${i}]`, g, 0, nGenres - 1);
    const { items, upTo } = shelves[g];
    items.push(i);
    upTo.push((upTo.at(-1) ?? 0) + weight[i]);
  });
  return shelves;
}

/** How many of the ascending values are at most x. */
function rankOf(x: number, ascending: ArrayLike<number>): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}
// #endregion shelves

// #region synthetic-draws
/** One user's taste for each genre. */
export interface Taste {
  readonly genres: Float64Array;
  /** The running sum of the mass of the shelves: taste times weight. */
  readonly upTo: Float64Array;
}

/**
 * A taste for each genre: one draw to the power p, the taste power.
 * @throws RangeError or TypeError for a p that is not from 0 to 20
 */
export function drawTaste(
  draw: Draw,
  shelves: readonly Shelf[],
  p: number,
): Taste {
  checkReal('drawTaste', 'p', p, 0, 20);
  const genres = Float64Array.from(shelves, () => drawPower(draw, p));
  let total = 0;
  const upTo = genres.map((taste, g) => {
    total += taste * (shelves[g].upTo.at(-1) ?? 0);
    return total;
  });
  return { genres, upTo };
}

/**
 * An item with P(i | u) ∝ taste[genre i] · weight i: first the shelf, in
 * proportion to its mass for this user, then a place along it.
 */
export function drawItem(
  draw: Draw,
  { genres, upTo }: Taste,
  shelves: readonly Shelf[],
): number {
  const r = draw() * upTo[upTo.length - 1];
  const g = rankOf(r, upTo);
  const rest = g > 0 ? r - upTo[g - 1] : r;
  const { items, upTo: weights } = shelves[g];
  // Subtle: rounding may carry the rest past the end of the shelf.
  const place = Math.min(
    rankOf(rest / genres[g], weights),
    items.length - 1,
  );
  return items[place];
}

/** P(i | u) of every item i: what `drawItem` draws from. */
export function chances(
  { genres, upTo }: Taste,
  genre: Int32Array,
  weight: Float64Array,
): Float64Array {
  const total = upTo[upTo.length - 1];
  return weight.map((w, i) => (genres[genre[i]] * w) / total);
}
// #endregion synthetic-draws

// #region split
/** Options of `trainTestSplitLast`. */
export interface SplitOptions {
  /** Which event of a user is the test: the last, or the last new item. */
  readonly holdOut?: 'last' | 'last-new';
}

/**
 * Leave-last-out: the test item of each user is what they took last, and
 * training sees only what they did before.
 *
 * `'last'` holds out the last event. It may repeat an item that the user
 * has had; then no list of unseen items can hold it. `'last-new'` holds out
 * the last event in which the user met an item for the first time, and
 * drops what they did after it: every test item can be found. Events of one
 * user at the same time are ordered by item id. A user of whom nothing
 * would be left to learn from keeps all events in train and has no test.
 * @returns train: rows grouped by user, in order of time; test: user -> item
 * @throws RangeError or TypeError for a bad row, nUsers or option
 */
export function trainTestSplitLast(
  interactions: Iterable<Interaction>,
  nUsers: number,
  options: SplitOptions = {},
): { train: Interaction[]; test: Map<number, number> } {
  const where = 'trainTestSplitLast';
  checkSize(where, 'nUsers', nUsers);
  const place = readHoldOut(where, options);
  const byUser = groupByUser(where, interactions, nUsers);

  const train: Interaction[] = [];
  const test = new Map<number, number>();
  for (const [user, rows] of byUser) {
    rows.sort((a, b) => a[2] - b[2] || a[1] - b[1]);
    const last = place(rows);
    for (const row of last > 0 ? rows.slice(0, last) : rows) {
      train.push(row);
    }
    if (last > 0) test.set(user, rows[last][1]);
  }
  return { train, test };
}
// #endregion split

// #region hold-out
/** Where in a user's ordered rows the held-out one stands. */
const lastOf = {
  last: (rows: readonly Interaction[]): number => rows.length - 1,

  'last-new': (rows: readonly Interaction[]): number => {
    const met = new Set<number>();
    let last = 0;
    rows.forEach(([, item], n) => {
      if (!met.has(item)) last = n;
      met.add(item);
    });
    return last;
  },
};

function readHoldOut(
  where: string,
  options: SplitOptions,
): (rows: readonly Interaction[]) => number {
  checkOptions(where, options, ['holdOut']);
  const { holdOut = 'last' } = options;
  const needed = "'last' or 'last-new'";
  if (typeof holdOut !== 'string') {
    throw bad(TypeError, where, 'holdOut', needed, holdOut);
  }
  if (Object.hasOwn(lastOf, holdOut)) return lastOf[holdOut];
  throw bad(RangeError, where, 'holdOut', needed, holdOut);
}

function groupByUser(
  where: string,
  interactions: Iterable<Interaction>,
  nUsers: number,
): Map<number, Interaction[]> {
  const byUser = new Map<number, Interaction[]>();
  readRows(
    where,
    'interactions',
    interactions,
    nUsers,
    MAX_ID,
    (...row) => {
      const rows = byUser.get(row[0]);
      if (rows) rows.push(row);
      else byUser.set(row[0], [row]);
    },
  );
  return byUser;
}
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

/** Where the item stands among the user's first k, from 1; 0: nowhere. */
function rankIn(
  where: string,
  recs: Lists,
  user: number,
  item: number,
  k: number,
): number {
  const list: unknown = recs.get(user);
  if (list === undefined) return 0;
  const name = `recs of user ${user}`;
  if (!Array.isArray(list)) {
    throw bad(TypeError, where, name, 'an array', list);
  }
  const ids: readonly number[] = list;
  let rank = 0;
  for (let n = 0; n < ids.length && n < k; n++) {
    if (!isIndex(ids[n], MAX_INTEGER)) {
      checkInteger(where, `${name}[${n}]`, ids[n], 0);
    }
    if (rank === 0 && ids[n] === item) rank = n + 1;
  }
  return rank;
}
// #endregion mean-gain

// #region build-matrix
/**
 * A binary matrix that stores only its ones (compressed sparse rows).
 *
 * The columns of row r are indices[indptr[r]] to indices[indptr[r + 1] - 1],
 * ascending.
 */
export interface SparseMatrix {
  readonly nRows: number;
  readonly nCols: number;
  /** [nRows + 1] */
  readonly indptr: Int32Array;
  /** [number of ones] */
  readonly indices: Int32Array;
}

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

function toMatrix({ users, items, nUsers, nItems }: Log): SparseMatrix {
  // Sorting by item and then, stably, by user leaves each row ascending.
  const byItem = bucket(items, users, nItems, nUsers);
  return dropRepeats(transpose(byItem));
}

/** Rᵀ, its rows ascending too. */
export function transpose(R: SparseMatrix): SparseMatrix {
  const rows = new Int32Array(R.indices.length);
  for (let r = 0; r < R.nRows; r++) {
    rows.fill(r, R.indptr[r], R.indptr[r + 1]);
  }
  return bucket(R.indices, rows, R.nCols, R.nRows);
}

/**
 * The columns of row r: a view, not a copy.
 * @throws RangeError or TypeError for a row that is not there
 */
export function rowOf(R: SparseMatrix, r: number): Int32Array {
  if (!isIndex(r, R.nRows)) checkInteger('rowOf', 'r', r, 0, R.nRows - 1);
  return R.indices.subarray(R.indptr[r], R.indptr[r + 1]);
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

// #region sparse-helpers
/** Stable counting sort: row r of the result holds the values of key r. */
function bucket(
  keys: Int32Array | readonly number[],
  values: Int32Array | readonly number[],
  nRows: number,
  nCols: number,
): SparseMatrix {
  const indptr = new Int32Array(nRows + 1);
  for (const key of keys) indptr[key + 1]++;
  for (let r = 0; r < nRows; r++) indptr[r + 1] += indptr[r];

  const next = indptr.slice();
  const indices = new Int32Array(keys.length);
  for (let n = 0; n < keys.length; n++) {
    indices[next[keys[n]]++] = values[n];
  }
  return { nRows, nCols, indptr, indices };
}

/** The same matrix with each column at most once in its ascending row. */
function dropRepeats(R: SparseMatrix): SparseMatrix {
  const indptr = new Int32Array(R.nRows + 1);
  const indices = new Int32Array(R.indices.length);
  let kept = 0;
  for (let r = 0; r < R.nRows; r++) {
    for (let n = R.indptr[r]; n < R.indptr[r + 1]; n++) {
      const repeated =
        kept > indptr[r] && indices[kept - 1] === R.indices[n];
      if (!repeated) indices[kept++] = R.indices[n];
    }
    indptr[r + 1] = kept;
  }
  return { ...R, indptr, indices: indices.slice(0, kept) };
}
// #endregion sparse-helpers

// #region top-k
/**
 * The k items with the highest scores that are not in `seen`, best first;
 * equal scores by the lower item id.
 * @param seen ascending item ids
 * @returns min(k, number of unseen items) ids
 * @throws RangeError or TypeError for a bad k, or scores or seen of a wrong
 *   type
 */
export function topK(
  scores: Float64Array,
  seen: ArrayLike<number>,
  k: number,
): number[] {
  checkTopK(scores, seen, k);
  // A long list: sort everything. A short one: keep the best k so far, in
  // order; most items fail one comparison with the last of them.
  const short = k <= 64;
  const best: number[] = [];
  let s = 0;
  for (let i = 0; i < scores.length; i++) {
    if (s < seen.length && seen[s] === i) s++;
    else if (!short) best.push(i);
    else if (best.length < k || scores[i] > scores[best[k - 1]]) {
      let place = Math.min(best.length, k - 1);
      // Strictly greater: among equals the lower id, met first, stays ahead.
      while (place > 0 && scores[i] > scores[best[place - 1]]) {
        best[place] = best[place - 1];
        place--;
      }
      best[place] = i;
    }
  }
  if (short) return best;
  return best.sort((a, b) => scores[b] - scores[a] || a - b).slice(0, k);
}
// #endregion top-k

// #region fitted
/** What every model keeps of its training log. */
interface Fitted {
  /** The binary matrix: who has seen what. */
  readonly R: SparseMatrix;
  /** Needs a history: says nothing to a user without one. */
  readonly personal: boolean;
}

function requireFit<T extends Fitted>(
  where: string,
  fitted: T | undefined,
  user: number,
): T {
  if (!fitted) throw new Error(`${where}: call fit first`);
  checkInteger(where, 'user', user, 0, fitted.R.nRows - 1);
  return fitted;
}

/** The checks before an explanation. */
function requireItem<T extends Fitted>(
  where: string,
  fitted: T | undefined,
  user: number,
  item: number,
): T {
  const checked = requireFit(where, fitted, user);
  checkInteger(where, 'item', item, 0, checked.R.nCols - 1);
  return checked;
}

/** The one `recommend` behind every model's own. */
function recommendFrom(
  name: string,
  model: Recommender,
  fitted: Fitted | undefined,
  user: number,
  k: number,
): number[] {
  const where = `${name}.recommend`;
  const { R, personal } = requireFit(where, fitted, user);
  checkInteger(where, 'k', k, 1);
  const seen = rowOf(R, user);
  if (personal && seen.length === 0) return [];
  return topK(model.scores(user), seen, k);
}
// #endregion fitted

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
    this.options = readOptions('Random', Random.defaults, options);
    checkInteger('Random', 'seed', this.options.seed);
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

  recommend(user: number, k = 10): number[] {
    return recommendFrom('Random', this, this.fitted, user, k);
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
    (Fitted & { counts: Float64Array; events: Log }) | undefined;

  fit(train: Iterable<Interaction>, nUsers: number, nItems: number): this {
    const log = readLog('Popularity.fit', train, nUsers, nItems);
    const counts = new Float64Array(nItems);
    for (const i of log.items) counts[i] += 1;
    this.fitted = {
      R: toMatrix(log),
      personal: false,
      counts,
      events: log,
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

  recommend(user: number, k = 10): number[] {
    return recommendFrom('Popularity', this, this.fitted, user, k);
  }

  /** By user who took the item: how often they did. */
  explain(user: number, item: number): Explanation {
    const where = 'Popularity.explain';
    const { counts, events } = requireItem(where, this.fitted, user, item);
    const takers = eventsOf(events, item).map(
      (n) => [events.users[n], 1] as const,
    );
    return explained('user', counts[item], takers);
  }
}
// #endregion popularity

// #region decay-weight
/**
 * The weight of an event of this age: 1 when new, 1/2 after one half-life,
 * 1/4 after two. An infinite half-life never forgets.
 *
 *     weight = 2^(-age / halfLife)
 *
 * @param age in the unit of the log's times, from 0
 * @throws RangeError or TypeError for a bad age or half-life
 */
export function decayWeight(age: number, halfLife: number): number {
  checkReal('decayWeight', 'age', age, 0);
  checkPositive('decayWeight', 'halfLife', halfLife, Infinity);
  return exp((-Math.LN2 * age) / halfLife);
}
// #endregion decay-weight

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
    (Fitted & { weights: Float64Array; events: Log }) | undefined;

  constructor(options: TrendingOptions = {}) {
    this.options = readOptions('Trending', Trending.defaults, options);
    checkPositive('Trending', 'halfLife', this.options.halfLife, Infinity);
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
      events: log,
    };
    return this;
  }

  /** The score of an item is the sum of its decayed weights. */
  scores(user: number): Float64Array {
    return requireFit('Trending.scores', this.fitted, user).weights.slice();
  }

  recommend(user: number, k = 10): number[] {
    return recommendFrom('Trending', this, this.fitted, user, k);
  }

  /** By user who took the item: the decayed weight of when they did. */
  explain(user: number, item: number): Explanation {
    const where = 'Trending.explain';
    const { weights, events } = requireItem(where, this.fitted, user, item);
    const takers = eventsOf(events, item).map((n) => {
      const age = events.now - events.times[n];
      return [
        events.users[n],
        decayWeight(age, this.options.halfLife),
      ] as const;
    });
    return explained('user', weights[item], takers);
  }
}
// #endregion trending

// #region content-based
/** Options of ContentBased. */
export interface ContentBasedOptions {
  /** In the unit of the log's times; may be Infinity. */
  readonly halfLife?: number;
}

/**
 * Items like those the user has met: the cosine between an item's features
 * and the user's profile, from -1 to 1.
 */
export class ContentBased implements Recommender {
  static readonly defaults = { halfLife: 2000 } as const;
  readonly options: Settings<typeof ContentBased.defaults>;
  private fitted: (Fitted & { F: FlatMatrix; past: Past[] }) | undefined;

  constructor(options: ContentBasedOptions = {}) {
    const where = 'ContentBased';
    this.options = readOptions(where, ContentBased.defaults, options);
    checkPositive(where, 'halfLife', this.options.halfLife, Infinity);
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
    const F = flatten(where, 'itemFeats', itemFeats, [nItems, undefined]);
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
    return Float64Array.from({ length: F.height }, (_, i) =>
      cosine(profile, rowOfFlat(F, i)),
    );
  }

  recommend(user: number, k = 10): number[] {
    return recommendFrom('ContentBased', this, this.fitted, user, k);
  }

  /**
   * By past item: its share of the profile, projected on the item. The
   * cosine is linear in the profile, once that has its length.
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

// #region decayed-mean
/** A user's interactions, oldest first. */
interface Past {
  readonly items: number[];
  readonly times: number[];
}

/**
 * The profile of a user: the decayed mean of the features of past items.
 *
 *     profile = Σ w f / Σ w,   w = 2^(-age / halfLife)
 *
 * Subtle: age is counted from the user's own latest event. The profile is a
 * ratio, so this equals counting from the end of the log, and no pause of
 * the user, however long, turns it into 0/0.
 */
function decayedMean(F: FlatMatrix, past: Past, halfLife: number) {
  const { items, times } = past;
  const profile = new Float64Array(F.width);
  let total = 0;
  for (let n = 0; n < items.length; n++) {
    const w = decayWeight(times[times.length - 1] - times[n], halfLife);
    const feats = rowOfFlat(F, items[n]);
    for (let f = 0; f < F.width; f++) profile[f] += w * feats[f];
    total += w;
  }
  return profile.map((p) => p / total);
}

/** What each interaction weighs in the profile: w / Σ w. */
function sharesOf({ times }: Past, halfLife: number): number[] {
  const latest = times[times.length - 1];
  const weights = times.map((t) => decayWeight(latest - t, halfLife));
  const total = sum(weights);
  return weights.map((w) => w / total);
}

/** Each user's interactions, also for users who have none. */
function pastOf(log: Log): Past[] {
  const past = Array.from({ length: log.nUsers }, (): Past => {
    return { items: [], times: [] };
  });
  for (const n of inTimeOrder(log)) {
    past[log.users[n]].items.push(log.items[n]);
    past[log.users[n]].times.push(log.times[n]);
  }
  return past;
}
// #endregion decayed-mean

// #region item-similarity
/** Row i of the similarity matrix S: only the items with S[i, j] > 0. */
interface SimilarItems {
  readonly items: Int32Array;
  readonly cosines: Float64Array;
}

/**
 * Row i of S: which items share users with item i, and the cosine of the
 * two columns of R.
 *
 *     S[i, j] = |users i ∩ users j| / √(|users i| · |users j|)
 *
 * Counted user by user: each user of i adds one to every item they have.
 * @param common scratch [items], all 0 before and after
 */
export function similarItems(
  R: SparseMatrix,
  Rt: SparseMatrix,
  i: number,
  common: Int32Array,
): SimilarItems {
  const met: number[] = [];
  for (const u of rowOf(Rt, i)) {
    for (let n = R.indptr[u]; n < R.indptr[u + 1]; n++) {
      const j = R.indices[n];
      if (common[j]++ === 0 && j !== i) met.push(j);
    }
  }
  const usersOf = (j: number) => Rt.indptr[j + 1] - Rt.indptr[j];
  const cosines = Float64Array.from(met, (j) => {
    return common[j] / Math.sqrt(usersOf(i) * usersOf(j));
  });
  for (const j of met) common[j] = 0;
  common[i] = 0;
  return { items: Int32Array.from(met), cosines };
}
// #endregion item-similarity

// #region item-item-cf
/**
 * "Who had this also had": items that share users with what the user has.
 *
 *     score j = Σ S[i, j]   over the items i that the user has
 *
 * S is the cosine between columns of R, with a zero diagonal. Memory
 * O(pairs of items that share a user), time O(Σ over users of items²).
 * Sarwar et al. 2001, https://doi.org/10.1145/371920.372071
 */
export class ItemItemCF implements Recommender {
  static readonly defaults = {} as const;
  private fitted: (Fitted & { S: SimilarItems[] }) | undefined;

  fit(train: Iterable<Interaction>, nUsers: number, nItems: number): this {
    const log = readLog('ItemItemCF.fit', train, nUsers, nItems);
    const R = toMatrix(log);
    const Rt = transpose(R);
    const common = new Int32Array(nItems);
    const S = Array.from({ length: nItems }, (_, i) =>
      similarItems(R, Rt, i, common),
    );
    this.fitted = { R, personal: true, S };
    return this;
  }

  /** Row `item` of S [items]: its cosine with every item, 0 with itself. */
  similarity(item: number): Float64Array {
    const where = 'ItemItemCF.similarity';
    const { R, S } = requireFit(where, this.fitted, 0);
    checkInteger(where, 'item', item, 0, R.nCols - 1);
    const row = new Float64Array(R.nCols);
    S[item].items.forEach((j, n) => (row[j] = S[item].cosines[n]));
    return row;
  }

  /** The score of an item is its summed similarity to the user's items. */
  scores(user: number): Float64Array {
    const { R, S } = requireFit('ItemItemCF.scores', this.fitted, user);
    const scores = new Float64Array(R.nCols);
    for (const i of rowOf(R, user)) {
      const { items, cosines } = S[i];
      for (let n = 0; n < items.length; n++) scores[items[n]] += cosines[n];
    }
    return scores;
  }

  recommend(user: number, k = 10): number[] {
    return recommendFrom('ItemItemCF', this, this.fitted, user, k);
  }

  /** By past item: its similarity to the item. "Because you had ..." */
  explain(user: number, item: number): Explanation {
    const where = 'ItemItemCF.explain';
    const { R } = requireItem(where, this.fitted, user, item);
    const row = this.similarity(item);
    const parts = Array.from(rowOf(R, user), (i) => [i, row[i]] as const);
    return explained('item', this.scores(user)[item], parts);
  }
}
// #endregion item-item-cf

// #region implicit-als-options
/** A factor model: what `fit` learnt. */
export interface Factors {
  /** [users x factors] */
  readonly userFactors: Matrix;
  /** [items x factors] */
  readonly itemFactors: Matrix;
}

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
  readonly reg?: number;
  readonly alpha?: number;
  readonly iters?: number;
  readonly seed?: number;
  /** Warm start: shapes must fit `fit`'s sizes and `factors`. */
  readonly init?: Factors;
  /** Called after every iteration; costs one evaluation of L. */
  readonly onProgress?: (progress: ALSProgress) => void;
}
// #endregion implicit-als-options

// #region implicit-als
/**
 * Matrix factorisation for implicit feedback, by alternating least squares.
 *
 *     L = Σ c (p - x·y)² + reg (‖X‖² + ‖Y‖²)   over ALL users and items
 *     p = R,  c = 1 + alpha R
 *
 * With Y fixed, L is a least-squares problem for each user alone, and with
 * X fixed for each item. Time per iteration O(events · f² + rows · f³). The
 * default alpha suits minutes of television; for clicks try 1, with reg 10.
 * Hu, Koren and Volinsky 2008, https://doi.org/10.1109/ICDM.2008.22
 */
export class ImplicitALS implements Recommender {
  static readonly defaults = {
    factors: 32,
    reg: 0.1,
    alpha: 40,
    iters: 15,
    seed: 0,
  } as const;
  readonly options: Settings<typeof ImplicitALS.defaults>;
  private readonly given: Pick<ImplicitALSOptions, 'init' | 'onProgress'>;
  private fitted: FittedALS | undefined;

  constructor(options: ImplicitALSOptions = {}) {
    const where = 'ImplicitALS';
    const more = ['init', 'onProgress'];
    this.options = readOptions(where, ImplicitALS.defaults, options, more);
    this.given = { ...options };
    checkFactorOptions(where, this.options, this.given.onProgress);
    checkReal(where, 'alpha', this.options.alpha, 0);
    checkInteger(where, 'iters', this.options.iters, 1, MAX_STEPS);
    checkInit(where, this.given.init);
  }

  fit(train: Iterable<Interaction>, nUsers: number, nItems: number): this {
    const where = 'ImplicitALS.fit';
    const { iters: total, factors } = this.options;
    const { init, onProgress } = this.given;
    const R = toMatrix(readLog(where, train, nUsers, nItems));
    const Rt = transpose(R);
    const [X, Y] = init
      ? readFactors(where, init, [nUsers, nItems], factors)
      : drawFactors(where, this.options, [nUsers, nItems], 0.01);
    const before = { ...Y, data: Y.data.slice() };
    for (let iteration = 1; iteration <= total; iteration++) {
      before.data.set(Y.data);
      solveRows(X, R, Y, this.options);
      solveRows(Y, Rt, X, this.options);
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

  recommend(user: number, k = 10): number[] {
    return recommendFrom('ImplicitALS', this, this.fitted, user, k);
  }

  /** By past item: what it put into x, times y. */
  explain(user: number, item: number): Explanation {
    return explainSolved(this.fitted, user, item, this.options);
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
  checkSides('solveRows', X, R, Y);
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

function longestRow(R: SparseMatrix): number {
  let longest = 0;
  for (let r = 0; r < R.nRows; r++) {
    longest = Math.max(longest, R.indptr[r + 1] - R.indptr[r]);
  }
  return longest;
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
  const Y = flatten(where, 'itemFactors', itemFactors, [
    undefined,
    undefined,
  ]);
  const { reg, alpha } = ImplicitALS.defaults;
  const settings = readOptions(where, { reg, alpha }, options);
  checkReal(where, 'reg', settings.reg, 0);
  checkReal(where, 'alpha', settings.alpha, 0);
  const met = readItems(where, 'items', items, Y.height);
  const A = { ...Y, data: sharedPart(Y, settings.reg), height: Y.width };
  const b = new Float64Array(Y.stride);
  normalEquations(A.data, b, A.data.slice(), Y, met, settings.alpha);
  const x = b.slice();
  if (!solveSymmetric(A.data.slice(), x)) {
    throw bad(
      RangeError,
      where,
      'reg',
      'larger: A has no inverse',
      settings.reg,
    );
  }
  for (let f = 0; f < Y.width; f++) {
    for (let g = 0; g < f; g++) {
      A.data[g * Y.stride + f] = A.data[f * Y.stride + g];
    }
  }
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
function explainSolved(
  fits: FittedALS | undefined,
  user: number,
  item: number,
  { reg, alpha }: { readonly reg: number; readonly alpha: number },
): Explanation {
  const fitted = requireItem('ImplicitALS.explain', fits, user, item);
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

// #region gram
/**
 * Adds w MᵀM to the lower triangle of G [stride x stride]. M is `height`
 * rows of `stride` numbers; stride is a multiple of 4.
 *
 * Tiles of 2 x 4 sums stay in registers while 64 rows pass: three times as
 * fast as one product at a time. Some tiles reach above the diagonal, where
 * nobody looks.
 */
// prettier-ignore
function addGram(
  G: Float64Array,
  M: Float64Array,
  height: number,
  stride: number,
  w: number,
): void {
  for (let start = 0; start < height; start += 64) {
    const end = Math.min(start + 64, height) * stride;
    for (let a = 0; a < stride; a += 2) {
      for (let b = 0; b <= a; b += 4) {
        let s00 = 0, s01 = 0, s02 = 0, s03 = 0;
        let s10 = 0, s11 = 0, s12 = 0, s13 = 0;
        for (let m = start * stride; m < end; m += stride) {
          const p = M[m + a], q = M[m + a + 1];
          const y0 = M[m + b], y1 = M[m + b + 1];
          const y2 = M[m + b + 2], y3 = M[m + b + 3];
          s00 += p * y0; s01 += p * y1; s02 += p * y2; s03 += p * y3;
          s10 += q * y0; s11 += q * y1; s12 += q * y2; s13 += q * y3;
        }
        const g = a * stride + b, h = g + stride;
        G[g] += w * s00; G[g + 1] += w * s01;
        G[g + 2] += w * s02; G[g + 3] += w * s03;
        G[h] += w * s10; G[h + 1] += w * s11;
        G[h + 2] += w * s12; G[h + 3] += w * s13;
      }
    }
  }
}
// #endregion gram

// #region solve-symmetric
/**
 * Solves A x = b in place (b comes in x, L replaces A) by Cholesky,
 * A = L Lᵀ. A [f x f] is symmetric and positive definite, f even; only its
 * lower triangle is read.
 *
 *     L[i, j] = (A[i, j] - Σ L[i, f] L[j, f]) / L[j, j]   for f < j < i
 *
 * Two rows and two columns at a time, so that each number that is loaded
 * serves twice.
 * @returns false if A is not positive definite in this arithmetic
 */
// prettier-ignore
function solveSymmetric(A: Float64Array, x: Float64Array): boolean {
  const size = x.length;
  const tiny = size * Number.EPSILON;
  for (let i = 0; i < size; i += 2) {
    const p = i * size, q = p + size; // rows i and i + 1
    for (let j = 0; j <= i; j += 2) {
      const c = j * size, d = c + size; // rows j and j + 1
      let s00 = A[p + j], s01 = A[p + j + 1];
      let s10 = A[q + j], s11 = A[q + j + 1];
      for (let f = 0; f < j; f++) {
        const l0 = A[p + f], l1 = A[q + f], m0 = A[c + f], m1 = A[d + f];
        s00 -= l0 * m0; s01 -= l0 * m1;
        s10 -= l1 * m0; s11 -= l1 * m1;
      }
      if (j < i) {
        A[p + j] = s00 / A[c + j];
        A[q + j] = s10 / A[c + j];
        A[p + j + 1] = (s01 - A[p + j] * A[d + j]) / A[d + j + 1];
        A[q + j + 1] = (s11 - A[q + j] * A[d + j]) / A[d + j + 1];
      } else {
        // What is left of a diagonal must stand above its rounding error.
        if (!(s00 > tiny * A[p + i])) return false;
        A[p + i] = Math.sqrt(s00);
        A[q + i] = s10 / A[p + i];
        const s = s11 - A[q + i] * A[q + i];
        if (!(s > tiny * A[q + i + 1])) return false;
        A[q + i + 1] = Math.sqrt(s);
      }
    }
  }
  substitute(A, x);
  return true;
}

/** L z = b, then Lᵀ x = z, all in x. */
function substitute(L: Float64Array, x: Float64Array): void {
  const size = x.length;
  for (let i = 0; i < size; i++) {
    let s = x[i];
    for (let f = 0; f < i; f++) s -= L[i * size + f] * x[f];
    x[i] = s / L[i * size + i];
  }
  for (let i = size - 1; i >= 0; i--) {
    x[i] /= L[i * size + i];
    for (let f = 0; f < i; f++) x[f] -= L[i * size + f] * x[i];
  }
}
// #endregion solve-symmetric

// #region als-objective
/**
 * L of ImplicitALS, without a visit to the empty cells. They would sum to
 * Σ (x·y)² = Σ (XᵀX) ∘ (YᵀY) if all were empty; the others are corrected.
 * @throws RangeError or TypeError for shapes that do not fit
 */
export function alsObjective(
  X: FlatMatrix,
  R: SparseMatrix,
  Y: FlatMatrix,
  { reg, alpha }: { readonly reg: number; readonly alpha: number },
): number {
  checkSides('alsObjective', X, R, Y);
  const { stride } = Y;
  const XtX = new Float64Array(stride * stride);
  const YtY = new Float64Array(stride * stride);
  addGram(XtX, X.data, X.height, stride, 1);
  addGram(YtY, Y.data, Y.height, stride, 1);
  let L = 0;
  for (let f = 0; f < stride; f++) {
    for (let g = 0; g <= f; g++) {
      const n = f * stride + g;
      L += (g < f ? 2 : 1) * XtX[n] * YtY[n];
    }
    L += reg * (XtX[f * stride + f] + YtY[f * stride + f]);
  }
  for (let u = 0; u < R.nRows; u++) {
    const x = rowOfFlat(X, u);
    for (const i of rowOf(R, u)) {
      const s = dot(x, rowOfFlat(Y, i));
      L += (1 + alpha) * (1 - s) * (1 - s) - s * s;
    }
  }
  return L;
}
// #endregion als-objective

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
  /** What i is set against: an unseen item, unless told. */
  readonly negatives?: Negatives;
  /** Called after every epoch. */
  readonly onProgress?: (progress: BPRProgress) => void;
}
// #endregion bpr-options

// #region bpr
/**
 * Bayesian Personalised Ranking: learns the order, not the numbers. A step
 * takes a user, an item i they have and a j they lack, and pushes i above j.
 *
 *     maximise Σ ln σ(x·(yi - yj)) - reg (‖x‖² + ‖yi‖² + ‖yj‖²) / 2
 *
 * by stochastic gradient ascent; an epoch visits every pair (u, i) once.
 * Time O(epochs · interactions · f).
 * Rendle et al. 2009, https://arxiv.org/abs/1205.2618
 */
export class BPR implements Recommender {
  static readonly defaults = {
    factors: 32,
    lr: 0.05,
    reg: 0.01,
    epochs: 30,
    seed: 0,
  } as const;
  readonly options: Settings<typeof BPR.defaults>;
  private readonly negatives: Negatives;
  private readonly onProgress: ((p: BPRProgress) => void) | undefined;
  private fitted: (FittedFactors & { skippedUsers: number }) | undefined;

  constructor(options: BPROptions = {}) {
    const others = ['negatives', 'onProgress'];
    this.options = readOptions('BPR', BPR.defaults, options, others);
    this.negatives = readNegatives('BPR', options.negatives);
    this.onProgress = options.onProgress;
    checkFactorOptions('BPR', this.options, this.onProgress);
    checkPositive('BPR', 'lr', this.options.lr);
    checkInteger('BPR', 'epochs', this.options.epochs, 1, MAX_STEPS);
  }

  fit(train: Iterable<Interaction>, nUsers: number, nItems: number): this {
    const where = 'BPR.fit';
    const { epochs: total, seed } = this.options;
    const R = toMatrix(readLog(where, train, nUsers, nItems));
    const [X, Y] = drawFactors(where, this.options, [nUsers, nItems], 0.1);
    const draw = stream(where, seed);
    const sample = negativeSampler(R, this.negatives);
    const pairs = pairsToLearn(R);
    for (let epoch = 1; epoch <= total; epoch++) {
      shuffle(draw, pairs.order);
      const auc = bprEpoch({ X, Y, R }, pairs, sample, draw, this.options);
      this.onProgress?.({ epoch, total, auc });
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

  recommend(user: number, k = 10): number[] {
    return recommendFrom('BPR', this, this.fitted, user, k);
  }

  /** By factor: x and y of it multiplied. */
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
  { lr, reg }: { readonly lr: number; readonly reg: number },
): number {
  checkTriple(X, Y, u, i, j);
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

// #region sample-negative
/**
 * An item that the user of row u does not have, all equally likely, in one
 * draw: the n-th unseen item for a random n. It ends for every row with an
 * unseen item; drawing until one fits would not end without.
 * @throws RangeError for a row that is not there or has every item
 */
export function sampleNegative(
  draw: Draw,
  R: SparseMatrix,
  u: number,
): number {
  const start = R.indptr[u];
  let left = R.indptr[u + 1] - start;
  if (!(left < R.nCols)) {
    throw bad(RangeError, 'sampleNegative', 'u', 'a row with a 0', u);
  }
  const n = drawInteger(draw, R.nCols - left);
  // Below the seen item at place p lie (its id - p) unseen ones. The answer
  // comes after all places where these are at most n: `low` of them are
  // known, `left` are in question.
  let low = 0;
  while (left > 0) {
    const half = (left + 1) >> 1;
    const p = low + half - 1;
    // Subtle: a sum, not an if. Which way it goes can't be foretold.
    low += half * Number(R.indices[start + p] - p <= n);
    left -= half;
  }
  return n + low;
}
// #endregion sample-negative

// #region sample-any
/**
 * Any item but i, all equally likely: also one that the user has.
 * @throws RangeError for an item that is not there or is the only one
 */
export function sampleAny(draw: Draw, R: SparseMatrix, i: number): number {
  if (!isIndex(i, R.nCols) || R.nCols < 2) {
    throw bad(RangeError, 'sampleAny', 'i', 'one of several items', i);
  }
  const n = drawInteger(draw, R.nCols - 1);
  return n + Number(n >= i);
}
// #endregion sample-any

// #region weight-sums
/** Running sums of weights: an item weighs 1 and 1 for each of its users. */
export interface WeightSums {
  /** Of all items below i [items + 1]. */
  readonly below: Float64Array;
  /** Of all ones of R before the n-th, whosever they are [ones + 1]. */
  readonly before: Float64Array;
}

/** The sums that `samplePopular` looks its items up in. */
export function weightSums(R: SparseMatrix): WeightSums {
  const weights = new Float64Array(R.nCols).fill(1);
  for (const i of R.indices) weights[i]++;
  const below = new Float64Array(R.nCols + 1);
  weights.forEach((weight, i) => (below[i + 1] = below[i] + weight));
  const before = new Float64Array(R.indices.length + 1);
  R.indices.forEach((i, n) => (before[n + 1] = before[n] + weights[i]));
  return { below, before };
}
// #endregion weight-sums

// #region sample-popular
/**
 * An item that the user of row u does not have, as likely as it weighs, in
 * one draw and O(log items).
 * Rendle and Freudenthaler 2014, https://doi.org/10.1145/2556195.2556248
 * @throws RangeError for a row that is not there or has every item
 */
export function samplePopular(
  draw: Draw,
  R: SparseMatrix,
  u: number,
  { below, before }: WeightSums,
): number {
  const start = R.indptr[u];
  const end = R.indptr[u + 1];
  if (!(end - start < R.nCols)) {
    throw bad(RangeError, 'samplePopular', 'u', 'a row with a 0', u);
  }
  const seen = (p: number): number => before[p] - before[start];
  const n = drawInteger(draw, below[R.nCols] - seen(end));
  // As in sampleNegative: past the seen items with at most n unseen below.
  const p = firstWhere(
    start,
    end,
    (p) => below[R.indices[p]] - seen(p) > n,
  );
  const m = n + seen(p);
  return firstWhere(0, R.nCols, (i) => below[i + 1] > m);
}

/** The first place from `low` to `high` where it holds, by bisection. */
function firstWhere(
  low: number,
  high: number,
  holds: (place: number) => boolean,
): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
// #endregion sample-popular

// #region negative-sampler
/**
 * How j is drawn: any item that the user lacks, any item at all, or one
 * that the user lacks, the popular ones more often.
 */
export type Negatives = 'unseen' | 'any' | 'popular';

/** Draws an item j for the user of row u and their item i. */
export type NegativeSampler = (draw: Draw, u: number, i: number) => number;

/**
 * The sampler of this name for the users and items of R.
 * @throws RangeError or TypeError for a name that is not known
 */
export function negativeSampler(
  R: SparseMatrix,
  negatives: Negatives = 'unseen',
): NegativeSampler {
  return samplers[readNegatives('negativeSampler', negatives)](R);
}

const samplers: Readonly<
  Record<Negatives, (R: SparseMatrix) => NegativeSampler>
> = {
  unseen: (R) => (draw, u) => sampleNegative(draw, R, u),
  any: (R) => (draw, _, i) => sampleAny(draw, R, i),
  popular: (R) => {
    const sums = weightSums(R);
    return (draw, u) => samplePopular(draw, R, u, sums);
  },
};

function readNegatives(
  where: string,
  negatives: Negatives = 'unseen',
): Negatives {
  const needed = "'unseen', 'any' or 'popular'";
  if (typeof negatives !== 'string') {
    throw bad(TypeError, where, 'negatives', needed, negatives);
  }
  if (Object.hasOwn(samplers, negatives)) return negatives;
  throw bad(RangeError, where, 'negatives', needed, negatives);
}
// #endregion negative-sampler

// #region bpr-epoch
/** One step for every pair in the given order; returns the sampled AUC. */
function bprEpoch(
  { X, Y, R }: { X: FlatMatrix; Y: FlatMatrix; R: SparseMatrix },
  { users, order }: Pairs,
  sample: NegativeSampler,
  draw: Draw,
  options: { readonly lr: number; readonly reg: number },
): number {
  let ordered = 0;
  for (const n of order) {
    const u = users[n];
    const i = R.indices[n];
    const j = sample(draw, u, i);
    const margin = bprStep(X, Y, u, i, j, options);
    if (margin > 0) ordered += 1;
    else if (margin === 0) ordered += 0.5;
  }
  return ordered / Math.max(order.length, 1);
}

/** The ones of R by their place n: (users[n], R.indices[n]). */
interface Pairs {
  readonly users: Int32Array;
  /** The places to visit, in this order. */
  readonly order: Int32Array;
}

/** All ones of R, less those of users who lack no item. */
function pairsToLearn(R: SparseMatrix): Pairs & { skippedUsers: number } {
  const users = new Int32Array(R.indices.length);
  const order: number[] = [];
  let skippedUsers = 0;
  for (let u = 0; u < R.nRows; u++) {
    const full = R.indptr[u + 1] - R.indptr[u] === R.nCols;
    if (full) skippedUsers++;
    for (let n = R.indptr[u]; n < R.indptr[u + 1]; n++) {
      users[n] = u;
      if (!full) order.push(n);
    }
  }
  return { users, order: Int32Array.from(order), skippedUsers };
}
// #endregion bpr-epoch

// #region draw-factors
/** Normal draws of this scale for X, then Y. */
function drawFactors(
  name: string,
  { factors, seed }: { readonly factors: number; readonly seed: number },
  heights: readonly [number, number],
  scale: number,
): [FlatMatrix, FlatMatrix] {
  const normal = normals(stream(`${name}: init`, seed));
  checkCells(name, 'nUsers x factors', [heights[0], factors]);
  checkCells(name, 'nItems x factors', [heights[1], factors]);
  const [X, Y] = heights.map((height) => {
    const M = zeros(height, factors);
    for (let r = 0; r < height; r++) {
      const row = rowOfFlat(M, r);
      for (let f = 0; f < factors; f++) row[f] = scale * normal();
    }
    return M;
  });
  return [X, Y];
}

/** A warm start: a copy of the given factors, checked. */
function readFactors(
  where: string,
  init: Factors,
  [nUsers, nItems]: readonly [number, number],
  factors: number,
): [FlatMatrix, FlatMatrix] {
  return [
    flatten(where, 'init.userFactors', init.userFactors, [nUsers, factors]),
    flatten(where, 'init.itemFactors', init.itemFactors, [nItems, factors]),
  ];
}
// #endregion draw-factors

// #region fitted-factors
interface FittedFactors extends Fitted, Factors {
  readonly X: FlatMatrix;
  readonly Y: FlatMatrix;
}

/** Rows without history become 0: nothing is known, so nothing is said. */
function clearColdRows(X: FlatMatrix, R: SparseMatrix): void {
  for (let r = 0; r < R.nRows; r++) {
    if (R.indptr[r] === R.indptr[r + 1]) rowOfFlat(X, r).fill(0);
  }
}

function fittedFactors(
  where: string,
  R: SparseMatrix,
  X: FlatMatrix,
  Y: FlatMatrix,
): FittedFactors {
  if (!X.data.every(isModerate) || !Y.data.every(isModerate)) {
    throw new Error(
      `${where}: the factors grew beyond all bounds; ` +
        'needed a smaller lr, alpha or reg',
    );
  }
  const [userFactors, itemFactors] = [toDense(X), toDense(Y)];
  return { R, personal: true, X, Y, userFactors, itemFactors };
}

/** The scores x·y [items] of one user. */
function dots({ X, Y }: FittedFactors, user: number): Float64Array {
  const x = rowOfFlat(X, user);
  const scores = new Float64Array(Y.height);
  for (let i = 0; i < scores.length; i++) {
    for (let f = 0; f < x.length; f++) {
      scores[i] += x[f] * Y.data[i * Y.stride + f];
    }
  }
  return scores;
}

/** A score taken apart factor by factor. */
function explainFactors(
  where: string,
  fitted: FittedFactors | undefined,
  user: number,
  item: number,
): Explanation {
  const { X, Y } = requireItem(where, fitted, user, item);
  const [x, y] = [rowOfFlat(X, user), rowOfFlat(Y, item)];
  const parts = Array.from(x, (value, f) => [f, value * y[f]] as const);
  return explained('factor', dot(x, y), parts);
}
// #endregion fitted-factors

// #region flat-matrix
/**
 * A dense matrix in one array: row r starts at r · stride. The stride is
 * the width rounded up to a multiple of 4; the numbers between are 0.
 */
export interface FlatMatrix {
  readonly data: Float64Array;
  readonly height: number;
  readonly width: number;
  readonly stride: number;
}

function zeros(height: number, width: number): FlatMatrix {
  const stride = 4 * Math.ceil(width / 4);
  return { data: new Float64Array(height * stride), height, width, stride };
}

/** Row r [width]: a view, not a copy. */
function rowOfFlat({ data, stride, width }: FlatMatrix, r: number) {
  return data.subarray(r * stride, r * stride + width);
}
// #endregion flat-matrix

// #region flatten
/** Small enough that sums of products stay finite. */
function isModerate(value: unknown): boolean {
  return typeof value === 'number' && value >= -1e150 && value <= 1e150;
}

/** Also one from another copy of ml-matrix, but nothing that only says so. */
function isMatrix(value: Matrix): boolean {
  if (!Matrix.isMatrix(value) || typeof value.get !== 'function') {
    return false;
  }
  return [value.rows, value.columns].every((n) => isIndex(n, MAX_CELLS));
}

/** A copy of an ml-matrix, checked. */
function flatten(
  where: string,
  name: string,
  matrix: Matrix,
  [height, columns]: readonly [number | undefined, number | undefined],
): FlatMatrix {
  if (!isMatrix(matrix)) {
    throw bad(TypeError, where, name, 'an ml-matrix Matrix', matrix);
  }
  const rows = height ?? matrix.rows;
  const width = columns ?? matrix.columns;
  if (matrix.rows !== rows || matrix.columns !== width) {
    throw new RangeError(
      `${where}: ${name} must be [${rows} x ${width}], ` +
        `got [${matrix.rows} x ${matrix.columns}]`,
    );
  }
  checkCells(where, name, [rows, width]);
  const flat = zeros(rows, width);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < width; c++) {
      const value = matrix.get(r, c);
      if (!isModerate(value)) {
        const cell = `${name}[${r}, ${c}]`;
        const needed = 'a number from -1e150 to 1e150';
        throw bad(RangeError, where, cell, needed, value);
      }
      flat.data[r * flat.stride + c] = value;
    }
  }
  return flat;
}

function toDense(flat: FlatMatrix): Matrix {
  const dense = Matrix.zeros(flat.height, flat.width);
  for (let r = 0; r < flat.height; r++) dense.setRow(r, rowOfFlat(flat, r));
  return dense;
}
// #endregion flatten

// #region algebra
function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let n = 0; n < a.length; n++) total += a[n] * b[n];
  return total;
}

/**
 * The cosine of the angle between two vectors; 0 if one of them is 0.
 * @throws RangeError for vectors that are not equally long
 */
export function cosine(a: Float64Array, b: Float64Array): number {
  if (a.length !== b.length) {
    const needed = `of length ${a.length}, as a is`;
    throw bad(RangeError, 'cosine', 'b', needed, b.length);
  }
  const norms = Math.sqrt(dot(a, a)) * Math.sqrt(dot(b, b));
  return norms > 0 ? dot(a, b) / norms : 0;
}
// #endregion algebra

// #region random-draws
/** A stream of uniform draws from [0, 1). */
export type Draw = () => number;

/**
 * The stream that belongs to this purpose, seed and (if any) user.
 * @throws RangeError or TypeError for a bad argument
 */
export function stream(purpose: string, seed: number, user?: number): Draw {
  if (typeof purpose !== 'string') {
    throw bad(TypeError, 'stream', 'purpose', 'a string', purpose);
  }
  checkInteger('stream', 'seed', seed);
  if (user !== undefined) checkInteger('stream', 'user', user, 0);
  return seedrandom.alea([purpose, seed, user ?? ''].join('/'));
}

/** An integer from 0 to n - 1. */
function drawInteger(draw: Draw, n: number): number {
  return Math.floor(draw() * n);
}

/**
 * A stream of standard normal draws, by the polar method: a point drawn in
 * the unit disc gives one. It needs no sine or cosine, whose last digits
 * differ from engine to engine.
 * Marsaglia and Bray 1964, https://doi.org/10.1137/1006063
 */
function normals(draw: Draw): Draw {
  return () => {
    for (;;) {
      const a = 2 * draw() - 1;
      const b = 2 * draw() - 1;
      const s = a * a + b * b;
      if (s > 0 && s < 1) return a * Math.sqrt((-2 * log(s)) / s);
    }
  };
}

/** Fisher-Yates: every order equally likely. */
function shuffle(draw: Draw, list: Int32Array): void {
  for (let n = list.length - 1; n > 0; n--) {
    const m = drawInteger(draw, n + 1);
    const last = list[n];
    list[n] = list[m];
    list[m] = last;
  }
}
// #endregion random-draws

// #region exp
// Math.exp and Math.log differ between engines in the last digit; these two
// use + - * / and one shift, which do not. After fdlibm's e_exp.c and
// e_log.c (Sun Microsystems, 1993): the error is below 1 ulp.
const LN2_HIGH = 6.9314718036912381649e-1; // 32 bits: k · LN2_HIGH is exact
const LN2_LOW = 1.90821492927058770002e-10; // ln 2 - LN2_HIGH

/** 2^k at place k + 1074, for all k that a double can hold. */
const powersOfTwo: Float64Array = /* @__PURE__ */ (() => {
  const powers = new Float64Array(1074 + 1024);
  powers[1074] = 1;
  for (let k = 1; k < 1024; k++) powers[1074 + k] = 2 * powers[1073 + k];
  for (let k = 1; k < 1075; k++) powers[1074 - k] = powers[1075 - k] / 2;
  return powers;
})();

/** e^x, within 1 ulp; the same bits in every engine. */
export function exp(x: number): number {
  if (x !== x) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019412) return 0;
  // x = k ln 2 + r with |r| <= ln 2 / 2, so e^x = 2^k e^r.
  const k = Math.round(x / Math.LN2);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  // e^r = 1 + 2r / (c' - r), where c' is even in r: a polynomial in r².
  const t = r * r;
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t *
              (6.61375632143793436117e-5 +
                t *
                  (-1.6533902205465251539e-6 +
                    t * 4.13813679705723846039e-8))));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  if (k === 1024) return y * 2 * powersOfTwo[1074 + 1023];
  if (k < -1021) return y * powersOfTwo[1074 + k + 54] * powersOfTwo[1020];
  return y * powersOfTwo[1074 + k];
}
// #endregion exp

// #region log
const bits = /* @__PURE__ */ new DataView(
  /* @__PURE__ */ new ArrayBuffer(8),
);

/** ln x, within 1 ulp; the same bits in every engine. */
export function log(x: number): number {
  if (x !== x || x < 0) return NaN;
  if (x === 0) return -Infinity;
  if (x === Infinity) return x;
  // x = 2^k m with √½ < m <= √2. A subnormal x is scaled up first.
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    x *= powersOfTwo[1074 + 54];
    k = -54;
  }
  bits.setFloat64(0, x);
  const exponent = (bits.getInt32(0) >> 20) - 1023;
  let m = x * powersOfTwo[1074 - exponent];
  k += exponent;
  if (m > Math.SQRT2) {
    m /= 2;
    k++;
  }
  // ln m = f - f²/2 + s (f²/2 + P(s²)), f = m - 1, s = f / (2 + f).
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even =
    w *
    (3.999999999940941908e-1 +
      w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const odd =
    z *
    (6.66666666666673513e-1 +
      w *
        (2.857142874366239149e-1 +
          w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const half = 0.5 * f * f;
  const tail = half - (s * (half + even + odd) + k * LN2_LOW);
  return k * LN2_HIGH - (tail - f);
}
// #endregion log

// #region reading-logs
/** A training log in columns. */
interface Log {
  readonly users: number[];
  readonly items: number[];
  readonly times: number[];
  readonly nUsers: number;
  readonly nItems: number;
  /** The latest time; -Infinity for an empty log. */
  readonly now: number;
}

/** Reads the rows once, whatever iterable they come in. */
function readLog(
  where: string,
  train: Iterable<Interaction>,
  nUsers: number,
  nItems: number,
): Log {
  checkSize(where, 'nUsers', nUsers);
  checkSize(where, 'nItems', nItems);
  const users: number[] = [];
  const items: number[] = [];
  const times: number[] = [];
  let now = -Infinity;
  readRows(where, 'train', train, nUsers, nItems, (u, i, t) => {
    users.push(u);
    items.push(i);
    times.push(t);
    if (t > now) now = t;
  });
  return { users, items, times, nUsers, nItems, now };
}

/** Row numbers of the interactions with one item. */
function eventsOf({ items }: Log, item: number): number[] {
  return Array.from(items.keys()).filter((n) => items[n] === item);
}

/** Row numbers by time, then user, then item: one order for any log. */
function inTimeOrder({ users, items, times }: Log): number[] {
  return Array.from(times.keys()).sort(
    (m, n) =>
      times[m] - times[n] || users[m] - users[n] || items[m] - items[n],
  );
}
// #endregion reading-logs

// #region reading-rows
/**
 * Gives the rows one by one to `take`, each checked before. Every number is
 * read once: what was checked is what is used.
 */
function readRows(
  where: string,
  name: string,
  rows: Iterable<Interaction>,
  nUsers: number,
  nItems: number,
  take: (user: number, item: number, time: number) => void,
): void {
  const given: unknown = typeof rows === 'object' && rows;
  if (!given || typeof rows[Symbol.iterator] !== 'function') {
    throw bad(TypeError, where, name, 'an iterable of interactions', rows);
  }
  let n = 0;
  for (const row of rows) {
    if (!Array.isArray(row) || row.length !== 3) {
      throw bad(
        TypeError,
        where,
        `${name}[${n}]`,
        '[user, item, time]',
        row,
      );
    }
    // By index: taking a row apart with [u, i, t] is slower by far.
    const u = row[0];
    const i = row[1];
    const t = row[2];
    if (!isIndex(u, nUsers) || !isIndex(i, nItems) || !isInteger(t)) {
      checkInteger(where, `user of ${name}[${n}]`, u, 0, nUsers - 1);
      checkInteger(where, `item of ${name}[${n}]`, i, 0, nItems - 1);
      checkInteger(where, `time of ${name}[${n}]`, t);
    }
    if (n === MAX_SIZE) {
      throw new RangeError(
        `${where}: ${name} must have at most ${n} rows, got more`,
      );
    }
    take(u, i, t);
    n++;
  }
}

/** The ids, each once, in ascending order. */
function readItems(
  where: string,
  name: string,
  items: Iterable<number>,
  nItems: number,
): number[] {
  const given: unknown = typeof items === 'object' && items;
  if (!given || typeof items[Symbol.iterator] !== 'function') {
    throw bad(TypeError, where, name, 'an iterable of item ids', items);
  }
  const ids = new Set<number>();
  let n = 0;
  for (const item of items) {
    checkInteger(where, `${name}[${n}]`, item, 0, nItems - 1);
    if (n === MAX_SIZE) {
      throw new RangeError(
        `${where}: ${name} must have at most ${n} ids, got more`,
      );
    }
    ids.add(item);
    n++;
  }
  return Array.from(ids).sort((a, b) => a - b);
}
// #endregion reading-rows

// #region limits
// What a call may ask for at most. Beyond, the engine would end it with an
// error that names nothing, or never: a log without an end, say.
const MAX_INTEGER = Number.MAX_SAFE_INTEGER;
const MAX_ID = 2147483647; // ids are kept in 32 bits
const MAX_SIZE = 10000000; // users, items, rows of a log
const MAX_CELLS = 67108864; // of a dense matrix: 2^26 take 512 MiB
const MAX_STEPS = 100000; // iterations, epochs

/** A dense matrix that would not fit is refused before it is made. */
function checkCells(
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
const isInteger = Number.isSafeInteger;

function isIndex(value: number, size: number): boolean {
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
function checkSize(where: string, name: string, value: number): void {
  checkInteger(where, name, value, 1, MAX_SIZE);
}

/** A finite number from min to max. */
function checkReal(
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
function checkPositive(
  where: string,
  name: string,
  value: number,
  max = Number.MAX_VALUE,
): void {
  const ok = typeof value === 'number' && value > 0 && value <= max;
  checkNumber(where, name, value, 'a positive number', ok);
}
// #endregion checks

// #region checks-of-arguments
function checkSynthetic(o: Settings<typeof syntheticDefaults>): void {
  const where = 'makeSynthetic';
  checkInteger(where, 'nUsers', o.nUsers, 1, 1e6);
  checkInteger(where, 'nItems', o.nItems, 1, 1e6);
  checkInteger(where, 'nGenres', o.nGenres, 1, 1e6);
  checkInteger(where, 'nInter', o.nInter, 0, MAX_SIZE);
  checkCells(where, 'nUsers x nGenres', [o.nUsers, o.nGenres]);
  checkCells(where, 'nItems x nGenres', [o.nItems, o.nGenres]);
  checkReal(where, 'popWeight', o.popWeight, 0, 1);
  checkReal(where, 'tastePow', o.tastePow, 0, 20);
  checkInteger(where, 'seed', o.seed);
}

/** What ALS and BPR have in common. */
function checkFactorOptions(
  where: string,
  o: {
    readonly factors: number;
    readonly reg: number;
    readonly seed: number;
  },
  onProgress: unknown,
): void {
  checkInteger(where, 'factors', o.factors, 1, 4096);
  checkReal(where, 'reg', o.reg, 0);
  checkInteger(where, 'seed', o.seed);
  if (onProgress !== undefined && typeof onProgress !== 'function') {
    throw bad(TypeError, where, 'onProgress', 'a function', onProgress);
  }
}

function checkInit(where: string, init: unknown): void {
  if (init === undefined || (typeof init === 'object' && init)) return;
  const needed = 'an object { userFactors, itemFactors }';
  throw bad(TypeError, where, 'init', needed, init);
}

function checkMetric(
  where: string,
  recs: Lists,
  truth: Truth,
  k: number,
): void {
  checkInteger(where, 'k', k, 1);
  const maps = { recs, truth };
  for (const [name, map] of Object.entries(maps)) {
    if (!(map instanceof Map)) {
      throw bad(TypeError, where, name, 'a Map from user to item(s)', map);
    }
  }
  if (truth.size === 0) {
    throw new RangeError(`${where}: truth must have a test user, got none`);
  }
  for (const [user, item] of truth) {
    checkInteger(where, 'user of truth', user, 0);
    checkInteger(where, `truth of user ${user}`, item, 0);
  }
}
// #endregion checks-of-arguments

// #region checks-of-kernels
function checkTopK(
  scores: Float64Array,
  seen: ArrayLike<number>,
  k: number,
): void {
  const where = 'topK';
  checkInteger(where, 'k', k, 1);
  if (!(scores instanceof Float64Array)) {
    throw bad(TypeError, where, 'scores', 'a Float64Array', scores);
  }
  if (!isInteger((seen as Partial<typeof seen> | null)?.length ?? NaN)) {
    throw bad(TypeError, where, 'seen', 'a list of item ids', seen);
  }
  for (let i = 0; i < scores.length; i++) {
    if (scores[i] === scores[i]) continue;
    // It would stand in the way of whatever comes after it.
    throw bad(RangeError, where, `scores[${i}]`, 'a number', NaN);
  }
}

/** A row of X for each row of R, of Y for each column, equally wide. */
function checkSides(
  where: string,
  X: FlatMatrix,
  R: SparseMatrix,
  Y: FlatMatrix,
): void {
  checkInteger(where, 'X.height', X.height, R.nRows, R.nRows);
  checkInteger(where, 'Y.height', Y.height, R.nCols, R.nCols);
  checkInteger(where, 'X.stride', X.stride, Y.stride, Y.stride);
  if (Y.stride % 4 === 0) return;
  throw bad(RangeError, where, 'Y.stride', 'a multiple of 4', Y.stride);
}

/** Called at every step: one comparison each while all is well. */
function checkTriple(
  X: FlatMatrix,
  Y: FlatMatrix,
  u: number,
  i: number,
  j: number,
): void {
  if (
    isIndex(u, X.height) &&
    isIndex(i, Y.height) &&
    isIndex(j, Y.height)
  ) {
    return;
  }
  checkInteger('bprStep', 'u', u, 0, X.height - 1);
  checkInteger('bprStep', 'i', i, 0, Y.height - 1);
  checkInteger('bprStep', 'j', j, 0, Y.height - 1);
}
// #endregion checks-of-kernels

// #region options
/** Every option of a model has a number. */
type Settings<Defaults> = { readonly [name in keyof Defaults]: number };

/**
 * The given options over the defaults; undefined counts as not given. A
 * name that is not known is refused: it would change nothing, in silence.
 * @param others names of options that are no numbers
 */
function readOptions<Defaults extends Record<string, number>>(
  where: string,
  defaults: Defaults,
  options: { readonly [name in keyof Defaults]?: number },
  others: readonly string[] = [],
): Settings<Defaults> {
  const settings: Record<string, number> = { ...defaults };
  const known = Object.keys(defaults);
  checkOptions(where, options, [...known, ...others]);
  for (const name of known) {
    const given = options[name];
    if (given !== undefined) settings[name] = given;
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
