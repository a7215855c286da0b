import { describe, expect, test } from 'vitest';
import { syntheticDataset } from '../../../code/models.ts';
import { Popularity, Random, recallAtK, stream } from '../../../code/recsys.ts';
import type { Interaction } from '../../../code/recsys.ts';
import { itemsOf, range } from '../../support/logs.ts';
import { bandOfHits, chiSquare, chiSquareBound } from '../../support/statistics.ts';

describe('Random', () => {
  test('gives every order of the unseen items the same chance', () => {
    // Four items, item 1 seen by all: 3! = 6 orders of items 0, 2 and 3.
    const nUsers = 6000;
    const rows = range(nUsers).map((u): Interaction => [u, 1, 0]);
    const model = new Random().fit(rows, nUsers, 4);
    const counts = new Map<string, number>();
    for (const user of range(nUsers)) {
      const order = model.recommend(user).join(' ');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(Array.from(counts.keys()).sort()).toEqual([
      '0 2 3',
      '0 3 2',
      '2 0 3',
      '2 3 0',
      '3 0 2',
      '3 2 0',
    ]);
    // 5 degrees of freedom: above 25.7 once in 10,000 times.
    expect(chiSquare(Array.from(counts.values()), 1000)).toBeLessThan(25.7);
  });

  test('scores with the draws of its own stream, which no other seed, user or purpose shares', () => {
    const model = new Random({ seed: 3 }).fit([], 5, 20);
    const draw = stream('Random', 3, 4);
    expect(Array.from(model.scores(4))).toEqual(range(20).map(() => draw()));
    const others = [stream('Random', 3, 3), stream('Random', 2, 4), stream('', 3, 4)];
    const first = stream('Random', 3, 4)();
    for (const other of others) expect(other()).not.toBe(first);
  });

  test('hits k times in as many tries as there are unseen items', () => {
    // One held-out item among 20, none seen: 5 places of 20 hit with chance 1/4. Over 4,000 users
    // the share has a standard deviation of √(1/4 · 3/4 / 4000) = 0.0068.
    const nUsers = 4000;
    const model = new Random({ seed: 3 }).fit([], nUsers, 20);
    const recs = new Map(range(nUsers).map((u) => [u, model.recommend(u, 5)]));
    const truth = new Map(range(nUsers).map((u) => [u, u % 20]));
    expect(Math.abs(recallAtK(recs, truth, 5) - 0.25)).toBeLessThan(4 * 0.0068);
  });

  test('gives each user an order of their own, the same whoever asked before', () => {
    const model = new Random().fit([], 3, 30);
    const lists = [0, 1, 2].map((u) => model.recommend(u, 30));
    expect(new Set(lists.map(String)).size).toBe(3);
    const other = new Random().fit([], 3, 30);
    expect([2, 1, 0].map((u) => other.recommend(u, 30)).reverse()).toEqual(lists);
  });

  test('has another order for another seed, and for a far one or a negative one', () => {
    const list = (seed: number) => new Random({ seed }).fit([], 1, 30).recommend(0, 30).join();
    const seeds = [0, 1, -1, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER];
    expect(new Set(seeds.map(list)).size).toBe(5);
  });

  test('looks at the sizes alone, not at what others did', () => {
    const before = new Random().fit([], 2, 30).scores(0);
    const after = new Random().fit([[1, 4, 0]], 9, 30).scores(0);
    expect(after).toEqual(before);
  });

  test('has seed 0 when not told', () => {
    expect(new Random().options).toEqual({ seed: 0 });
    expect(Random.defaults).toEqual({ seed: 0 });
  });
});

describe('the recall of Random', () => {
  // Each user's last new item is held out: all can be found. A list of k out of n unseen items
  // holds it with chance k / n, whatever else is in the log, and each user and seed is a new try.
  const data = syntheticDataset({}, { holdOut: 'last-new' });
  const users = Array.from(data.test.keys());
  const seenBy = new Map(users.map((u) => [u, new Set(itemsOf({ rows: data.train }, u))]));
  const seenOf = (user: number): ReadonlySet<number> => seenBy.get(user) ?? new Set();
  const unseen = users.map((u) => data.nItems - seenOf(u).size);
  const models = range(40).map((seed) =>
    new Random({ seed }).fit(data.train, data.nUsers, data.nItems),
  );
  const cuts = [1, 3, 10, 30, 64, 90];

  /** How a user's items are ranked, best first. */
  type Ranking = (model: Random, user: number) => readonly number[];
  const random: Ranking = (model, user) => model.recommend(user, data.nItems);

  /** The place of each held-out item, from 0: the users of one seed after those of another. */
  const placesIn = (ranking: Ranking): number[] =>
    models.flatMap((model) => users.map((u) => ranking(model, u).indexOf(data.test.get(u) ?? -1)));

  const hitsAt = (k: number, places: readonly number[]) =>
    places.filter((place) => place >= 0 && place < k).length;

  /** Chance leaves one of these bands once in a million logs. */
  const bands = cuts.map((k) => {
    const chances = unseen.map((n) => Math.min(1, k / n));
    const all = models.flatMap(() => chances);
    return { k, ...bandOfHits(all, 1e-6) };
  });
  const outside = (places: readonly number[]) =>
    bands.filter(({ k, low, high }) => hitsAt(k, places) < low || hitsAt(k, places) > high);

  /** How unevenly the places fill ten equal parts of the list. */
  function unevenness(places: readonly number[]): number {
    const [found, expected] = [new Array<number>(10).fill(0), new Array<number>(10).fill(0)];
    places.forEach((place, n) => {
      const size = unseen[n % users.length];
      const part = (at: number) => Math.floor((10 * at) / size);
      found[part(place)]++;
      for (let at = 0; at < size; at++) expected[part(at)] += 1 / size;
    });
    return chiSquare(found, expected);
  }

  test('lies in the exact binomial band at every cut', () => {
    const places = placesIn(random);
    const said = bands.map(({ k, low, high }) => `k ${k}: ${hitsAt(k, places)} in ${low}-${high}`);
    console.log(`Random, hits in ${places.length} tries: ${said.join('; ')}`);
    expect(outside(places)).toEqual([]);
    // The metric counts the same hits.
    const recalled = models.map((model) => {
      const lists = new Map(users.map((u) => [u, model.recommend(u, 10)]));
      return recallAtK(lists, data.test, 10) * users.length;
    });
    expect(recalled.reduce((a, b) => a + b)).toBeCloseTo(hitsAt(10, places), 6);
  });

  test('comes from places that are all equally likely', () => {
    expect(unevenness(placesIn(random))).toBeLessThan(chiSquareBound(9));
  });

  /** A full sort by these scores of the items that are not left out. */
  const sorted = (scores: Float64Array, out: ReadonlySet<number>) =>
    range(scores.length)
      .filter((i) => !out.has(i))
      .sort((a, b) => scores[b] - scores[a]);
  const counts = new Popularity().fit(data.train, data.nUsers, data.nItems).scores(0);
  const most = Math.max(...counts);
  const leaning: Ranking = (model, user) =>
    sorted(
      model.scores(user).map((s, i) => s + (0.15 * counts[i]) / most),
      seenOf(user),
    );

  test.for<[does: string, ranking: Ranking]>([
    ['leans a little to what many have', leaning],
    ['does not leave out what is seen', (model, u) => sorted(model.scores(u), new Set())],
    ['wastes its first place', (model, u) => [...seenOf(u)].slice(0, 1).concat(random(model, u))],
  ])('would leave the band with a model that %s', ([, ranking]) => {
    expect(outside(placesIn(ranking)).length).toBeGreaterThan(0);
  });

  test('would come from uneven places with a model that leans a little', () => {
    expect(unevenness(placesIn(leaning))).toBeGreaterThan(chiSquareBound(9));
  });

  test('has a band that can be worked by hand', () => {
    // Ten fair coins: no head has chance 1/1024, at most one head 11/1024.
    const coins = range(10).map(() => 0.5);
    expect(bandOfHits(coins, 0.015)).toEqual({ low: 1, high: 9 });
    expect(bandOfHits(coins, 0.025)).toEqual({ low: 2, high: 8 });
    // A sure hit, one that can't be, and one in four: 1 with chance 3/4, 2 with 1/4.
    expect(bandOfHits([1, 0, 0.25], 0.4)).toEqual({ low: 1, high: 2 });
    expect(bandOfHits([1, 0, 0.25], 0.6)).toEqual({ low: 1, high: 1 });
  });
});
