import { metrics } from '../../code/evaluation/metrics.ts';
import type { MetricName } from '../../code/evaluation/metrics.ts';
import type { Standing } from '../../code/evaluation/standings.ts';

/** What a metric says of lists in which the items stand so, equal scores by the lower id. */
export function metricOfStandings(
  name: MetricName,
  at: readonly (Standing | null)[],
  k: number,
): number {
  // Only the place of the held-out item counts: what stands before it may be anything.
  const listOf = (standing: Standing | null): number[] => {
    const before = standing ? standing.above + standing.tiedBefore : k;
    return before < k ? [...new Array<number>(before).fill(0), 1] : [];
  };
  const lists = new Map(at.map((standing, n) => [n, listOf(standing)]));
  return metrics[name](lists, new Map(at.map((_, n) => [n, 1])), k);
}
