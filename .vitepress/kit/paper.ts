// A log small enough for paper: five people, five books, eleven events, times in days. The worked
// examples of the first chapters are computed from it by the models themselves.
import { Matrix } from 'ml-matrix';
import {
  ContentBased,
  decayWeight,
  Popularity,
  Random,
  rowOf,
  buildMatrix,
  Trending,
} from '../../code/recsys.ts';
import type { Interaction } from '../../code/recsys.ts';
import { books, paperFeatures, paperHalfLife as halfLife, people } from './paperNames.ts';
import { hitChance } from './chance.ts';

const k = 2;

export const paperLog: readonly Interaction[] = [
  [0, 0, 0],
  [1, 0, 0],
  [2, 0, 3],
  [0, 1, 3],
  [4, 2, 3],
  [1, 2, 6],
  [2, 1, 6],
  [3, 0, 6],
  [1, 3, 9],
  [2, 3, 9],
  [3, 3, 9],
];
/** What each took on day 12, new to all of them: the books that are held out. */
export const paperTruth: ReadonlyMap<number, number> = new Map([
  [0, 3],
  [1, 4],
  [2, 2],
  [3, 4],
  [4, 3],
]);

const sizes = [people.length, books.length] as const;
const everyone = people.map((_, user) => user);

function workRandom() {
  const model = new Random().fit(paperLog, ...sizes);
  const R = buildMatrix(paperLog, ...sizes);
  const rows = everyone.map((user) => {
    const seen = Array.from(rowOf(R, user));
    const held = paperTruth.get(user) ?? 0;
    const unseen = books.length - seen.length;
    const chance = hitChance(k, unseen);
    const list = model.recommend(user, k);
    return { user, seen, held, unseen, chance, list };
  });
  return {
    rows,
    expected: rows.reduce((total, row) => total + row.chance, 0) / rows.length,
  };
}

function workPopularity() {
  const model = new Popularity().fit(paperLog, ...sizes);
  return {
    counts: Array.from(model.scores(0)),
  };
}

function workTrending() {
  const model = new Trending({ halfLife }).fit(paperLog, ...sizes);
  const now = Math.max(...paperLog.map(([, , time]) => time));
  return {
    now,
    weights: paperLog.map(([, , time]) => decayWeight(now - time, halfLife)),
    scores: Array.from(model.scores(0)),
  };
}

function workContentBased() {
  const user = 1;
  const model = new ContentBased({ halfLife });
  model.fit(paperLog, new Matrix(paperFeatures.map((row) => [...row])), ...sizes);
  const past = paperLog.filter(([u]) => u === user);
  const latest = Math.max(...past.map(([, , time]) => time));
  return {
    user,
    past: past.map(([, item, time]) => ({
      item,
      age: latest - time,
      weight: decayWeight(latest - time, halfLife),
    })),
    profile: Array.from(model.profile(user) ?? []),
    cosines: Array.from(model.scores(user)),
    list: model.recommend(user, k),
  };
}

export const workAll = () => ({
  log: paperLog,
  random: workRandom(),
  popularity: workPopularity(),
  trending: workTrending(),
  contentBased: workContentBased(),
});

export type Worked = ReturnType<typeof workAll>;
