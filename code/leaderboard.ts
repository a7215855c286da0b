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

/** The name of a metric. */
export type MetricName = keyof typeof metrics;
/** The names of the metrics, in that order. */
export const metricNames = ['recall', 'precision', 'ndcg', 'map'] as const;

/** A mean over users with its 95 % bootstrap interval. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** One model's result. */
export interface Row {
  /** The model's id. */
  readonly id: string;
  readonly metrics: Readonly<Record<MetricName, Estimate>>;
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
  {
    k = 10,
    entries = models,
    samples = 1000,
    seed = 0,
    onProgress,
    onRow,
  }: LeaderboardOptions = {},
): Row[] {
  const drawn = drawSamples(data.test.size, samples, seed);
  return entries.map((entry) => {
    const model = entry.fit(
      data,
      entry.defaults,
      onProgress &&
        ((progress) => {
          onProgress(entry.id, progress);
        }),
    );
    const row = { id: entry.id, metrics: evaluate(model, data, k, drawn) };
    onRow?.(row);
    return row;
  });
}

/** All four metrics of a fitted model, each with its interval. */
export function evaluate(
  model: Recommender,
  { test }: Dataset,
  k: number,
  drawn: Samples,
): Record<MetricName, Estimate> {
  const lists = recommendAll(model, test, k);
  const estimate = (name: MetricName): Estimate => {
    const metric = metrics[name];
    const perUser = Array.from(test, (pair) =>
      metric(lists, new Map([pair]), k),
    );
    return { mean: metric(lists, test, k), ...bootstrap(perUser, drawn) };
  };
  return {
    recall: estimate('recall'),
    precision: estimate('precision'),
    ndcg: estimate('ndcg'),
    map: estimate('map'),
  };
}

/** Places drawn with replacement, one sample of the users after another. */
export interface Samples {
  readonly size: number;
  /** [samples * size] */
  readonly places: Int32Array;
}

/** Draws `samples` samples, each of `size` places from 0 to size - 1. */
export function drawSamples(
  size: number,
  samples: number,
  seed: number,
): Samples {
  const draw = stream('bootstrap', seed);
  const places = new Int32Array(samples * size);
  for (let n = 0; n < places.length; n++) {
    places[n] = Math.floor(draw() * size);
  }
  return { size, places };
}

/**
 * The 95 % percentile interval of the mean: the middle 95 % of the means
 * over the drawn samples.
 * Efron 1979, https://doi.org/10.1214/aos/1176344552
 */
export function bootstrap(
  values: readonly number[],
  { size, places }: Samples,
): { low: number; high: number } {
  const means = new Float64Array(places.length / size);
  for (let s = 0; s < means.length; s++) {
    let total = 0;
    for (let n = s * size; n < (s + 1) * size; n++) {
      total += values[places[n]];
    }
    means[s] = total / size;
  }
  means.sort();
  const tail = Math.floor(0.025 * means.length);
  return { low: means[tail], high: means[means.length - 1 - tail] };
}
