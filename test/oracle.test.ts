// Golden values that the NumPy module this project grew from computed; see the README beside them.
import { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { metricNames, metrics } from '../code/evaluation/leaderboard.ts';
import type { MetricName } from '../code/evaluation/leaderboard.ts';
import {
  ContentBased,
  ImplicitALS,
  ItemItemCF,
  Popularity,
  trainTestSplitLast,
  Trending,
} from '../code/recsys.ts';
import type { Interaction, Recommender } from '../code/recsys.ts';
import { sharedJson } from './support/shared.ts';

interface Report {
  readonly metrics: Record<string, Record<MetricName, number>>;
  readonly recs: Record<string, number[]>;
  readonly scores: Record<string, number[]>;
}

interface ALSReport extends Report {
  readonly userFactorsHead?: number[][];
  readonly itemFactorsHead?: number[][];
}

interface Oracle {
  readonly options: { readonly nUsers: number; readonly nItems: number };
  readonly interactions: readonly Interaction[];
  readonly itemFeats: number[][];
  readonly nTrain: number;
  readonly test: Record<string, number>;
  readonly halfLife: number;
  readonly popularity: Report;
  readonly trending: Report;
  readonly contentBased: Report;
  readonly itemItemCF: Report;
  readonly implicitALS: {
    readonly factors: number;
    readonly reg: number;
    readonly alpha: number;
    readonly initUserFactors: number[][];
    readonly initItemFactors: number[][];
    readonly afterIters: Record<string, ALSReport>;
  };
}

interface Given {
  readonly oracle: Oracle;
  readonly train: Interaction[];
  readonly held: Map<number, number>;
  readonly nUsers: number;
  readonly nItems: number;
}

function prepare(json: unknown): Given {
  const oracle = json as Oracle;
  const { nUsers, nItems } = oracle.options;
  const { train, test: held } = trainTestSplitLast(oracle.interactions, nUsers);
  return { oracle, train, held, nUsers, nItems };
}

/** Lists, scores and metrics of a report; a list may differ where two scores hardly do. */
function expectReport(model: Recommender, report: Report, { held, nItems }: Given, eps: number) {
  let swapped = 0;
  for (const [user, expected] of Object.entries(report.recs)) {
    const scores = model.scores(Number(user));
    const list = model.recommend(Number(user), 10);
    expect(list).toHaveLength(expected.length);
    list.forEach((item, place) => {
      if (item === expected[place]) return;
      swapped++;
      expect(Math.abs(scores[item] - scores[expected[place]])).toBeLessThan(1e-9);
    });
  }
  expect(Object.keys(report.recs)).toHaveLength(40);

  for (const [user, expected] of Object.entries(report.scores)) {
    const scores = model.scores(Number(user));
    expect(expected).toHaveLength(nItems);
    expected.forEach((score, i) => {
      expect(Math.abs(scores[i] - score)).toBeLessThanOrEqual(eps * Math.max(1, Math.abs(score)));
    });
  }
  expect(Object.keys(report.scores)).toHaveLength(3);

  const lists = new Map(Array.from(held.keys(), (u) => [u, model.recommend(u, 10)]));
  for (const [k, expected] of Object.entries(report.metrics)) {
    for (const name of metricNames) {
      // A mean of the same gains, added in another order, may differ in its last digit.
      expect(Math.abs(metrics[name](lists, held, Number(k)) - expected[name])).toBeLessThan(1e-14);
    }
  }
  expect(Object.keys(report.metrics)).toEqual(['1', '5', '10']);
  expect(swapped).toBeLessThanOrEqual(4);
}

describe.for(['small', 'default'])('on the golden log "%s"', (name) => {
  const path = `oracle/${name}.json`;

  test('the split holds out the same items', (context) => {
    const { oracle, train, held } = prepare(sharedJson(context, path));
    expect(train).toHaveLength(oracle.nTrain);
    expect(held.size).toBe(Object.keys(oracle.test).length);
    for (const [user, item] of Object.entries(oracle.test)) {
      expect(held.get(Number(user))).toBe(item);
    }
  });

  test('Popularity scores and lists the same', (context) => {
    const given = prepare(sharedJson(context, path));
    const { oracle, train, nUsers, nItems } = given;
    const model = new Popularity().fit(train, nUsers, nItems);
    expectReport(model, oracle.popularity, given, 0);
  });

  test('Trending scores and lists the same', (context) => {
    const given = prepare(sharedJson(context, path));
    const { oracle, train, nUsers, nItems } = given;
    const model = new Trending({ halfLife: oracle.halfLife }).fit(train, nUsers, nItems);
    expectReport(model, oracle.trending, given, 1e-12);
  });

  test('ContentBased scores and lists the same', (context) => {
    const given = prepare(sharedJson(context, path));
    const { oracle, train, nUsers, nItems } = given;
    const feats = new Matrix(oracle.itemFeats);
    const model = new ContentBased({ halfLife: oracle.halfLife });
    expectReport(model.fit(train, feats, nUsers, nItems), oracle.contentBased, given, 1e-12);
  });

  test('ItemItemCF scores and lists the same', (context) => {
    const given = prepare(sharedJson(context, path));
    const { oracle, train, nUsers, nItems } = given;
    const model = new ItemItemCF().fit(train, nUsers, nItems);
    expectReport(model, oracle.itemItemCF, given, 1e-12);
  });

  test.for([
    [1, 1e-9],
    [5, 1e-7],
  ] as const)('ImplicitALS has the same factors after %s iterations', ([iters, eps], context) => {
    const given = prepare(sharedJson(context, path));
    const { oracle, train, nUsers, nItems } = given;
    const { factors, reg, alpha, initUserFactors, initItemFactors } = oracle.implicitALS;
    const init = {
      userFactors: new Matrix(initUserFactors),
      itemFactors: new Matrix(initItemFactors),
    };
    const model = new ImplicitALS({ factors, reg, alpha, iters, init }).fit(train, nUsers, nItems);
    const report = oracle.implicitALS.afterIters[iters];
    for (const [ours, theirs] of [
      [model.userFactors, report.userFactorsHead],
      [model.itemFactors, report.itemFactorsHead],
    ] as const) {
      expect(theirs).toHaveLength(5);
      theirs?.forEach((row, r) => {
        expect(row).toHaveLength(factors);
        row.forEach((value, f) => {
          expect(Math.abs(ours.get(r, f) - value)).toBeLessThan(eps);
        });
      });
    }
    expectReport(model, report, given, eps);
  });
});
