// Lists for many users at once are the lists of each.
import { afterEach, describe, expect, test } from 'vitest';
import { models } from '../code/models.ts';
import { recommendBatch, useBackend } from '../code/recsys.ts';
import type { Recommender } from '../code/recsys.ts';
import { featuresFor, forSmallLogs, lcg, randomLog, range } from './support/logs.ts';
import type { SmallLog } from './support/logs.ts';

afterEach(() => useBackend('wasm'));

/** What `recommend` gives them one by one, filled up with -1. */
function oneByOne(model: Recommender, users: readonly number[], k: number): number[] {
  return users.flatMap((user) => {
    const list = model.recommend(user, k);
    return [...list, ...range(k - list.length).map(() => -1)];
  });
}

const fitOn = ({ rows, nUsers, nItems }: SmallLog, entry: (typeof models)[number]): Recommender => {
  const data = { train: rows, test: new Map(), itemFeats: featuresFor(nItems), nUsers, nItems };
  return entry.fit(data, { ...entry.defaults, ...(entry.factors && { factors: 3 }) });
};

describe.for(models)('$name', (entry) => {
  test('gives every user the same list at once as one by one, whatever the log and k', () => {
    forSmallLogs((log) => {
      const model = fitOn(log, entry);
      const draw = lcg(log.rows.length);
      // In any order, some twice, some not at all.
      const users = range(8).map(() => Math.floor(draw() * log.nUsers));
      for (const k of [1, 2, log.nItems, log.nItems + 3]) {
        expect(Array.from(recommendBatch(model, users, k))).toEqual(oneByOne(model, users, k));
      }
    }, 20);
  });
});

describe.for(models.filter(({ factors }) => factors))('$name, in blocks', (entry) => {
  test.for([1, 10, 64, 65, 300, 700])('gives the same lists of %i', (k) => {
    // More users and items than there are in a block; some users have nearly all items.
    const log = randomLog(150, 600, 4000, 3);
    const busy = range(590).map((i) => [7, i + 5, i] as const);
    const model = fitOn({ ...log, rows: [...log.rows, ...busy] }, entry);
    const users = range(150).reverse();
    for (const name of ['wasm', 'typescript'] as const) {
      useBackend(name);
      expect(Array.from(recommendBatch(model, users, k))).toEqual(oneByOne(model, users, k));
    }
  });
});

describe('lists for many users', () => {
  const entry = models[0];
  const model = fitOn(randomLog(4, 5, 12), entry);

  test('are of ten items unless told, and lie one behind the other', () => {
    const lists = recommendBatch(model, [2, 0]);
    expect(lists).toBeInstanceOf(Int32Array);
    expect(lists).toHaveLength(20);
    expect(Array.from(lists.subarray(10).filter((id) => id >= 0))).toEqual(model.recommend(0));
  });

  test('of nobody are none', () => {
    for (const one of models) {
      expect(recommendBatch(fitOn(randomLog(4, 5, 12), one), [], 3)).toHaveLength(0);
    }
  });

  test('may be asked for by any list of ids', () => {
    const lists = recommendBatch(model, [3, 1], 2);
    expect(recommendBatch(model, Int32Array.of(3, 1), 2)).toEqual(lists);
    expect(recommendBatch(model, { length: 2, 0: 3, 1: 1 }, 2)).toEqual(lists);
  });

  test('are made by a model of anyone’s', () => {
    const own: Recommender = {
      scores: () => new Float64Array(3),
      recommend: (user, k = 10) => [2, 1, 0].slice(user).slice(0, k),
    };
    expect(Array.from(recommendBatch(own, [0, 2], 2))).toEqual([2, 1, 0, -1]);
    // One that has a way of its own is asked for that.
    const quick = { ...own, recommendBatch: () => Int32Array.of(5) };
    expect(recommendBatch(quick, [0], 1)).toEqual(Int32Array.of(5));
  });
});
