import { describe, expect, test } from 'vitest';
import { Random, recallAtK } from '../../code/recsys.ts';
import type { Interaction } from '../../code/recsys.ts';
import { range } from '../support/logs.ts';
import { chiSquare } from '../support/statistics.ts';

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
