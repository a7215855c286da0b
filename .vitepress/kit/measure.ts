// The results that prose may quote, by name: <Measured of="popularity.recall" />. All of them come from
// the default log (seed 0) as the book splits it, with lists of ten; a name that is not here ends the build.
import { countTestUsers, leaderboard } from '../../code/evaluation/leaderboard.ts';
import { entriesWith } from '../../code/evaluation/tuned.ts';
import type { Tuned } from '../../code/evaluation/tuned.ts';
import { syntheticDataset } from '../../code/models.ts';
import type { Dataset } from '../../code/models.ts';
import { syntheticDefaults, userSeen } from '../../code/recsys.ts';
import { bookLog } from '../run/bookLog.ts';
import { bySlug } from '../run/bySlug.ts';
import type { Board, BoardRow } from '../run/jobs/board.ts';
import { claimLogs } from './claimLogs.ts';
import { recallFrom } from './measuring.ts';
import type { RecallOnLogs } from './measuring.ts';
import { otherSplit } from './splitOf.ts';

/** The list length of every quoted result. */
export const measuredK = 10;

type ModelValue =
  | 'recall'
  | 'precision'
  | 'ndcg'
  | 'map'
  | 'recallLow' // of the exact 95 % interval over users
  | 'recallHigh'
  | 'hits' // test users whose held-out item is in their list
  | 'covered' // different items in all the lists together
  | 'coverage'; // the same as a share of the catalogue

type LogValue =
  | 'users'
  | 'items'
  | 'genres'
  | 'events'
  | 'train'
  | 'test' // test users
  | 'pairs' // different pairs of user and item in train
  | 'density' // pairs as a share of all cells
  | 'logs' // how many of them a mean over logs is of
  | 'k';

/** What the section on splits says of the other rule: hide the last event of everyone, new or not. */
type OtherValue =
  | 'test' // test users
  | 'repeats' // those who have had the held-out item before, so that no list can hold it
  | 'ceiling'; // the recall that no model can pass

export type MeasuredResults = Readonly<Record<string, number>>;

/** What a chapter measures besides, in `measured.ts` of its folder: each name goes on after the slug. */
const ofChapters = bySlug(
  import.meta.glob<(recallOnLogs: RecallOnLogs) => MeasuredResults>(
    '../chapters/[a-z]*/measured.ts',
    {
      eager: true,
      import: 'measured',
    },
  ),
);

function measureRow({ metrics, coverage }: BoardRow, data: Dataset): MeasuredResults {
  const { recall, precision, ndcg, map } = metrics;
  const values: Record<ModelValue, number> = {
    recall: recall.mean,
    precision: precision.mean,
    ndcg: ndcg.mean,
    map: map.mean,
    recallLow: recall.low,
    recallHigh: recall.high,
    hits: Math.round(recall.mean * data.test.size),
    covered: Math.round(coverage * data.nItems),
    coverage,
  };
  return values;
}

function measureLog({ train, test, nUsers, nItems }: Dataset): MeasuredResults {
  const seen = userSeen(train, nUsers);
  const pairs = [...seen.values()].reduce((total, items) => total + items.size, 0);
  const values: Record<LogValue, number> = {
    users: nUsers,
    items: nItems,
    genres: syntheticDefaults.nGenres,
    events: syntheticDefaults.nInter,
    train: train.length,
    test: test.size,
    pairs,
    density: pairs / (nUsers * nItems),
    logs: claimLogs,
    k: measuredK,
  };
  return values;
}

/** Names after a prefix; rounded, so that the page carries no digits that nobody reads. */
function named(prefix: string, values: MeasuredResults): [string, number][] {
  return Object.entries(values).map(([name, value]) => [
    prefix + name,
    Math.round(value * 1e6) / 1e6,
  ]);
}

/** The same log under the rule of the seed: for the section on splits, which shows what it costs. */
function measureOther(): MeasuredResults {
  const { n, unreachable } = countTestUsers(syntheticDataset({}, { holdOut: otherSplit.rule }));
  const values: Record<OtherValue, number> = {
    test: n,
    repeats: unreachable,
    ceiling: 1 - unreachable / n,
  };
  return values;
}

/**
 * @param board of the page about it: the same rows, where they were made already
 * @param recalls of the claims' logs, as far as they were measured already
 * @param tuned the settings that were found for the models, where there is no board
 */
export function measureAll(
  board?: Board,
  recalls: Readonly<Record<string, number>> = {},
  tuned: Tuned = {},
): MeasuredResults {
  const log = bookLog();
  const recallOnLogs = recallFrom(recalls);
  const rows: readonly BoardRow[] = board
    ? [...board.rows, board.oracle]
    : leaderboard(log, { k: measuredK, entries: entriesWith(tuned) });
  return Object.fromEntries([
    ...named('log.', measureLog(log)),
    ...rows.flatMap((row) => named(`${row.id}.`, measureRow(row, log))),
    ...named(otherSplit.prefix, measureOther()),
    ...Object.entries(ofChapters).flatMap(([slug, measured]) =>
      named(`${slug}.`, measured(recallOnLogs)),
    ),
  ]);
}
