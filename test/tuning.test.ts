import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawSamples } from '../code/evaluation/intervals.ts';
import { evaluate, gainsOf, leaderboard } from '../code/evaluation/leaderboard.ts';
import { findModel, syntheticDataset } from '../code/models.ts';
import type { Dataset, ModelEntry } from '../code/models.ts';
import type { Interaction } from '../code/recsys.ts';
import { trainTestSplitLast } from '../code/recsys.ts';
import {
  bestTrial,
  gridOf,
  gridSearch,
  rivalsOf,
  testOnce,
  validationSplit,
  winnersCurse,
} from '../code/evaluation/tuning.ts';
import type { Trial } from '../code/evaluation/tuning.ts';
import { featuresFor, forSmallLogs } from './support/logs.ts';

const data = syntheticDataset(
  { nUsers: 60, nItems: 40, nInter: 900, seed: 3 },
  { holdOut: 'last-new' },
);
const als = findModel('implicit-als');
const few = gridOf({ reg: [10, 0.1], alpha: [1, 40], factors: [4], iters: [3] });

/** A split of the rows by the last new item. */
function splitOf(rows: readonly Interaction[], nUsers: number, nItems: number): Dataset {
  const parts = trainTestSplitLast(rows, nUsers, { holdOut: 'last-new' });
  return { ...parts, itemFeats: featuresFor(nItems), nUsers, nItems };
}

/** A truth that nobody may look at. */
const sealed = new Proxy(new Map<number, number>(), {
  get(_, name): never {
    throw new Error(`The test was opened, to read ${String(name)}.`);
  },
});

describe('the validation split', () => {
  test('is worked by hand: the last new item of the training rows is asked for', () => {
    // User 0 meets 4, 5, 4 again, 6, 5 again. 6 is the test; of 4, 5, 4 the last new one is 5.
    // User 1 has two items, and after the test nothing to split. User 2 has one event and no test.
    const log: Interaction[] = [
      [0, 4, 0],
      [0, 5, 1],
      [0, 4, 2],
      [0, 6, 3],
      [0, 5, 4],
      [1, 7, 5],
      [1, 4, 6],
      [2, 5, 7],
    ];
    const whole = splitOf(log, 3, 8);
    expect(whole.test).toEqual(
      new Map([
        [0, 6],
        [1, 4],
      ]),
    );
    const part = validationSplit(whole);
    expect(part.test).toEqual(new Map([[0, 5]]));
    expect(part.train).toEqual([
      [0, 4, 0],
      [1, 7, 5],
      [2, 5, 7],
    ]);
  });

  test('takes its rows from train, and has no test item of any user in them', () => {
    forSmallLogs(({ rows, nUsers, nItems }) => {
      const whole = splitOf(rows, nUsers, nItems);
      const part = validationSplit(whole);
      const given = new Set(whole.train);
      expect(part.train.length).toBeLessThanOrEqual(whole.train.length);
      for (const row of part.train) {
        expect(given).toContainEqual(row);
        expect(whole.test.get(row[0])).not.toBe(row[1]);
      }
      for (const [user, item] of part.test) {
        expect(whole.train.some(([u, i]) => u === user && i === item)).toBe(true);
        expect(whole.test.get(user)).not.toBe(item);
      }
    });
  });

  test('asks for what the user had not had, so that a list can hold it', () => {
    const part = validationSplit(data);
    expect(part.test.size).toBeGreaterThan(50);
    for (const [user, item] of part.test) {
      expect(part.train.some(([u, i]) => u === user && i === item)).toBe(false);
    }
  });

  test('can hold out the last event instead', () => {
    const part = validationSplit(data, { holdOut: 'last' });
    expect(part.test).toEqual(trainTestSplitLast(data.train, data.nUsers).test);
  });
});

describe('a grid', () => {
  test('has every combination once, the last name changing fastest', () => {
    expect(gridOf({ reg: [10, 1], alpha: [1, 4, 40] })).toEqual([
      { reg: 10, alpha: 1 },
      { reg: 10, alpha: 4 },
      { reg: 10, alpha: 40 },
      { reg: 1, alpha: 1 },
      { reg: 1, alpha: 4 },
      { reg: 1, alpha: 40 },
    ]);
  });

  test('without names has one setting, the defaults; without values it has none', () => {
    expect(gridOf({})).toEqual([{}]);
    expect(gridOf({ reg: [] })).toEqual([]);
  });
});

