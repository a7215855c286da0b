// What the leaderboard shows of its rows, as plain functions.
import type { MetricName } from '../../../code/evaluation/leaderboard.ts';
import type { Backend } from '../../../code/recsys.ts';
import { inSeries } from '../../kit/inSeries.ts';
import { metricTitles } from '../../kit/metricTitles.ts';
import { decimal } from '../../kit/numbers.ts';
import type { Board, BoardRow, Pair } from '../../run/jobs/board.ts';

export { metricNames, metricTitles } from '../../kit/metricTitles.ts';

export type SortKey = 'model' | 'time' | 'coverage' | 'gini' | MetricName;
export interface Sorting {
  readonly key: SortKey;
  readonly descending: boolean;
}

export type Titles = ReadonlyMap<string, string>;

/** Milliseconds of each fit, by model; empty before the first run. */
export type FitTimes = Readonly<Record<string, number>>;

/** What ran the hot loops of the fits that were timed, as the end of a caption. */
export function fitTimesBy(backend: Backend | undefined): string {
  if (backend === undefined) return '';
  const by = backend === 'wasm' ? 'with the hot loops in WebAssembly' : 'without WebAssembly';
  return `; fit times ${by}`;
}

/** Of these, less is better: a first click shows the least at the top. */
const upwards: readonly SortKey[] = ['model', 'time', 'gini'];

/** A column that is asked for again turns round; a new one begins with its best. */
export function nextSorting(now: Sorting, key: SortKey): Sorting {
  if (now.key === key) return { key, descending: !now.descending };
  return { key, descending: !upwards.includes(key) };
}

/** A new array; equal values stay in book order. */
export function sortRows(
  rows: readonly BoardRow[],
  { key, descending }: Sorting,
  titles: Titles,
  times: FitTimes,
): BoardRow[] {
  const sign = descending ? -1 : 1;
  const valueOf = (row: BoardRow): number => {
    if (key === 'coverage' || key === 'gini') return row[key];
    if (key === 'model' || key === 'time') return times[row.id] ?? 0;
    return row.metrics[key].mean;
  };
  const compare = (a: BoardRow, b: BoardRow): number => {
    if (key !== 'model') return valueOf(a) - valueOf(b);
    const [left, right] = [titles.get(a.id) ?? a.id, titles.get(b.id) ?? b.id];
    return left < right ? -1 : left > right ? 1 : 0;
  };
  return [...rows].sort((a, b) => sign * compare(a, b));
}

/** The models that cannot be told apart from this one, in the order of the pairs. */
export function tiedWith(pairs: readonly Pair[], id: string): string[] {
  const own = pairs.filter(({ a, b, tied }) => tied && (a === id || b === id));
  return own.map(({ a, b }) => (a === id ? b : a));
}

/** The row with the best mean; of equals the first in book order. */
export function leaderOf({ rows, spec }: Pick<Board, 'rows' | 'spec'>): BoardRow {
  return sortRows(rows, { key: spec.metric, descending: true }, new Map(), {})[0];
}

/** What the comparison with the leader says of a model, in two or three words. */
export function againstLeader(pairs: readonly Pair[], leader: string, id: string): string {
  if (id === leader) return 'leads';
  const pair = pairs.find(({ a, b }) => (a === leader && b === id) || (a === id && b === leader));
  if (!pair) return '';
  return pair.tied ? 'tied' : `behind by ${decimal(Math.abs(pair.mean))}`;
}

/** "A", "A and B", "A, B and C"; among others "EASE, tuned" is "tuned EASE", without a comma of its own. */
export const listed = (titles: readonly string[]): string =>
  inSeries(titles.map((title) => title.replace(/^(.*), tuned$/, 'tuned $1')));

/** The finding: who leads, and whether the comparison lets one say so. */
export function findingOfBoard({ rows, pairs, spec }: Board, titles: Titles): string {
  const { metric, k } = spec;
  const best = leaderOf({ rows, spec });
  const name = (id: string): string => titles.get(id) ?? id;
  const lead = `${name(best.id)} leads with ${metricTitles[metric]}@${k} ${decimal(best.metrics[metric].mean)}`;
  const tied = tiedWith(pairs, best.id);
  if (tied.length === 0) return `${lead}, and no other model ties with it`;
  if (tied.length === rows.length - 1) return `${lead}, but none of the others is clearly behind`;
  if (tied.length > 2) return `${lead}, but ties with ${tied.length} others`;
  return `${lead}, but ties with ${listed(tied.map(name))}`;
}

/** What the bar in the chart is, and whether luck has carried a model past it. */
export function aboutBar({ rows, oracle, spec }: Board, titles: Titles): string {
  const { metric, k } = spec;
  const bar = oracle.metrics[metric].mean;
  const past = rows.filter((row) => row.metrics[metric].mean > bar);
  const names = listed(past.map(({ id }) => titles.get(id) ?? id));
  const told = `The line at ${decimal(bar)} is ranking by the true probabilities: no model can pass it in the mean over many logs.`;
  const does = past.length > 1 ? 'do' : 'does';
  if (past.length === 0) return `${told} On this log none does, at k = ${k}.`;
  return `${told} On this one ${names} ${does}, by luck.`;
}

/** Who was asked, in a few words. */
export function aboutUsers({ users: { n, cold } }: Board): string {
  return `${n} test users, of whom ${cold} have no history`;
}

/** A row that the reader's own code made. */
export interface AddedRow {
  /** The model whose version it is. */
  readonly id: string;
  readonly title: string;
  readonly metrics: Readonly<Record<MetricName, number>>;
  readonly interval: { readonly low: number; readonly high: number };
  /** The difference to the book's version. */
  readonly against: string;
  readonly coverage: number;
  readonly gini: number;
  readonly fitMs: number;
}
