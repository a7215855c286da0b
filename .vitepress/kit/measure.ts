// The results that prose may quote, by name: <Measured of="popularity.recall" />. All of them come from
// the default log (seed 0) with lists of ten; a name that is not here ends the build.
import { leaderboard, recommendAll } from '../../code/evaluation/leaderboard.ts';
import { findModel, syntheticDataset } from '../../code/models.ts';
import type { Dataset, ModelEntry, Options } from '../../code/models.ts';
import { recallAtK, syntheticDefaults, userSeen } from '../../code/recsys.ts';
import type { Recommender } from '../../code/recsys.ts';
import type { ModelId } from './modelStyle.ts';
import { shareOfFirst } from './shares.ts';
import type { PopularityPicture } from '../chapters/popularity/picture.ts';
import type { RandomPicture } from '../chapters/random/picture.ts';
import type { TrendingPicture } from '../chapters/trending/picture.ts';
import { boardEntries } from '../run/jobs/board.ts';
import { genresOf } from '../run/genres.ts';
import { defaultSpec, fitModel, readRun } from '../run/jobs/model.ts';

/** The list length of every quoted result. */
export const measuredK = 10;

type Measured = ModelId | 'implicit-als-tuned';

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

/** What the first chapters say beside their demos. */
type BaselineValue =
  | 'random.expected' // recall
  | 'random.expectedReachable' // recall among the test users who can be found
  | 'random.fewest' // hits: the 95 % band over seeds
  | 'random.most'
  | 'random.meanUnseen' // items, mean over test users
  | 'popularity.fifthShare' // of the events, held by the most popular fifth of the items
  | 'popularity.halfShare' // of the events, held by the lower half
  | 'trending.weight' // the sum of all weights
  | 'trending.shared' // of the first ten, how many are Popularity's too
  | 'content-based.firstGenre' // share of all list places that are of the user's top genre
  | 'content-based.spread'; // difference between the best and the worst cosine in a genre, median

/** Mean recall over the logs of ten seeds. */
type TenLogs = `${'random' | 'popularity' | 'trending' | 'trending-125' | 'content-based'}.tenLogs`;

/** All of it once more with the last new item held out, as the leaderboard leads with it. */
type NewValue = `${Measured | 'oracle'}.${ModelValue}` | `log.${LogValue}`;

export type MeasuredName =
  | `${Measured | 'oracle'}.${ModelValue}`
  | `log.${LogValue}`
  | `new.${NewValue}`
  | BaselineValue
  | TenLogs;

export type MeasuredResults = Readonly<Record<string, number>>;

function measureModel(entry: ModelEntry, data: Dataset): MeasuredResults {
  const [{ metrics, coverage }] = leaderboard(data, { k: measuredK, entries: [entry] });
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

function measureBaselines(): Record<BaselineValue, number> {
  const run = (id: string) => {
    const spec = defaultSpec(id);
    const fit = fitModel(spec);
    return { ...fit, genres: genresOf(fit.data), picture: readRun(spec, fit).picture };
  };
  const chance = run('random').picture as RandomPicture;
  const { counts } = run('popularity').picture as PopularityPicture;
  const trend = run('trending').picture as TrendingPicture;
  const content = run('content-based');
  const at = measuredK - 1;
  const { test, train, nItems, nUsers } = content.data;
  const seen = userSeen(train, nUsers);
  const unseen = [...test.keys()].map((user) => nItems - (seen.get(user)?.size ?? 0));
  return {
    'random.expected': chance.expected[at] / chance.nTest,
    'random.expectedReachable': chance.expected[at] / chance.reachable,
    'random.fewest': chance.low[at],
    'random.most': chance.high[at],
    'random.meanUnseen': Math.round(unseen.reduce((total, n) => total + n, 0) / unseen.length),
    'popularity.fifthShare': shareOfFirst(counts, Math.round(nItems / 5)),
    'popularity.halfShare': 1 - shareOfFirst(counts, Math.floor(nItems / 2)),
    'trending.weight': Math.round(trend.weight),
    'trending.shared': trend.shared,
    ...measureGenres(content.model, content.data, content.genres),
  };
}

/** How much of a content-based list is of one genre, and how little tells such items apart. */
function measureGenres(model: Recommender, { test }: Dataset, genres: readonly number[]) {
  let [places, first] = [0, 0];
  const spreads: number[] = [];
  for (const user of test.keys()) {
    const scores = model.scores(user);
    const top = genres[scores.indexOf(Math.max(...scores))];
    const list = model.recommend(user, measuredK);
    places += list.length;
    first += list.filter((item) => genres[item] === top).length;
    const ofTop = scores.filter((_, item) => genres[item] === top);
    spreads.push(Math.max(...ofTop) - Math.min(...ofTop));
  }
  spreads.sort((a, b) => a - b);
  return {
    'content-based.firstGenre': first / places,
    'content-based.spread': spreads[Math.floor(spreads.length / 2)],
  };
}

function measureTenLogs(): Record<TenLogs, number> {
  const tenLogs = Array.from({ length: 10 }, (_, seed) => syntheticDataset({ seed }));
  const recalls = (id: string, options: Options = findModel(id).defaults): number => {
    const each = tenLogs.map((data) => {
      const lists = recommendAll(findModel(id).fit(data, options), data.test, measuredK);
      return recallAtK(lists, data.test, measuredK);
    });
    return each.reduce((total, recall) => total + recall, 0) / each.length;
  };
  return {
    'random.tenLogs': recalls('random'),
    'popularity.tenLogs': recalls('popularity'),
    'trending.tenLogs': recalls('trending'),
    'trending-125.tenLogs': recalls('trending', { halfLife: 125 }),
    'content-based.tenLogs': recalls('content-based'),
  };
}

/** Names after a prefix, if any; rounded, so that the page carries no digits that nobody reads. */
function named(prefix: string, values: MeasuredResults): [string, number][] {
  return Object.entries(values).map(([name, value]) => [
    prefix ? `${prefix}.${name}` : name,
    Math.round(value * 1e6) / 1e6,
  ]);
}

/** Every entry of the leaderboard, and the log, under one split. */
function measureSplit(holdOut: 'last' | 'last-new', prefix: string): [string, number][] {
  const data = syntheticDataset({}, { holdOut });
  return [
    ...named(`${prefix}log`, measureLog(data)),
    ...boardEntries.flatMap((entry) => named(prefix + entry.id, measureModel(entry, data))),
  ];
}

export function measureAll(): MeasuredResults {
  return Object.fromEntries([
    ...measureSplit('last', ''),
    ...measureSplit('last-new', 'new.'),
    ...named('', measureBaselines()),
    ...named('', measureTenLogs()),
  ]);
}
