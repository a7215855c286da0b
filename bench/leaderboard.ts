import { metrics, recommendAll } from '../code/evaluation/leaderboard.ts';
import { models, syntheticDataset } from '../code/models.ts';

/** The whole default leaderboard: data, seven fits, lists for 300 users and all metrics. */
export function defaultLeaderboard(): void {
  const data = syntheticDataset();
  for (const entry of models) {
    const lists = recommendAll(entry.fit(data), data.test, 10);
    for (const metric of Object.values(metrics)) metric(lists, data.test, 10);
  }
}
