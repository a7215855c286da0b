/**
 * The metrics by name, and the lists that they judge.
 */
import { mapAtK, ndcgAtK, precisionAtK, recallAtK } from '../recsys.ts';
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