describe('a grid search', () => {
  const trials = Array.from(gridSearch(data, als, few, { samples: 200 }));

  test('says of each setting what the leaderboard says of it on the validation split', () => {
    const part = validationSplit(data);
    expect(trials.map(({ setting }) => setting)).toEqual(few);
    trials.forEach(({ setting, ...found }) => {
      const model = als.fit(part, { ...als.defaults, ...setting });
      expect(found).toEqual(evaluate(model, part, 10, drawSamples(part.test.size, 200, 0)));
    });
  });

  test('finds settings that differ', () => {
    const means = trials.map(({ metrics }) => metrics.recall.mean);
    expect(new Set(means).size).toBeGreaterThan(1);
    for (const mean of means) expect(mean).toBeGreaterThan(0);
  });

  test('does not see the test: other test items, or a sealed test, change nothing', () => {
    const others = new Map(Array.from(data.test, ([user, item]) => [user, (item + 7) % 40]));
    for (const secret of [others, sealed]) {
      const again = gridSearch({ ...data, test: secret }, als, few, { samples: 200 });
      expect(Array.from(again)).toEqual(trials);
    }
    expect(() => testOnce({ ...data, test: sealed }, als, few[0])).toThrow('The test was opened');
  });

  test('does not see the order of the settings', () => {
    const turned = Array.from(gridSearch(data, als, few.toReversed(), { samples: 200 }));
    expect(turned.reverse()).toEqual(trials);
  });

  test('fits a setting when it is asked for, and no more after it is stopped', () => {
    let fits = 0;
    const counted: ModelEntry = {
      ...findModel('popularity'),
      fit: (...given) => {
        fits++;
        return findModel('popularity').fit(...given);
      },
    };
    const search = gridSearch(data, counted, [{}, {}, {}, {}], { samples: 1 });
    expect(fits).toBe(0);
    search.next();
    search.next();
    expect(fits).toBe(2);
    search.return();
    expect(search.next().done).toBe(true);
    expect(fits).toBe(2);
  });

  test('counts lists of k', () => {
    const [one] = gridSearch(data, als, few, { k: 1, samples: 1 });
    expect(one.metrics.recall.mean).toBe(one.metrics.map.mean);
    expect(Math.max(...one.ranks)).toBe(1);
  });
});

/** A trial of which only the ranks matter. */
function trialOf(name: number, ranks: readonly number[]): Trial {
  const recall = ranks.filter((rank) => rank > 0).length / ranks.length;
  const map = ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / ranks.length;
  const sure = (mean: number) => ({ mean, low: mean, high: mean });
  return {
    setting: { name },
    ranks,
    metrics: {
      recall: sure(recall),
      precision: sure(recall / 10),
      ndcg: sure(map),
      map: sure(map),
    },
    coverage: 0,
    gini: 0,
  };
}

describe('the best trial', () => {
  const trials = [trialOf(0, [0, 0, 9]), trialOf(1, [9, 9, 0]), trialOf(2, [0, 1, 1])];

  test('has the best mean of the metric; of equals it is the first', () => {
    expect(bestTrial(trials).setting).toEqual({ name: 1 });
    expect(bestTrial(trials.toReversed()).setting).toEqual({ name: 2 });
    expect(bestTrial(trials, 'map').setting).toEqual({ name: 2 });
  });

  test('of none is an error', () => {
    expect(() => bestTrial([])).toThrow(new RangeError('bestTrial: trials must be some, got none'));
  });
});

describe('the test at the end', () => {
  test('is the leaderboard with that setting: all training rows, the test items', () => {
    const entry = { ...als, defaults: { ...als.defaults, ...few[1] } };
    const [row] = leaderboard(data, { entries: [entry], samples: 300, seed: 4, k: 5 });
    const { setting, ...found } = testOnce(data, als, few[1], { samples: 300, seed: 4, k: 5 });
    expect(setting).toEqual(few[1]);
    expect(row).toMatchObject(found);
  });
});

