/**
 * One leaderboard and every choice that its numbers depend on: what is
 * held out, how ties are broken, where the list is cut, how many users and
 * logs there are, and against which items the hidden one is ranked.
 */
import { drawSamples, gainInterval, overRuns } from './intervals.ts';
import type { Estimate, Samples } from './intervals.ts';
import { countTestUsers, knownUsers } from './leaderboard.ts';
import { splitAtTime } from './splits.ts';
import { testTimes, withTruth } from '../models.ts';
import {
  bad,
  checkInteger,
  makeSynthetic,
  trainTestSplitLast,
} from '../recsys.ts';
import type { Interaction } from '../recsys.ts';
import { chanceOfHit, standings } from './standings.ts';
import type { Standing, TieRule } from './standings.ts';
import { entriesWith } from './tuned.ts';
import type { Tuned } from './tuned.ts';
import { findWorld } from './worlds.ts';

export { splitAtTime, splitAtTimes } from './splits.ts';

// #region leak
/**
 * Share of the training rows that are later than a user's test event, mean
 * over the test users: what the model learnt from their future.
 * Ji et al. 2023, https://doi.org/10.1145/3569930
 */
export function leakOf(
  train: readonly Interaction[],
  test: ReadonlyMap<number, number>,
  interactions: readonly Interaction[],
): number {
  checkLeak(train, test);
  const testTime = testTimes(interactions, train, test);
  if (train.length === 0 || testTime.size === 0) return 0;
  const times = Float64Array.from(train, ([, , time]) => time).sort();
  let total = 0;
  for (const time of testTime.values()) {
    let low = 0;
    let high = times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (times[middle] <= time) low = middle + 1;
      else high = middle;
    }
    total += (times.length - low) / times.length;
  }
  return total / testTime.size;
}
// #endregion leak

function checkLeak(train: unknown, test: unknown): void {
  const where = 'leakOf';
  if (!Array.isArray(train)) {
    throw bad(TypeError, where, 'train', 'an array of rows', train);
  }
  if (test instanceof Map) return;
  throw bad(TypeError, where, 'test', 'a Map from user to item', test);
}

// #region sampled
/**
 * The chance that the hidden item is among the first k when it is ranked
 * beside m of the N other items, drawn without replacement. A of the N score
 * higher than it, and X of those are drawn: it is found when X < k.
 *
 *     P(X = x) ∝ C(A, x) · C(N - A, m - x)
 *
 * Krichene and Rendle 2020, https://doi.org/10.1145/3394486.3403226
 */
export function chanceAmong(
  N: number,
  A: number,
  m: number,
  k: number,
): number {
  const where = 'chanceAmong';
  checkInteger(where, 'N', N, 0);
  checkInteger(where, 'A', A, 0, N);
  checkInteger(where, 'm', m, 0);
  checkInteger(where, 'k', k, 0);
  if (m >= N) return A < k ? 1 : 0;
  const least = Math.max(0, m - (N - A));
  const most = Math.min(A, m);
  // Each term from the one before it; only their ratio to the sum counts.
  let term = 1;
  let all = 0;
  let within = 0;
  for (let x = least; x <= most; x++) {
    all += term;
    if (x < k) within += term;
    term *= ((A - x) * (m - x)) / ((x + 1) * (N - A - m + x + 1));
    if (term > 1e200) {
      term /= 1e200;
      all /= 1e200;
      within /= 1e200;
    }
  }
  return within / all;
}
// #endregion sampled

// #region sampled-with-ties
/**
 * The chance of a hit when the hidden item is ranked among m items drawn
 * from the user's other unseen ones; m = 0 ranks all of them.
 */
export function chanceInSample(
  at: Standing | null,
  k: number,
  rule: TieRule,
  m: number,
): number {
  checkInteger('chanceInSample', 'm', m, 0);
  if (!at || m === 0) return chanceOfHit(at, k, rule);
  const { above, tied, tiedBefore, unseen } = at;
  const better = (ahead: number): number =>
    chanceAmong(unseen - 1, above + ahead, m, k);
  if (rule === 'held-out-first') return better(0);
  if (rule === 'held-out-last') return better(tied);
  if (rule === 'lower-id') return better(tiedBefore);
  let total = 0;
  for (let ahead = 0; ahead <= tied; ahead++) total += better(ahead);
  return total / (tied + 1);
}
// #endregion sampled-with-ties

