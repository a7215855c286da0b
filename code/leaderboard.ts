/**
 * Fits and evaluates models on one split. The page, its worker, the build
 * and the tests all use it.
 */
import { models } from './models.ts';
import type { Dataset, FitProgress, ModelEntry } from './models.ts';
import {
  mapAtK,
  ndcgAtK,
  precisionAtK,
  recallAtK,
  stream,
} from './recsys.ts';
import type { Recommender } from './recsys.ts';

/** The four metrics, in the order in which tables show them. */
export const metrics = {
  recall: recallAtK,
  precision: precisionAtK,
  ndcg: ndcgAtK,
  map: mapAtK,
} as const;

export type MetricName = keyof typeof metrics;
export const metricNames = ['recall', 'precision', 'ndcg', 'map'] as const;

/** A mean over users with its 95 % bootstrap interval. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface Row {
  /** The model's id. */
  readonly id: string;
  readonly metrics: Readonly<Record<MetricName, Estimate>>;
}

export interface LeaderboardOptions {
  readonly k?: number;
  readonly entries?: readonly ModelEntry[];
  /** Bootstrap resamples; the same ones for every model and metric. */
  readonly resamples?: number;
  readonly seed?: number;
  readonly onProgress?: (id: string, progress: FitProgress) => void;
  /** Called as soon as a model's row is there. */
  readonly onRow?: (row: Row) => void;
}

/** The lists of all test users. */
export function recommendAll(
  model: Recommender,
  test: ReadonlyMap<number, number>,
  k: number,
): Map<number, number[]> {
  const lists = new Map<number, number[]>();
  for (const user of test.keys()) lists.set(user, model.recommend(user, k));
  return lists;
}

/** One row per model, in the order of `entries`. */
export function leaderboard(
  data: Dataset,
  options: LeaderboardOptions = {},
): Row[] {
  const { entries = models, onProgress, onRow } = options;
  return entries.map((entry) => {
    const report =
      onProgress && ((p: FitProgress) => onProgress(entry.id, p));
    const model = entry.fit(data, entry.defaults, report);
    const row = { id: entry.id, metrics: evaluate(model, data, options) };
    onRow?.(row);
    return row;
  });
}

/** All four metrics of a fitted model, each with its interval. */
export function evaluate(
  model: Recommender,
  { test }: Dataset,
  { k = 10, resamples = 1000, seed = 0 }: LeaderboardOptions = {},
): Record<MetricName, Estimate> {
  const lists = recommendAll(model, test, k);
  const estimate = (name: MetricName): Estimate => {
    const metric = metrics[name];
    const perUser = Array.from(test, (pair) =>
      metric(lists, new Map([pair]), k),
    );
    const interval = bootstrap(perUser, resamples, seed);
    return { mean: metric(lists, test, k), ...interval };
  };
  return {
    recall: estimate('recall'),
    precision: estimate('precision'),
    ndcg: estimate('ndcg'),
    map: estimate('map'),
  };
}

/**
 * The 95 % percentile interval of the mean: the middle 95 % of the means of
 * `resamples` samples drawn with replacement.
 * Efron 1979, https://doi.org/10.1214/aos/1176344552
 */
export function bootstrap(
  values: readonly number[],
  resamples: number,
  seed: number,
): { low: number; high: number } {
  const draw = stream('bootstrap', seed);
  const n = values.length;
  const means = Float64Array.from({ length: resamples }, () => {
    let total = 0;
    for (let m = 0; m < n; m++) total += values[Math.floor(draw() * n)];
    return total / n;
  }).sort();
  const tail = Math.floor(0.025 * resamples);
  return { low: means[tail], high: means[resamples - 1 - tail] };
}
