// The results that prose may quote, by name: <Measured of="popularity.recall" />. All of them come from
// the default log (seed 0) with lists of ten; a name that is not here ends the build.
import { leaderboard, recommendAll } from '../../../code/leaderboard.ts';
import { findModel, models, syntheticDataset } from '../../../code/models.ts';
import type { Dataset, ModelEntry } from '../../../code/models.ts';
import { syntheticDefaults, userSeen } from '../../../code/recsys.ts';
import type { ModelId } from '../components/modelStyle.ts';

/** The list length of every quoted result. */
export const measuredK = 10;

/** `tuned` is ImplicitALS with a weaker confidence and a stronger pull to 0. */
type Measured = ModelId | 'implicit-als-tuned';
const als = findModel('implicit-als');
const tuned = { ...als, defaults: { ...als.defaults, alpha: 1, reg: 10, factors: 8 } };

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

export type MeasuredName = `${Measured}.${ModelValue}` | `log.${LogValue}`;

export type MeasuredResults = Readonly<Record<string, number>>;

function measureModel(entry: ModelEntry, data: Dataset): MeasuredResults {
  let lists: ReadonlyMap<number, readonly number[]> = new Map();
  const fit: ModelEntry['fit'] = (...given) => {
    const model = entry.fit(...given);
    lists = recommendAll(model, data.test, measuredK);
    return model;
  };
  const rows = leaderboard(data, { k: measuredK, entries: [{ ...entry, fit }] });
  const { recall, precision, ndcg, map } = rows[0].metrics;
  const covered = new Set([...lists.values()].flat()).size;
  const values: Record<ModelValue, number> = {
    recall: recall.mean,
    precision: precision.mean,
    ndcg: ndcg.mean,
    map: map.mean,
    recallLow: recall.low,
    recallHigh: recall.high,
    hits: Math.round(recall.mean * data.test.size),
    covered,
    coverage: covered / data.nItems,
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
    events: train.length + test.size,
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
    `${prefix}.${name}`,
    Math.round(value * 1e6) / 1e6,
  ]);
}

export function measureAll(): MeasuredResults {
  const data = syntheticDataset();
  return Object.fromEntries([
    ...named('log', measureLog(data)),
    ...models.flatMap((entry) => named(entry.id, measureModel(entry, data))),
    ...named('implicit-als-tuned', measureModel(tuned, data)),
  ]);
}
