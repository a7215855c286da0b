// The results that prose may quote, by name: <Measured of="popularity.recall" />. All of them come from
// the default log (seed 0) with lists of ten; a name that is not here ends the build.
import { leaderboard } from '../../code/evaluation/leaderboard.ts';
import { entriesWith } from '../../code/evaluation/tuned.ts';
import type { Tuned } from '../../code/evaluation/tuned.ts';
import { syntheticDataset } from '../../code/models.ts';
import type { Dataset } from '../../code/models.ts';
import { syntheticDefaults, userSeen } from '../../code/recsys.ts';
import { bySlug } from '../run/bySlug.ts';
import type { Board, BoardRow } from '../run/jobs/board.ts';

/** The list length of every quoted result. */
export const measuredK = 10;

type ModelValue =
  | 'recall'
  | 'precision'
  | 'ndcg'
  | 'map'
  | 'recallLow' // of the 95 % bootstrap interval over users
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
  | 'unreachable' // test users whose held-out item they have seen before
  | 'unreachableShare'
  | 'reachable'
  | 'ceiling' // the recall that no model can pass
  | 'k';

export type MeasuredResults = Readonly<Record<string, number>>;

/** What a chapter measures besides, in `measured.ts` of its folder: each name goes on after the slug. */
const ofChapters = bySlug(
  import.meta.glob<() => MeasuredResults>('../chapters/[a-z]*/measured.ts', {
    eager: true,
    import: 'measured',
  }),
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
  const unreachable = [...test].filter(([user, item]) => seen.get(user)?.has(item)).length;
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
    unreachable,
    unreachableShare: unreachable / test.size,
    reachable: test.size - unreachable,
    ceiling: 1 - unreachable / test.size,
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

/**
 * Every entry of the leaderboard, and the log, under one split.
 * @param rows of that leaderboard, where it was made already
 */
function measureSplit(
  holdOut: 'last' | 'last-new',
  prefix: string,
  tuned: Tuned,
  rows?: readonly BoardRow[],
): [string, number][] {
  const data = syntheticDataset({}, { holdOut });
  const all = rows ?? leaderboard(data, { k: measuredK, entries: entriesWith(tuned) });
  return [
    ...named(`${prefix}log.`, measureLog(data)),
    ...all.flatMap((row) => named(`${prefix}${row.id}.`, measureRow(row, data))),
  ];
}

/**
 * @param board of the page about it, whose split is that of the names with `new.`
 * @param tuned the settings that were found for the models
 */
export function measureAll(board?: Board, tuned: Tuned = board?.spec.tuned ?? {}): MeasuredResults {
  return Object.fromEntries([
    ...measureSplit('last', '', tuned),
    ...measureSplit('last-new', 'new.', tuned, board && [...board.rows, board.oracle]),
    ...Object.entries(ofChapters).flatMap(([slug, measured]) => named(`${slug}.`, measured())),
  ]);
}
