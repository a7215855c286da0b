/**
 * The metrics by name, the lists that they judge, and how far what they
 * say can be trusted.
 */
import { gainInterval } from './intervals.ts';
import type { Estimate, Samples } from './intervals.ts';
import {
  bad,
  checkInteger,
  mapAtK,
  ndcgAtK,
  precisionAtK,
  recallAtK,
} from '../recsys.ts';
import type { Recommender } from '../recsys.ts';

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

/** All four metrics of a model, each with its interval. */
export type Metrics = Readonly<Record<MetricName, Estimate>>;

/** The lists of all test users. */
export function recommendAll(
  model: Recommender,
  test: ReadonlyMap<number, number>,
  k: number,
): Map<number, number[]> {
  checkInteger('recommendAll', 'k', k, 1);
  checkMap('recommendAll', 'test', test);
  const lists = new Map<number, number[]>();
  for (const user of test.keys()) lists.set(user, model.recommend(user, k));
  return lists;
}

const needed = 'a Map with a test user';

/** Throws unless there is somebody to test. */
export function checkTest(
  where: string,
  name: string,
  test: unknown,
): void {
  checkMap(where, name, test);
  if (test instanceof Map && test.size > 0) return;
  throw bad(RangeError, where, name, needed, test);
}

function checkMap(where: string, name: string, test: unknown): void {
  if (test instanceof Map) return;
  throw bad(TypeError, where, name, needed, test);
}

// #region gains
/**
 * What each test user is worth to a metric, by the rank of their item. The
 * metric itself is asked, once for each rank, what a hit there pays.
 * @param ranks from 1; 0 where the item was not found
 */
export function gainsOf(
  name: MetricName,
  ranks: readonly number[],
  k: number,
): number[] {
  if (!Object.hasOwn(metrics, name)) {
    const needed = `one of ${metricNames.join(', ')}`;
    throw bad(RangeError, 'gainsOf', 'metric', needed, name);
  }
  checkInteger('gainsOf', 'k', k, 1);
  const given: unknown = ranks;
  if (!Array.isArray(given)) {
    throw bad(TypeError, 'gainsOf', 'ranks', 'an array of ranks', given);
  }
  const hit = new Map([[0, 0]]);
  const pays = new Map<number, number>();
  return ranks.map((rank, n) => {
    let gain = pays.get(rank);
    if (gain === undefined) {
      checkInteger('gainsOf', `ranks[${n}]`, rank, 0, MOST_RANK);
      gain = metrics[name](new Map([[0, listWithHit(rank)]]), hit, k);
      pays.set(rank, gain);
    }
    return gain;
  });
}

/** A list that has item 0 at this rank; at rank 0 it is empty. */
function listWithHit(rank: number): number[] {
  const list = new Array<number>(rank).fill(1);
  if (rank > 0) list[rank - 1] = 0;
  return list;
}

const MOST_RANK = 10000000;

/** What a metric pays at most: for a hit at rank 1. */
export function mostOf(name: MetricName, k: number): number {
  return gainsOf(name, [1], k)[0];
}

/** The metrics of users whose items stand at these ranks. */
export function metricsOf(
  ranks: readonly number[],
  k: number,
  drawn: Samples,
): Metrics {
  const lists = new Map(ranks.map((rank, n) => [n, listWithHit(rank)]));
  const items = new Map(ranks.map((_, n) => [n, 0]));
  const estimate = (name: MetricName): Estimate => {
    const gains = gainsOf(name, ranks, k);
    const mean = metrics[name](lists, items, k);
    return { mean, ...gainInterval(gains, mostOf(name, k), drawn) };
  };
  return {
    recall: estimate('recall'),
    precision: estimate('precision'),
    ndcg: estimate('ndcg'),
    map: estimate('map'),
  };
}
// #endregion gains
