import { describe, expect, test } from 'vitest';
import { buildMatrix, ItemItemCF, similarItems, transpose } from '../../../code/recsys.ts';
import type { Interaction } from '../../../code/recsys.ts';
import { forSmallLogs, itemsOf, range } from '../../support/logs.ts';

describe('ItemItemCF', () => {
  // Users of item 0: 0, 1, 2. Of item 1: 0, 1. Of item 2: 1, 3. Of item 3: none.
  const rows: Interaction[] = [
    [0, 0, 0],
    [0, 1, 0],
    [1, 0, 0],
    [1, 1, 0],
    [1, 2, 0],
    [2, 0, 0],
    [3, 2, 0],
  ];
  const model = new ItemItemCF().fit(rows, 4, 4);
  // Items 0 and 1 share users 0 and 1: 2 / √(3 · 2). Items 0 and 2 share user 1: 1 / √(3 · 2).
  // Items 1 and 2 share user 1: 1 / √(2 · 2) = 1/2.
  const S01 = 2 / Math.sqrt(6);
  const S02 = 1 / Math.sqrt(6);
  const S12 = 1 / 2;

  test('two items are as alike as the sets of their users', () => {
    const expected = [
      [0, S01, S02, 0],
      [S01, 0, S12, 0],
      [S02, S12, 0, 0],
      [0, 0, 0, 0],
    ];
    expect(range(4).map((i) => Array.from(model.similarity(i)))).toEqual(expected);
  });

  test("a score is the summed likeness to the user's items", () => {
    // User 0 has 0 and 1. Their own scores count too: S01 each.
    expect(Array.from(model.scores(0))).toEqual([S01, S01, S02 + S12, 0]);
    expect(model.recommend(0)).toEqual([2, 3]);
    // User 2 has 0: item 1 (0.816) before item 2 (0.408).
    expect(model.recommend(2)).toEqual([1, 2, 3]);
    // User 3 has 2: item 1 (0.5) before item 0 (0.408).
    expect(model.recommend(3)).toEqual([1, 0, 3]);
  });

  test('a repeated interaction counts once', () => {
    const other = new ItemItemCF().fit([...rows, ...rows, [2, 0, 9]], 4, 4);
    for (const i of range(4)) expect(other.similarity(i)).toEqual(model.similarity(i));
  });

  test('the similarity is the cosine of dense columns, the diagonal being 0', () => {
    forSmallLogs((log) => {
      const fitted = new ItemItemCF().fit(log.rows, log.nUsers, log.nItems);
      const columns = range(log.nItems).map((i) =>
        range(log.nUsers).map((u) => (itemsOf(log, u).includes(i) ? 1 : 0)),
      );
      const dot = (a: number[], b: number[]) => a.reduce<number>((sum, x, n) => sum + x * b[n], 0);
      for (const i of range(log.nItems)) {
        for (const j of range(log.nItems)) {
          const [a, b] = [columns[i], columns[j]];
          const lengths = Math.sqrt(dot(a, a) * dot(b, b));
          const expected = i === j || lengths === 0 ? 0 : dot(a, b) / lengths;
          expect(fitted.similarity(i)[j]).toBeCloseTo(expected, 14);
          expect(fitted.similarity(i)[j]).toBe(fitted.similarity(j)[i]);
        }
      }
    });
  });

  test('a row of similarities is a fresh copy', () => {
    model.similarity(0).fill(7);
    expect(model.similarity(0)[1]).toBe(S01);
  });

  test('an item that is not there is refused', () => {
    for (const item of [-1, 4, 0.5, NaN]) {
      expect(() => model.similarity(item)).toThrow(RangeError);
    }
    expect(() => new ItemItemCF().similarity(0)).toThrow(/ItemItemCF.similarity: call fit/);
  });

  test('similar items leave the scratch as clean as they found it', () => {
    const R = buildMatrix(rows, 4, 4);
    const common = new Int32Array(4);
    for (const i of range(4)) {
      similarItems(R, transpose(R), i, common);
      expect(Array.from(common)).toEqual([0, 0, 0, 0]);
    }
  });

  test('pairs that share no user cost nothing: 50,000 items fit in a moment', () => {
    const far: Interaction[] = range(1000).map((n) => [n * 90, n * 50, n]);
    const fitted = new ItemItemCF().fit(far, 100_000, 50_000);
    expect(fitted.recommend(90, 3)).toEqual([0, 1, 2]);
  });
});
