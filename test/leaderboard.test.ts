import { describe, expect, test } from 'vitest';
import { drawSamples } from '../code/evaluation/intervals.ts';
import {
  countTestUsers,
  evaluate,
  gainsOf,
  knownUsers,
  leaderboard,
  metricNames,
  metrics,
  oracle,
  recommendAll,
  spreadOf,
} from '../code/evaluation/leaderboard.ts';
import type { Row } from '../code/evaluation/leaderboard.ts';
import { rateInterval } from '../code/evaluation/rates.ts';
import { findModel, models, syntheticDataset } from '../code/models.ts';
import { inTier } from './support/tier.ts';
import { range } from './support/logs.ts';
import { mean } from './support/statistics.ts';

const data = syntheticDataset({ nUsers: 60, nItems: 40, nInter: 900, seed: 3 });

describe('the leaderboard', () => {
  const rows = leaderboard(data, { samples: 200 });

  test('has one row per model, in the order of the catalogue', () => {
    expect(rows.map(({ id }) => id)).toEqual(models.map(({ id }) => id));
  });

  test('has for each model the metrics of its own lists', () => {
    for (const { id, metrics: estimates } of rows) {
      const lists = recommendAll(findModel(id).fit(data), data.test, 10);
      for (const name of metricNames) {
        expect(estimates[name].mean).toBe(metrics[name](lists, data.test, 10));
      }
    }
  });

  test('has intervals around their means, from 0 to 1', () => {
    for (const { id, metrics: estimates } of rows) {
      for (const name of metricNames) {
        const { mean: m, low, high } = estimates[name];
        expect(low <= m && m <= high, `${id} ${name}: ${low} ${m} ${high}`).toBe(true);
        expect(low >= 0 && high <= 1).toBe(true);
        if (m > 0) expect(high).toBeGreaterThan(low);
      }
    }
  });

  test('has precision as recall divided by k, its interval too', () => {
    for (const k of [1, 4]) {
      for (const { metrics: estimates } of leaderboard(data, { k, samples: 50 })) {
        for (const end of ['mean', 'low', 'high'] as const) {
          expect(estimates.precision[end]).toBeCloseTo(estimates.recall[end] / k, 14);
        }
      }
    }
  });

  test('is the same for the same seed; another seed moves intervals, not means', () => {
    expect(leaderboard(data, { samples: 200 })).toEqual(rows);
    const other = leaderboard(data, { samples: 200, seed: 1 });
    const only = (end: 'mean' | 'low', some: readonly Row[]) =>
      some.map((row) => metricNames.map((name) => row.metrics[name][end]));
    expect(only('mean', other)).toEqual(only('mean', rows));
    expect(only('low', other)).not.toEqual(only('low', rows));
  });

  test('draws the same samples for every model: two of a kind have equal rows', () => {
    const twice = [findModel('bpr'), findModel('bpr')];
    const [a, b] = leaderboard(data, { entries: twice, samples: 100 });
    expect(a).toEqual(b);
  });

  test('compares the models that it is given', () => {
    const entries = [findModel('trending'), findModel('random')];
    const some = leaderboard(data, { entries, samples: 200 });
    expect(some).toEqual([rows[2], rows[0]]);
    expect(leaderboard(data, { entries: [] })).toEqual([]);
  });

  test('tells of every step of every fit in order, and of a row when it is there', () => {
    const said: string[] = [];
    const told: Row[] = [];
    const result = leaderboard(data, {
      samples: 20,
      onProgress: (id, { step, total, value }) => {
        expect(Number.isFinite(value)).toBe(true);
        said.push(`${id} ${step}/${total}`);
      },
      onRow: (row) => {
        told.push(row);
        said.push(`row ${row.id}`);
      },
    });
    const steps = (id: string, total: number) => range(total).map((n) => `${id} ${n + 1}/${total}`);
    expect(said).toEqual([
      ...models.flatMap(({ id, curve, defaults }) => [
        ...(curve ? steps(id, defaults['iters'] ?? defaults['epochs']) : []),
        `row ${id}`,
      ]),
    ]);
    expect(said).toContain('bpr 30/30');
    expect(told).toEqual(result);
  });

  test('does not depend on who listens', () => {
    const heard = leaderboard(data, { samples: 200, onProgress: () => undefined });
    expect(heard).toEqual(rows);
  });

  test('ends with the error of a listener', () => {
    const onProgress = (): void => {
      throw new Error('stop');
    };
    expect(() => leaderboard(data, { onProgress })).toThrow('stop');
  });

  test('refuses a k that is none, and a split without a test user', () => {
    expect(() => leaderboard(data, { k: 0 })).toThrow(RangeError);
    expect(() => leaderboard({ ...data, test: new Map() })).toThrow(RangeError);
  });
});

