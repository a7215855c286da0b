import { describe, expect, test } from 'vitest';
import { decayWeight, Popularity, Trending } from '../../../code/recsys.ts';
import type { Interaction } from '../../../code/recsys.ts';
import { updated } from '../../../.vitepress/chapters/trending/codeTasks.ts';
import { randomLog, range } from '../../support/logs.ts';

describe('Trending', () => {
  // Half-life 10, now = 20. Item 0: three events of age 20, 1/4 each = 3/4. Item 1: one event of
  // age 0 = 1. Item 2: one of age 10 = 1/2. Item 3: none = 0.
  const rows: Interaction[] = [
    [0, 0, 0],
    [1, 0, 0],
    [2, 0, 0],
    [2, 2, 10],
    [0, 1, 20],
  ];
  const model = new Trending({ halfLife: 10 }).fit(rows, 4, 4);

  test('counts each interaction with half the weight per half-life', () => {
    [0.75, 1, 0.5, 0].forEach((score, i) => {
      expect(model.scores(3)[i]).toBeCloseTo(score, 15);
    });
  });

  test('puts the new item above the one that was popular', () => {
    expect(model.recommend(3)).toEqual([1, 0, 2, 3]);
    expect(new Popularity().fit(rows, 4, 4).recommend(3)).toEqual([0, 1, 2, 3]);
    expect(model.recommend(2)).toEqual([1, 3]); // user 2 has 0 and 2
  });

  test('is Popularity when it never forgets', () => {
    const { rows: log, nUsers, nItems } = randomLog(9, 15, 200);
    const never = new Trending({ halfLife: Infinity }).fit(log, nUsers, nItems);
    expect(never.scores(0)).toEqual(new Popularity().fit(log, nUsers, nItems).scores(0));
  });

  test('knows only the latest time when it forgets at once', () => {
    const at = (halfLife: number) =>
      Array.from(new Trending({ halfLife }).fit(rows, 4, 4).scores(3));
    for (const halfLife of [Number.MIN_VALUE, 1e-300, 1e-9]) {
      expect(at(halfLife)).toEqual([0, 1, 0, 0]);
    }
  });

  test('does not care from when times are counted', () => {
    const shifted = rows.map(([u, i, t]): Interaction => [u, i, t + 1_700_000_000]);
    const other = new Trending({ halfLife: 10 }).fit(shifted, 4, 4);
    expect(other.scores(3)).toEqual(model.scores(3));
  });

  test('has now at the latest time, wherever in the log it stands', () => {
    const turned = new Trending({ halfLife: 10 }).fit(rows.slice().reverse(), 4, 4);
    expect(turned.scores(0)).toEqual(model.scores(0));
    const before = rows.map(([u, i, t]): Interaction => [u, i, t - 5000]);
    expect(new Trending({ halfLife: 10 }).fit(before, 4, 4).scores(0)).toEqual(model.scores(0));
  });

  test('has a half-life of 2,000 when not told', () => {
    expect(new Trending().options).toEqual({ halfLife: 2000 });
    const log: Interaction[] = [
      [0, 0, 0],
      [0, 1, 2000],
    ];
    expect(new Trending().fit(log, 1, 2).scores(0)[0]).toBeCloseTo(0.5, 15);
  });
});

describe('the weight of an event', () => {
  test('is 1 when new, and halves with every half-life', () => {
    for (const n of range(40)) {
      expect(decayWeight(n * 7, 7)).toBeCloseTo(2 ** -n, 15);
      expect(decayWeight(n * 7, 7) / 2 ** -n).toBeCloseTo(1, 13);
    }
    expect(decayWeight(0, 7)).toBe(1);
    // Half a half-life: 1 / √2.
    expect(decayWeight(3.5, 7)).toBeCloseTo(Math.SQRT1_2, 15);
  });

  test('never rises with age', () => {
    const weights = range(500).map((n) => decayWeight(n * 3, 50));
    for (const n of range(499)) expect(weights[n + 1]).toBeLessThan(weights[n]);
  });

  test('stays 1 when the half-life is infinite, and ends at 0', () => {
    expect(decayWeight(1e15, Infinity)).toBe(1);
    expect(decayWeight(Number.MAX_SAFE_INTEGER, 1)).toBe(0);
  });
});

test('a score that is kept by updates is the sum over the log', () => {
  const times = [0, 3, 3, 10, 27];
  let score = 0;
  times.forEach((t, n) => {
    score = updated(score, times[Math.max(0, n - 1)], t, 5);
    const rows = times.slice(0, n + 1).map((time, u): Interaction => [u, 0, time]);
    const [refit] = new Trending({ halfLife: 5 }).fit(rows, 5, 1).scores(0);
    expect(score).toBeCloseTo(refit, 12);
  });
});
