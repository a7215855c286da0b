/**
 * One leaderboard from several cuts of one log: more people are asked, and
 * no single moment decides.
 */
import { drawSamples, gainInterval } from './intervals.ts';
import type { Estimate } from './intervals.ts';
import { leaderboard } from './leaderboard.ts';
import type { LeaderboardOptions, Row } from './leaderboard.ts';
import { gainsOf, metricNames, mostOf } from './metrics.ts';
import type { MetricName, Metrics } from './metrics.ts';
import { knownUsers } from './testUsers.ts';
import type { Apart } from './testUsers.ts';
import type { Dataset } from '../models.ts';
import { bad } from '../recsys.ts';
import type { Rows } from '../recsys.ts';

// #region pooled
/** One model's result over all cuts. */
export interface PooledRow {
  readonly id: string;
  /** People who were tested at one cut or more: the n of every metric. */
  readonly n: number;
  /** Tests, which are more where people were tested at several cuts. */
  readonly tests: number;
  readonly metrics: Metrics;
  readonly apart: Apart;
  /** What each of them was worth in the mean; `compareAll` takes these. */
  readonly gains: Readonly<Record<MetricName, readonly number[]>>;
}

/** One test of one person. */
interface Case {
  readonly user: number;
  readonly known: boolean;
  readonly rank: number;
}

/**
 * Fits each model anew at each cut, and pools what comes of it.
 *
 * A person who was tested at several cuts counts once, with the mean of
 * what they were worth: their tests resemble one another, so to count each
 * would make the intervals too narrow.
 * @param cuts one log, split several times, as `splitAtTimes` does; a cut
 *   that tests nobody is left out
 * @returns a row per model, in the order of `entries`
 * @throws RangeError or TypeError that names the argument
 */
export function leaderboardOver(
  cuts: readonly Dataset<Rows>[],
  options: Omit<LeaderboardOptions, 'onRow'> = {},
): PooledRow[] {
  if (!Array.isArray(cuts)) {
    throw bad(TypeError, 'leaderboardOver', 'cuts', 'an array', cuts);
  }
  cuts.forEach((cut: Dataset<Rows> | null, n) => {
    const needed = 'a split log';
    const given: unknown = cut?.test;
    if (given instanceof Map) return;
    throw bad(TypeError, 'leaderboardOver', `cuts[${n}]`, needed, cut);
  });
  const some = cuts.filter(({ test }: Dataset<Rows>) => test.size > 0);
  if (some.length === 0) {
    const needed = 'at least one with a test user';
    throw bad(RangeError, 'leaderboardOver', 'cuts', needed, cuts);
  }
  const { k = 10, samples = 1000, seed = 0 } = options;
  const boards = some.map((cut: Dataset<Rows>) => ({
    cut,
    known: knownUsers(cut),
    rows: leaderboard(cut, { ...options, samples: 1 }),
  }));
  return boards[0].rows.map(({ id }: Row, row) => {
    const cases = boards.flatMap(({ cut, known, rows }) =>
      Array.from(cut.test.keys(), (user, n): Case => {
        return { user, known: known[n], rank: rows[row].ranks[n] };
      }),
    );
    const gains = gainsByUser(cases, k);
    const metricsOf = (of: readonly Case[]): Metrics | null =>
      of.length > 0 ? pooled(gainsByUser(of, k), k, samples, seed) : null;
    const apart = {
      known: metricsOf(cases.filter(({ known }) => known)),
      cold: metricsOf(cases.filter(({ known }) => !known)),
    };
    const metrics = pooled(gains, k, samples, seed);
    const { length: n } = gains.recall;
    return { id, n, tests: cases.length, metrics, apart, gains };
  });
}

/** For each metric what each person was worth, mean over their tests. */
function gainsByUser(
  cases: readonly Case[],
  k: number,
): PooledRow['gains'] {
  const ranks = cases.map(({ rank }) => rank);
  return eachMetric((name) => {
    const byUser = new Map<number, number[]>();
    gainsOf(name, ranks, k).forEach((gain, n) => {
      const { user } = cases[n];
      const own = byUser.get(user);
      if (own) own.push(gain);
      else byUser.set(user, [gain]);
    });
    return Array.from(byUser.values(), meanOf);
  });
}

/** Subtle: the mean of three tenths by their sum would be above a tenth. */
function meanOf(values: readonly number[]): number {
  if (values.every((value) => value === values[0])) return values[0];
  return values.reduce((a, b) => a + b, 0) / values.length;
}

function pooled(
  gains: PooledRow['gains'],
  k: number,
  samples: number,
  seed: number,
): Metrics {
  const drawn = drawSamples(gains.recall.length, samples, seed);
  return eachMetric((name): Estimate => {
    const interval = gainInterval(gains[name], mostOf(name, k), drawn);
    return { mean: meanOf(gains[name]), ...interval };
  });
}

function eachMetric<Value>(
  of: (name: MetricName) => Value,
): Record<MetricName, Value> {
  const values = metricNames.map((name) => [name, of(name)] as const);
  return Object.fromEntries(values) as Record<MetricName, Value>;
}
// #endregion pooled
