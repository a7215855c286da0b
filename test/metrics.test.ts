import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mapAtK, ndcgAtK, precisionAtK, recallAtK } from '../code/recsys.ts';
import { findProgram, outputOf } from './support/engines.ts';
import { lcg, range, shuffled } from './support/logs.ts';
import { root } from './support/site.ts';

// Five test users and their held-out items. User 0 has a hit at rank 1, user 1 at rank 3, user 2 at
// rank 5, user 3 none, user 4 no list at all. User 9 has a list but is no test user.
const truth = new Map([
  [0, 10],
  [1, 11],
  [2, 12],
  [3, 13],
  [4, 14],
]);
const recs = new Map([
  [0, [10, 1, 2, 3, 4]],
  [1, [1, 2, 11, 3, 4]],
  [2, [1, 2, 3, 4, 12]],
  [3, [1, 2, 3, 4, 5]],
  [9, [10, 11, 12, 13, 14]],
]);

describe('recall at k', () => {
  test('is the share of users whose item is among the first k', () => {
    expect(recallAtK(recs, truth, 1)).toBe(1 / 5); // user 0
    expect(recallAtK(recs, truth, 2)).toBe(1 / 5);
    expect(recallAtK(recs, truth, 3)).toBe(2 / 5); // and user 1
    expect(recallAtK(recs, truth, 5)).toBe(3 / 5); // and user 2
    expect(recallAtK(recs, truth, 1000)).toBe(3 / 5);
  });
});

describe('precision at k', () => {
  test('is the share of the k places that hit: recall divided by k', () => {
    expect(precisionAtK(recs, truth, 1)).toBeCloseTo(1 / 5, 15);
    expect(precisionAtK(recs, truth, 3)).toBeCloseTo(2 / 15, 15); // 2 hits in 5 lists of 3 places
    expect(precisionAtK(recs, truth, 5)).toBeCloseTo(3 / 25, 15);
  });
});

describe('ndcg at k', () => {
  test('counts a hit at rank r as 1 / log2(r + 1)', () => {
    // Rank 1: 1 / log2 2 = 1. Rank 3: 1 / log2 4 = 1/2. Rank 5: 1 / log2 6 = 0.38685.
    expect(ndcgAtK(recs, truth, 1)).toBeCloseTo(1 / 5, 15);
    expect(ndcgAtK(recs, truth, 3)).toBeCloseTo((1 + 1 / 2) / 5, 15);
    expect(ndcgAtK(recs, truth, 5)).toBeCloseTo((1 + 1 / 2 + 1 / Math.log2(6)) / 5, 14);
    expect(ndcgAtK(recs, truth, 5)).toBeCloseTo(0.37737, 5);
  });
});

describe('map at k', () => {
  test('counts a hit at rank r as 1 / r', () => {
    expect(mapAtK(recs, truth, 1)).toBeCloseTo(1 / 5, 15);
    expect(mapAtK(recs, truth, 3)).toBeCloseTo((1 + 1 / 3) / 5, 15);
    expect(mapAtK(recs, truth, 5)).toBeCloseTo((1 + 1 / 3 + 1 / 5) / 5, 15);
  });

  test('counts an item that stands in a list twice at its first place', () => {
    expect(mapAtK(new Map([[0, [2, 7, 7, 2]]]), new Map([[0, 7]]), 4)).toBe(1 / 2);
  });
});

const all = { recallAtK, precisionAtK, ndcgAtK, mapAtK };

