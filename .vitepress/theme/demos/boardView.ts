// What the leaderboard shows of its rows, as plain functions.
import type { MetricName, Row } from '../../../code/leaderboard.ts';
import { metricTitles } from '../components/metricTitles.ts';
import { decimal, percent } from '../components/numbers.ts';
import type { Board } from '../workers/protocol.ts';

export { metricNames, metricTitles } from '../components/metricTitles.ts';

export type SortKey = 'model' | 'time' | MetricName;
export interface Sorting {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** Milliseconds of each fit, by model; empty before the first run. */
export type FitTimes = Readonly<Record<string, number>>;

/** A column that is asked for again turns round; a new one begins with its best. */
export function nextSorting(now: Sorting, key: SortKey): Sorting {
  if (now.key === key) return { key, descending: !now.descending };
  return { key, descending: key !== 'model' && key !== 'time' };
}

/** A new array; equal values stay in book order. */
export function sortRows(
  rows: readonly Row[],
  { key, descending }: Sorting,
  titles: ReadonlyMap<string, string>,
  times: FitTimes,
): Row[] {
  const sign = descending ? -1 : 1;
  const compare = (a: Row, b: Row): number => {
    if (key === 'model') {
      const [left, right] = [titles.get(a.id) ?? a.id, titles.get(b.id) ?? b.id];
      return left < right ? -1 : left > right ? 1 : 0;
    }
    if (key === 'time') return (times[a.id] ?? 0) - (times[b.id] ?? 0);
    return a.metrics[key].mean - b.metrics[key].mean;
  };
  return [...rows].sort((a, b) => sign * compare(a, b));
}

/** The finding: who leads, and whether the intervals let one say so. */
export function findingOfBoard(
  { rows, k }: Board,
  metric: MetricName,
  titles: ReadonlyMap<string, string>,
): string {
  const [best, ...others] = sortRows(rows, { key: metric, descending: true }, titles, {});
  const lead = best.metrics[metric];
  const near = others.filter((row) => row.metrics[metric].high >= lead.low);
  const name = (row: Row): string => titles.get(row.id) ?? row.id;
  const first = `${name(best)} leads with ${metricTitles[metric]}@${k} ${decimal(lead.mean)}`;
  if (near.length === 0) return `${first}, and no other interval reaches its own`;
  if (near.length === 1) return `${first}, but the interval of ${name(near[0])} reaches its own`;
  if (near.length === others.length) return `${first}, but every other interval reaches its own`;
  return `${first}, but the intervals of ${near.length} others reach its own`;
}

/** What no model can pass on this split. */
export function ceilingOf({ reachable, nTest }: Board): string {
  const gone = nTest - reachable;
  return `For ${gone} of the ${nTest} test users the held-out item is one that they had taken before, and no list here repeats an item. So no recall can pass ${decimal(reachable / nTest)} (${percent(reachable / nTest, 1)}), whatever the model.`;
}
