/**
 * Fits and evaluates models on one split. The page, its worker, the build
 * and the tests all use it.
 */
import { drawSamples } from './intervals.ts';
import type { Samples } from './intervals.ts';
import { metricsOf, recommendAll } from './metrics.ts';
import type { Metrics } from './metrics.ts';
import {
  checkSplit,
  countTestUsers,
  groupsOf,
  knownUsers,
  metricsApart,
} from './testUsers.ts';
import type { Apart, TestUsers } from './testUsers.ts';
import { warningsOf } from './warnings.ts';
import { models } from '../models.ts';
import type { Dataset, FitProgress, ModelEntry } from '../models.ts';
import {
  bad,
  checkInteger,
  checkOptions,
  topK,
  userSeen,
} from '../recsys.ts';
import type { Recommender, Rows } from '../recsys.ts';
import { callable, checkSize, isIndex } from '../toolbox/guard.ts';

export {
  gainsOf,
  metricNames,
  metrics,
  mostOf,
  recommendAll,
} from './metrics.ts';
export type { MetricName, Metrics } from './metrics.ts';
export { countTestUsers, knownUsers } from './testUsers.ts';
export type { Apart, TestUsers } from './testUsers.ts';

// #region coverage
/** What all lists together show of the catalogue. */
export interface Spread {
  /** Share of the items that at least one list holds. */
  readonly coverage: number;
  /** 0 when every item is shown as often; near 1 when few are shown. */
  readonly gini: number;
}

/**
 * Coverage and Gini coefficient of the lists. With c the number of lists
 * that hold an item, ascending from place 1 to n,
 *
 *     G = Σ (2 · place - n - 1) · c / (n · Σ c)
 *
 * Lists that are all empty have coverage 0 and Gini 0.
 * @throws RangeError or TypeError for nItems, or an id that is none
 * Shani and Gunawardana 2011, https://doi.org/10.1007/978-0-387-85820-3_8
 */
export function spreadOf(
  lists: ReadonlyMap<number, readonly number[]>,
  nItems: number,
): Spread {
  checkSize('spreadOf', 'nItems', nItems);
  const given: unknown = lists;
  if (!(given instanceof Map)) {
    throw bad(TypeError, 'spreadOf', 'lists', 'a Map of lists', given);
  }
  const counts = new Float64Array(nItems);
  for (const [user, list] of lists) {
    for (const i of list) {
      if (!isIndex(i, nItems)) {
        const name = `item of user ${user}`;
        checkInteger('spreadOf', name, i, 0, nItems - 1);
      }
      counts[i]++;
    }
  }
  counts.sort();
  let shown = 0;
  let total = 0;
  let weighted = 0;
  counts.forEach((c, place) => {
    if (c > 0) shown++;
    total += c;
    weighted += (2 * (place + 1) - nItems - 1) * c;
  });
  const gini = total > 0 ? weighted / (nItems * total) : 0;
  return { coverage: shown / nItems, gini };
}
// #endregion coverage

/** One model's result. */
export interface Row extends TestUsers, Spread {
  /** The model's id. */
  readonly id: string;
  readonly metrics: Metrics;
  readonly apart: Apart;
  /** Rank of each test user's held-out item, in their order; 0: not found. */
  readonly ranks: readonly number[];
}

/** Options of `leaderboard`. */
export interface LeaderboardOptions {
  readonly k?: number;
  readonly entries?: readonly ModelEntry[];
  /** Bootstrap samples; the same ones for every model and metric. */
  readonly samples?: number;
  readonly seed?: number;
  readonly onProgress?: (id: string, progress: FitProgress) => void;
  /** Called as soon as a model's row is there. */
  readonly onRow?: (row: Row) => void;
  /** Told before the first fit what to know of the log: `warningsOf`. */
  readonly onWarning?: (sentence: string) => void;
}

function checkBoard(
  data: Dataset<Rows>,
  options: LeaderboardOptions,
): void {
  const where = 'leaderboard';
  const names = 'k entries samples seed onProgress onRow onWarning'.split(
    ' ',
  );
  checkOptions(where, options, names);
  const { k = 10, entries = [], samples = 1, seed = 0 } = options;
  checkInteger(where, 'k', k, 1);
  checkInteger(where, 'samples', samples, 1, 1e6);
  checkInteger(where, 'seed', seed);
  if (!Array.isArray(entries)) {
    throw bad(TypeError, where, 'entries', 'an array', entries);
  }
  for (const listener of ['onProgress', 'onRow', 'onWarning'] as const) {
    const given = options[listener];
    if (given !== undefined) callable(where, listener, given);
  }
  checkSplit(where, data);
}

/**
 * One row per model, in the order of `entries`.
 * @throws RangeError or TypeError that names the argument
 */
export function leaderboard(
  data: Dataset<Rows>,
  options: LeaderboardOptions = {},
): Row[] {
  checkBoard(data, options);
  const { onProgress, onRow, onWarning } = options;
  const { k = 10, entries = models, samples = 1000, seed = 0 } = options;
  const users = countTestUsers(data);
  const drawn = drawSamples(users.n, samples, seed);
  const groups = groupsOf(knownUsers(data), drawn, seed);
  if (onWarning) {
    warningsOf(data, entries).forEach((sentence) => {
      onWarning(sentence);
    });
  }
  return entries.map((entry) => {
    const model = entry.fit(
      data,
      entry.defaults,
      onProgress &&
        ((progress) => {
          onProgress(entry.id, progress);
        }),
    );
    const found = evaluate(model, data, k, drawn);
    const apart = metricsApart(found.ranks, found.metrics, groups, k);
    const row = { id: entry.id, ...users, ...found, apart };
    onRow?.(row);
    return row;
  });
}

/** What a row says of a fitted model's lists. */
export type Evaluation = Pick<Row, 'metrics' | 'ranks' | keyof Spread>;

/** All four metrics of a fitted model, each with its interval, and more. */
export function evaluate(
  model: Recommender,
  { test, nItems }: Dataset<Rows>,
  k: number,
  drawn: Samples,
): Evaluation {
  const lists = recommendAll(model, test, k);
  const ranks = Array.from(
    test,
    ([user, item]) => (lists.get(user) ?? []).indexOf(item) + 1,
  );
  const found = metricsOf(ranks, k, drawn);
  return { metrics: found, ranks, ...spreadOf(lists, nItems) };
}

// #region oracle
/**
 * Ranks by the generator's own probabilities: no model can do better in
 * the mean, because no model can know more of a user's next step. On one
 * log a model may pass it by luck.
 */
export const oracle: ModelEntry = {
  id: 'oracle',
  name: 'Oracle',
  title: 'True probabilities',
  summary: 'Knows the taste of every user: the best there can be.',
  paper: null,
  personal: false,
  curve: null,
  defaults: {},
  ranges: {},
  fit: ({ train, nUsers, probabilities }) => {
    if (!probabilities) {
      throw new Error('oracle: data must have probabilities, got none');
    }
    const seen = userSeen(train, nUsers);
    return {
      scores: probabilities,
      recommend: (user, k = 10) => {
        const own = Array.from(seen.get(user) ?? []).sort((a, b) => a - b);
        return topK(probabilities(user), own, k);
      },
    };
  },
};
// #endregion oracle