describe('the lists of all test users', () => {
  test('are what the model gives each of them', () => {
    const model = findModel('item-item-cf').fit(data);
    const lists = recommendAll(model, data.test, 7);
    expect(Array.from(lists.keys())).toEqual(Array.from(data.test.keys()));
    for (const [user, list] of lists) expect(list).toEqual(model.recommend(user, 7));
  });
});

describe('an evaluation', () => {
  test('of one user says hardly anything', () => {
    const one = new Map(Array.from(data.test).slice(0, 1));
    const model = findModel('popularity').fit(data);
    const { metrics: result } = evaluate(model, { ...data, test: one }, 10, drawSamples(1, 50, 0));
    for (const name of metricNames) {
      const { mean: m, low, high } = result[name];
      const most = name === 'precision' ? 0.1 : 1;
      expect(high - low).toBeCloseTo(0.975 * most, 12);
      expect(low <= m && m <= high).toBe(true);
    }
  });
});

describe('a row', () => {
  const rows = leaderboard(data, { samples: 10 });

  test('has the rank of every hit, from which its metrics follow', () => {
    for (const { id, ranks, metrics: estimates } of rows) {
      const lists = recommendAll(findModel(id).fit(data), data.test, 10);
      const places = Array.from(data.test, ([user, item]) => lists.get(user)?.indexOf(item) ?? -1);
      expect(ranks).toEqual(places.map((place) => place + 1));
      for (const name of metricNames) {
        const gains = gainsOf(name, ranks, 10);
        const total = gains.reduce((sum, gain) => sum + gain, 0);
        expect(total / gains.length).toBeCloseTo(estimates[name].mean, 14);
      }
    }
  });

  test('says whom it tested, as the split has them', () => {
    const users = countTestUsers(data);
    for (const row of rows) expect(row).toMatchObject(users);
  });

  test('has the spread of its own lists', () => {
    for (const { id, coverage, gini } of rows) {
      const lists = recommendAll(findModel(id).fit(data), data.test, 10);
      expect({ coverage, gini }).toEqual(spreadOf(lists, data.nItems));
    }
    const coverage = new Map(rows.map((row) => [row.id, row.coverage]));
    expect(coverage.get('random')).toBeGreaterThan(coverage.get('popularity') ?? 1);
  });
});

