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

/** The lists that Random draws under one seed, and how many of them hold what was held out. */
function drawRandom(seed: number) {
  const model = new Random({ seed }).fit(paperLog, ...sizes);
  const lists = everyone.map((user) => model.recommend(user, k));
  const found = lists.filter((list, user) => list.includes(paperTruth.get(user) ?? 0)).length;
  return { seed, lists, found };
}

function workRandom() {
  const R = buildMatrix(paperLog, ...sizes);
  const chances = everyone.map((user) => hitChance(k, books.length - rowOf(R, user).length));
  const expected = chances.reduce((total, chance) => total + chance, 0);
  // The first seed happens to find all. What is shown is the first that finds about as many as chance should.
  const draws = Array.from({ length: 20 }, (_, seed) => drawRandom(seed));
  const [first] = draws;
  const shown = draws.find(({ found }) => found === Math.round(expected)) ?? first;
  const rows = everyone.map((user) => ({
    user,
    seen: Array.from(rowOf(R, user)),
    held: paperTruth.get(user) ?? 0,
    list: shown.lists[user],
  }));
  return {
    rows,
    /** Of all people, by chance and in the draw that is shown. */
    expected,
    found: shown.found,
    seed: shown.seed,
    first: { found: first.found, seed: first.seed },
    /** Of 100 draws, so many find what everybody took. */
    all: 100 * chances.reduce((product, chance) => product * chance, 1),
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