describe('rivals of the chosen trial', () => {
  const ranks = (hits: number) => Array.from({ length: 40 }, (_, user) => (user < hits ? 1 : 0));
  const [good, near, poor] = [trialOf(0, ranks(30)), trialOf(1, ranks(29)), trialOf(2, ranks(5))];
  test('are tied with it or not, and it is tied with itself', () => {
    const rivals = rivalsOf(good, [poor, good, near]);
    expect(rivals.map(({ tied }) => tied)).toEqual([false, true, true]);
    expect(rivals.map(({ difference }) => difference.mean)).toEqual([25 / 40, 0, 1 / 40]);
    expect(rivals[0].difference.low).toBeGreaterThan(0.4);
    expect(rivals[1].difference).toEqual({ mean: 0, low: 0, high: 0 });
  });

  test('count for the correction, the chosen one does not', () => {
    const alone = rivalsOf(good, [good, poor]);
    expect(alone[1].pHolm).toBe(alone[1].p);
    const three = rivalsOf(good, [good, poor, poor, poor]);
    expect(three[1].pHolm).toBeCloseTo(3 * three[1].p, 12);
  });

  test('are compared by the gains of the metric', () => {
    const late = trialOf(
      3,
      ranks(30).map((rank) => rank * 8),
    );
    const [byRecall] = rivalsOf(good, [late]);
    const [byMap] = rivalsOf(good, [late], { metric: 'map' });
    expect(byRecall.difference.mean).toBe(0);
    const gains = gainsOf('map', late.ranks, 10);
    expect(byMap.difference.mean).toBeCloseTo(
      30 / 40 - gains.reduce((sum, gain) => sum + gain, 0) / 40,
      12,
    );
    expect(byMap.tied).toBe(false);
  });
});

describe("the winner's curse", () => {
  test('is worked by hand: with two users and two settings the winner is all luck', () => {
    expect(
      winnersCurse([
        [1, 0],
        [0, 1],
      ]),
    ).toEqual({ where: 1, elsewhere: 0 });
  });

  test('is worked by hand: every halving of four users is drawn as often', () => {
    // Two of three halvings part users 0 and 1: then 0.6 wins everywhere. The third puts them
    // together: there [1, 1, 0, 0] has 1 and elsewhere 0, and 0.6 has the other half.
    const gains = [
      [1, 1, 0, 0],
      [0.6, 0.6, 0.6, 0.6],
    ];
    const { where, elsewhere } = winnersCurse(gains, 6000);
    expect(Math.abs(where - (0.8 + 0.6 + 0.6) / 3)).toBeLessThan(0.006);
    expect(Math.abs(elsewhere - (0.3 + 0.6 + 0.6) / 3)).toBeLessThan(0.012);
  });

  test('does not befall who had no choice, or a clear one', () => {
    const clear = [
      [0.9, 1, 0.8, 1],
      [0.1, 0, 0.3, 0.2],
    ];
    for (const gains of [[clear[0]], clear]) {
      const { where, elsewhere } = winnersCurse(gains, 100);
      expect(where).toBeCloseTo(0.925, 12);
      expect(elsewhere).toBeCloseTo(0.925, 12);
    }
  });

  test('is never a blessing', () => {
    const table = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2, max: 9 }))
      .chain(([settings, users]) =>
        fc.array(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: users, maxLength: users }), {
          minLength: settings,
          maxLength: settings,
        }),
      );
    fc.assert(
      fc.property(table, fc.integer({ min: 0, max: 99 }), (gains, seed) => {
        const { where, elsewhere } = winnersCurse(gains, 7, seed);
        expect(where).toBeGreaterThanOrEqual(elsewhere - 1e-12);
      }),
      { seed: 20_261, numRuns: 100 },
    );
  });

  test('is the same for the same seed, and needs two users', () => {
    const gains = [
      [1, 0, 1, 0, 0],
      [0, 1, 0, 1, 0],
    ];
    expect(winnersCurse(gains, 20, 5)).toEqual(winnersCurse(gains, 20, 5));
    expect(winnersCurse(gains, 20, 5)).not.toEqual(winnersCurse(gains, 20, 6));
    expect(() => winnersCurse([[1]])).toThrow(
      new RangeError('winnersCurse: users must be two or more, got 1'),
    );
    expect(() => winnersCurse([])).toThrow(RangeError);
  });
});