describe('the test users', () => {
  test('are counted by hand', () => {
    // User 0 has had what is held out, user 1 has not, user 2 has no event at all.
    const train = [
      [0, 4, 0],
      [0, 4, 1],
      [1, 4, 2],
      [3, 5, 3],
    ] as const;
    const test = new Map([
      [0, 4],
      [1, 5],
      [2, 4],
    ]);
    const counted = countTestUsers({ ...data, train, test });
    expect(counted).toEqual({ n: 3, unreachable: 1, cold: 1 });
  });

  test('are known or not, in their order', () => {
    const train = [[3, 5, 3], [0, 4, 0]] as const; // prettier-ignore
    const test = new Map([[0, 4], [1, 5], [3, 4]]); // prettier-ignore
    expect(knownUsers({ ...data, train, test })).toEqual([true, false, true]);
  });

  test('with and without a history have their metrics apart', () => {
    // Every third test user loses their history.
    const strangers = new Set(Array.from(data.test.keys()).filter((user) => user % 3 === 0));
    const train = data.train.filter(([user]) => !strangers.has(user));
    const entries = [findModel('popularity'), findModel('item-item-cf')];
    const rows = leaderboard({ ...data, train }, { entries, samples: 100 });
    const known = knownUsers({ ...data, train });
    rows.forEach(({ apart, ranks, n, cold, metrics: all }) => {
      expect(cold).toBe(strangers.size);
      for (const [group, isKnown] of [
        [apart.known, true],
        [apart.cold, false],
      ] as const) {
        // prettier-ignore
        const own = ranks.filter((_, place) => known[place] === isKnown);
        const hits = own.filter((rank) => rank > 0).length;
        expect(group?.recall).toEqual({
          mean: hits / own.length,
          ...rateInterval(hits, own.length),
        });
      }
      const [k, c] = [apart.known?.ndcg.mean ?? NaN, apart.cold?.ndcg.mean ?? NaN];
      expect(((n - cold) * k + cold * c) / n).toBeCloseTo(all.ndcg.mean, 14);
    });
    const [popularity, itemItem] = rows;
    expect(itemItem.apart.cold?.recall.mean).toBe(0);
    expect(popularity.apart.cold?.recall.mean).toBeGreaterThan(0);
  });

  test('of one kind alone have the metrics of all', () => {
    const [row] = leaderboard(data, { entries: [findModel('popularity')], samples: 50 });
    expect(row.apart).toEqual({ known: row.metrics, cold: null });
  });

  test('whose item is not in the catalogue cannot be served, which is counted', () => {
    const train = [[0, 4, 0], [1, 4, 1]] as const; // prettier-ignore
    const test = new Map([[0, 99], [1, 5]]); // prettier-ignore
    const counted = countTestUsers({ ...data, train, test, nItems: 6 });
    expect(counted).toEqual({ n: 2, unreachable: 1, cold: 0 });
  });

  test('can all be served when the last new item is held out, and most cannot when the last is', () => {
    expect(countTestUsers(syntheticDataset({}, { holdOut: 'last-new' }))).toMatchObject({
      n: 300,
      unreachable: 0,
      cold: 0,
    });
    const { n, unreachable } = countTestUsers(syntheticDataset());
    expect(unreachable / n).toBeGreaterThan(0.55);
    expect(unreachable / n).toBeLessThan(0.65);
  });

  test('who cannot be served hold the recall of every model under their ceiling', () => {
    const { n, unreachable } = countTestUsers(data);
    expect(unreachable).toBeGreaterThan(0);
    for (const row of leaderboard(data, { k: data.nItems, samples: 10 })) {
      expect(row.metrics.recall.mean).toBe((n - unreachable) / n);
    }
  });
});

describe('coverage and Gini', () => {
  const lists = (...all: number[][]) => new Map(all.map((list, user) => [user, list]));

  test('are worked by hand', () => {
    // Items are shown 0, 1, 1 and 2 times: G = (-3·0 - 1·1 + 1·1 + 3·2) / (4 · 4) = 6/16.
    expect(spreadOf(lists([3, 1], [3, 2]), 4)).toEqual({ coverage: 3 / 4, gini: 6 / 16 });
  });

  test('are 1 and 0 when every item is shown as often, whatever the order', () => {
    expect(spreadOf(lists([0, 1], [2, 3]), 4)).toEqual({ coverage: 1, gini: 0 });
  });

  test('are lowest and highest when all lists are one item', () => {
    expect(spreadOf(lists([0], [0], [0]), 10)).toEqual({ coverage: 1 / 10, gini: 9 / 10 });
  });

  test('are both 0 when nothing is shown', () => {
    expect(spreadOf(lists([], []), 5)).toEqual({ coverage: 0, gini: 0 });
  });
});

describe('the oracle', () => {
  test('lists the most probable of the unseen items', () => {
    const model = oracle.fit(data);
    const user = 11;
    const chances = data.probabilities?.(user) ?? new Float64Array();
    const seen = new Set(data.train.filter(([u]) => u === user).map(([, i]) => i));
    const best = range(data.nItems)
      .filter((i) => !seen.has(i))
      .sort((a, b) => chances[b] - chances[a] || a - b);
    expect(model.recommend(user)).toEqual(best.slice(0, 10));
    expect(model.recommend(user, 3)).toEqual(best.slice(0, 3));
  });

  test('is passed by no model in the mean over many logs, on either split', () => {
    for (const holdOut of ['last', 'last-new'] as const) {
      const recalls = range(inTier(8, 20)).map((seed) =>
        leaderboard(syntheticDataset({ seed }, { holdOut }), {
          entries: [...models, oracle],
          samples: 1,
        }).map((row) => row.metrics.recall.mean),
      );
      const means = models.map((_, m) => mean(recalls.map((row) => row[m])));
      expect(Math.max(...means)).toBeLessThan(mean(recalls.map((row) => row[models.length])));
    }
  });

  test('needs to know the generator', () => {
    const { probabilities, ...unknown } = data;
    expect(probabilities).toBeDefined();
    expect(() => oracle.fit(unknown)).toThrow('oracle: data must have probabilities, got none');
  });
});
