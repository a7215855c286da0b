import type { MetricName } from '../../code/evaluation/leaderboard.ts';

/** The metrics in the order of the columns, as the page writes them. */
export const metricTitles: Readonly<Record<MetricName, string>> = {
  recall: 'Recall',
  precision: 'Precision',
  ndcg: 'nDCG',
  map: 'MAP',
};
export const metricNames = Object.keys(metricTitles) as MetricName[];
