// One leaderboard, from a log to its rows, and many of them over several logs. The worker calls both
// in the browser and the data loaders at build time, so what is printed and what is live come from
// the same lines.
import { compareAll, drawSamples } from '../../code/evaluation/intervals.ts';
import { gainsOf, leaderboard, oracle } from '../../code/evaluation/leaderboard.ts';
import type { LeaderboardOptions, MetricName, Row } from '../../code/evaluation/leaderboard.ts';
import { models, syntheticDataset, tunedALS } from '../../code/models.ts';
import type { Dataset, ModelEntry } from '../../code/models.ts';
import type { Board, BoardRow, BoardSpec, Pair, SeedRow, SeedsSpec } from './protocol.ts';

/** Who takes part; the oracle, which is no model, comes last. */
export const boardEntries: readonly ModelEntry[] = [...models, tunedALS, oracle];

/** So many that the least p is far below 5 %, also when it is multiplied by the number of pairs. */
const comparisonSamples = 10_000;

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
  const drawn = drawSamples(rows[0].n, comparisonSamples, 0);
  return compareAll(gains, drawn).map(({ a, b, difference, pHolm, tied }) => ({
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
  { entries = boardEntries, ...options }: Omit<LeaderboardOptions, 'k'> = {},
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

/** The metric of every entry on the log of one seed. */
export function runSeed({ split, k, metric }: SeedsSpec, seed: number): SeedRow {
  const dataset = datasetOf({ data: { seed }, split });
  const rows = leaderboard(dataset, { entries: boardEntries, k, samples: 1 });
  return { seed, means: rows.map(({ metrics }) => metrics[metric].mean) };
}