// #region experiment
/** What is measured: another world, another fit. */
export interface World {
  readonly split: 'last-new' | 'last' | 'time';
  /** The recipe of the logs, by the name of a world. */
  readonly world: string;
  /** Whose settings were tuned: they take part a second time. */
  readonly tuned: Tuned;
  /** Users, with 60 events each. */
  readonly users: number;
  /** The logs of the seeds 0 to seeds - 1. */
  readonly seeds: number;
}

/** How it is read: the same fit, another number. */
export interface Reading {
  readonly k: number;
  readonly ties: TieRule;
  /** Sampled items to rank among; 0: the whole catalogue. */
  readonly candidates: number;
}

/** All the choices behind one leaderboard. */
export type Setup = World & Reading;

/** How this book reads its leaderboard. */
export const usualSetup: Setup = {
  split: 'last-new',
  world: 'usual',
  tuned: {},
  users: 300,
  seeds: 1,
  k: 10,
  ties: 'lower-id',
  candidates: 0,
};

/** Where every test item stands, for every model, on one log. */
export interface LogStandings {
  readonly n: number;
  readonly unreachable: number;
  readonly cold: number;
  readonly leak: number;
  /** Has this test user a history? [test users] */
  readonly known: readonly boolean[];
  /** [entries][test users] */
  readonly at: readonly (readonly (Standing | null)[])[];
}

/** Draws, splits and fits one log of this world. */
export function fitLog(
  { split, world, tuned, users }: Omit<World, 'seeds'>,
  seed: number,
  onFit: (id: string) => void = () => undefined,
): LogStandings {
  const { recipe } = findWorld(world);
  const options = { ...recipe, nUsers: users, nInter: 60 * users, seed };
  const log = makeSynthetic(options);
  const { interactions } = log;
  const parts =
    split === 'time'
      ? splitAtTime(interactions)
      : trainTestSplitLast(interactions, users, { holdOut: split });
  const data = withTruth(log, parts);
  return {
    ...countTestUsers(data),
    known: knownUsers(data),
    leak: leakOf(parts.train, parts.test, interactions),
    at: entriesWith(tuned).map((entry) => {
      onFit(entry.id);
      return standings(entry.fit(data), data);
    }),
  };
}

/** One row of the laboratory's leaderboard. */
export interface LabRow extends Estimate {
  readonly id: string;
  readonly title: string;
  /** Of those with a history and of those without; null for nobody. */
  readonly known: Estimate | null;
  readonly cold: Estimate | null;
}

/**
 * Recall of every entry under this reading of these logs: with one log the
 * interval is over users (exact, or the bootstrap's where ties make halves
 * of hits), with several it is over logs (Student).
 */
export function readLogs(
  logs: readonly LogStandings[],
  { k, ties, candidates, tuned }: Reading & Pick<World, 'tuned'>,
): LabRow[] {
  if (logs.length === 0) {
    throw bad(RangeError, 'readLogs', 'logs', 'at least one', logs);
  }
  const drawnFrom = samplesBySize();
  return entriesWith(tuned).map(({ id, title }, e) => {
    const gains = logs.map(({ at }) =>
      at[e].map((standing) =>
        chanceInSample(standing, k, ties, candidates),
      ),
    );
    const of = (isKnown: boolean): Estimate | null =>
      overLogs(
        logs.map(({ known }, log) =>
          gains[log].filter((_, n) => known[n] === isKnown),
        ),
        drawnFrom,
      );
    const nobody = { mean: NaN, low: -Infinity, high: Infinity };
    const all = overLogs(gains, drawnFrom) ?? nobody;
    return { id, title, ...all, known: of(true), cold: of(false) };
  });
}

/** The samples of so many users: all models are read with the same. */
function samplesBySize(): (size: number) => Samples {
  const known = new Map<number, Samples>();
  return (size) => {
    const drawn = known.get(size) ?? drawSamples(size, 1000, 0);
    known.set(size, drawn);
    return drawn;
  };
}

/** The mean over the logs that have somebody; null where none has. */
function overLogs(
  logs: readonly (readonly number[])[],
  drawnFrom: (size: number) => Samples,
): Estimate | null {
  const some = logs.filter(({ length }) => length > 0);
  if (some.length === 0) return null;
  const means = some.map((of) => of.reduce((a, b) => a + b, 0) / of.length);
  if (logs.length > 1) return overRuns(means);
  const [one] = some;
  return { mean: means[0], ...gainInterval(one, 1, drawnFrom(one.length)) };
}
// #endregion experiment
