// One leaderboard, from a log to its rows. The worker calls it in the browser and the data loaders at build
// time, so what is printed and what is live come from the same lines.
import { compareAll } from '../../../code/evaluation/comparisons.ts';
import { gainsOf, leaderboard, mostOf, oracle } from '../../../code/evaluation/leaderboard.ts';
import type {
  LeaderboardOptions,
  MetricName,
  Row,
  TestUsers,
} from '../../../code/evaluation/leaderboard.ts';
import { entriesWith } from '../../../code/evaluation/tuned.ts';
import type { Tuned } from '../../../code/evaluation/tuned.ts';
import { syntheticDataset } from '../../../code/models.ts';
import type { Dataset, ModelEntry } from '../../../code/models.ts';
import { backend } from '../../../code/recsys.ts';
import type { Backend, Recommender, SyntheticOptions } from '../../../code/recsys.ts';
import type { BookSplit } from '../defaults.ts';
import { defineJob } from '../job.ts';
import type { Telling } from '../job.ts';
import { remember, timed } from '../remember.ts';
import type { Timed } from '../remember.ts';

/** What a leaderboard is about. */
export interface BoardSpec {
  readonly data: SyntheticOptions;
  /** What is held out of everyone. */
  readonly split: BookSplit;
  readonly k: number;
  /** What the models are compared by, pair by pair. */
  readonly metric: MetricName;
  /** The settings that were found for the models: with them they take part again. */
  readonly tuned: Tuned;
}

/** What the page shows of a row: whom it tested is said once, for all of them. */
export type BoardRow = Omit<Row, 'ranks' | 'apart' | keyof TestUsers>;

/** One model less another, user by user; `p` is corrected for the number of pairs. */
export interface Pair {
  readonly a: string;
  readonly b: string;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
  readonly tied: boolean;
}

/** All models on one split. It holds no times either. */
export interface Board {
  readonly spec: BoardSpec;
  readonly users: TestUsers;
  /** In book order. */
  readonly rows: readonly BoardRow[];
  /** Ranking by the true probabilities. */
  readonly oracle: BoardRow;
  /** Of all rows, in their order. */
  readonly pairs: readonly Pair[];
}

export function datasetOf({ data, split }: Pick<BoardSpec, 'data' | 'split'>): Dataset {
  return syntheticDataset(data, { holdOut: split });
}

function forPage({ id, metrics, coverage, gini }: Row): BoardRow {
  return { id, metrics, coverage, gini };
}

/** A page shows three digits: more would only make it longer. */
const rounded = (value: number): number => Math.round(value * 1e5) / 1e5;

/** Every pair of models, by this metric. */
export function pairsOf(rows: readonly Row[], metric: MetricName, k: number): Pair[] {
  const gains = new Map(rows.map(({ id, ranks }) => [id, gainsOf(metric, ranks, k)]));
  return compareAll(gains, mostOf(metric, k)).map(({ a, b, difference, pHolm, tied }) => ({
    a,
    b,
    mean: rounded(difference.mean),
    low: rounded(difference.low),
    high: rounded(difference.high),
    p: rounded(pHolm),
    tied,
  }));
}

export function runBoard(
  spec: BoardSpec,
  dataset: Dataset,
  { entries = entriesWith(spec.tuned), ...options }: Omit<LeaderboardOptions, 'k'> = {},
): Board {
  const all = leaderboard(dataset, { ...options, entries, k: spec.k });
  const rows = all.filter(({ id }) => id !== oracle.id);
  const best = all.filter(({ id }) => id === oracle.id).map(forPage)[0];
  const [{ n, unreachable, cold }] = all;
  return {
    spec,
    users: { n, unreachable, cold },
    rows: rows.map(forPage),
    oracle: best,
    pairs: pairsOf(rows, spec.metric, spec.k),
  };
}

/** A row that is fitted, and what that took. */
export interface FittedRow {
  readonly id: string;
  readonly fitMs: number;
  /** What ran the hot loops. */
  readonly backend: Backend;
}

const lastBoard = remember<{ data: Dataset; fitted: Map<string, Timed<Recommender>> }>(1);

/** Another k or metric on the last log needs no new fits. */
function runKept(spec: BoardSpec, { progress, part, fresh }: Telling<FittedRow>): Board {
  const { data, fitted } = lastBoard([spec.data, spec.split, spec.tuned], fresh, () => {
    return { data: datasetOf(spec), fitted: new Map() };
  });
  const fitOnce = (entry: ModelEntry): ModelEntry => ({
    ...entry,
    fit: (...args) => {
      const known = fitted.get(entry.id) ?? timed(() => entry.fit(...args));
      fitted.set(entry.id, known);
      return known.value;
    },
  });
  return runBoard(spec, data, {
    entries: entriesWith(spec.tuned).map(fitOnce),
    onProgress: progress,
    onRow: ({ id }) => part({ id, fitMs: fitted.get(id)?.fitMs ?? 0, backend: backend() }),
  });
}

export const job = defineJob('board', runKept);