describe.for(Object.entries(all))('%s', ([name, metric]) => {
  test('is 1 (or 1 / k) when all items are on top, and 0 when none is in a list', () => {
    const best = new Map(Array.from(truth, ([u, i]) => [u, [i]]));
    expect(metric(best, truth, 4)).toBe(name === 'precisionAtK' ? 1 / 4 : 1);
    expect(metric(new Map(), truth, 4)).toBe(0);
    expect(metric(new Map([[0, []]]), truth, 4)).toBe(0);
  });

  test('looks at the first k places alone', () => {
    const cut = new Map(Array.from(recs, ([u, list]) => [u, list.slice(0, 3)]));
    expect(metric(recs, truth, 3)).toBe(metric(cut, truth, 3));
  });

  test('does not look at users who are not tested', () => {
    const without = new Map(recs);
    without.delete(9);
    expect(metric(without, truth, 5)).toBe(metric(recs, truth, 5));
  });

  test('is a mean over users: of two halves, the mean of both', () => {
    const draw = lcg(4);
    const users = range(40);
    const lists = new Map(users.map((u) => [u, shuffled(range(12), u).slice(0, 8)]));
    const held = new Map(users.map((u) => [u, Math.floor(12 * draw())]));
    const half = (rest: number) => new Map(Array.from(held).filter(([u]) => u % 2 === rest));
    const together = (metric(lists, half(0), 8) + metric(lists, half(1), 8)) / 2;
    expect(metric(lists, held, 8)).toBeCloseTo(together, 14);
    expect(together).toBeGreaterThan(0);
  });

  test('agrees with the seed, written out', () => {
    const draw = lcg(9);
    const users = range(50);
    const lists = new Map(users.map((u) => [u, shuffled(range(15), u)]));
    const held = new Map(users.map((u) => [u, Math.floor(15 * draw())]));
    for (const k of [1, 2, 7, 15, 40]) {
      const gains = users.map((u) => {
        const rank = (lists.get(u) ?? []).slice(0, k).indexOf(held.get(u) ?? -1);
        if (rank < 0) return 0;
        if (name === 'recallAtK') return 1;
        if (name === 'precisionAtK') return 1 / k;
        return name === 'ndcgAtK' ? 1 / Math.log2(rank + 2) : 1 / (rank + 1);
      });
      const expected = gains.reduce((a, b) => a + b, 0) / users.length;
      expect(metric(lists, held, k)).toBeCloseTo(expected, 14);
    }
  });

  test('changes nothing that it is given', () => {
    const frozen = new Map(Array.from(recs, ([u, list]) => [u, Object.freeze(list.slice())]));
    expect(metric(frozen, truth, 5)).toBe(metric(recs, truth, 5));
    expect(Array.from(truth.keys())).toEqual([0, 1, 2, 3, 4]);
  });

  test('says that an empty truth has no mean', () => {
    expect(() => metric(recs, new Map(), 5)).toThrow(RangeError);
    expect(() => metric(recs, new Map(), 5)).toThrow(new RegExp(`^${name}: truth `));
  });
});

// trec_eval's judgement of 1,000 random cases: fixtures/metrics.md.
describe('trec_eval', () => {
  type Case = readonly [
    k: number,
    truth: (readonly [user: number, item: number])[],
    lists: (readonly [user: number, list: number[]])[],
    judged: readonly [recall: number, precision: number, ndcg: number, map: number],
  ];
  const fixtures = join(root, 'test', 'fixtures');
  const cases = JSON.parse(readFileSync(join(fixtures, 'metrics.json'), 'utf8')) as Case[];

  test('judged 1,000 cases of every sort', () => {
    const count = (is: (case_: Case) => boolean) => cases.filter(is).length;
    expect(cases).toHaveLength(1000);
    const lists = (some: (list: number[], k: number) => boolean) =>
      count(([k, , recs_]) => recs_.some(([, list]) => some(list, k)));
    expect(lists((list) => list.length === 0)).toBeGreaterThan(100);
    expect(lists((list, k) => list.length > 0 && list.length < k)).toBeGreaterThan(100);
    expect(lists((list, k) => list.length > k)).toBeGreaterThan(100);
    type Pairs = readonly (readonly [user: number, value: unknown])[];
    const hasMore = (a: Pairs, b: Pairs) => a.some(([u]) => !new Map(b).has(u));
    expect(count(([, held, recs_]) => hasMore(held, recs_))).toBeGreaterThan(100);
    expect(count(([, held, recs_]) => hasMore(recs_, held))).toBeGreaterThan(100);
    expect(count(([, , , [recall]]) => recall > 0 && recall < 1)).toBeGreaterThan(300);
    expect(new Set(cases.map(([k]) => k)).size).toBeGreaterThan(40);
  });

  test.for(Object.entries(all))('agrees with %s in all 1,000, to 1e-12', ([, metric], { task }) => {
    const place = Object.values(all).indexOf(metric);
    const off = cases.map(([k, held, recs_, judged]) =>
      Math.abs(metric(new Map(recs_), new Map(held), k) - judged[place]),
    );
    console.log(`${task.name}: off by ${Math.max(...off)} at most`);
    expect(off.filter((error) => !(error < 1e-12))).toEqual([]);
  });

  test('still says what it said, where it is installed', async (context) => {
    const python = findProgram('python3');
    const found = python && (await outputOf(python, '-c', 'import pytrec_eval').catch(() => null));
    if (!python || found === null) {
      console.warn(`SKIPPED "${context.task.name}": no python3 with pytrec-eval-terrier`);
      context.skip('needs python3 with pytrec-eval-terrier');
      return;
    }
    const printed = await outputOf(python, join(fixtures, 'metrics.py'));
    const again = JSON.parse(printed) as Case[];
    const asked = (list: Case[]) => list.map(([k, held, recs_]) => [k, held, recs_]);
    expect(asked(again)).toEqual(asked(cases));
    const off = again.flatMap(([, , , judged], n) =>
      judged.map((value, m) => Math.abs(value - cases[n][3][m])),
    );
    expect(Math.max(...off)).toBeLessThan(1e-12);
  });
});
