import { describe, expect, test } from 'vitest';
import { buildMatrix, ItemItemCF, similarityRow, transpose } from '../../../code/recsys.ts';
import type { Interaction } from '../../../code/recsys.ts';
import { countSimilar, pairsToKeep, stackRows } from '../../../code/toolbox/similar.ts';
import { forSmallLogs, itemsOf, range } from '../../support/logs.ts';
import { sharedJson } from '../../support/shared.ts';

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
      similarityRow(R, transpose(R), i, common);
      expect(Array.from(common)).toEqual([0, 0, 0, 0]);
    }
  });

  describe('with a limit to its neighbours', () => {
    test('keeps the most similar ones, of equal ones those with the lower ids', () => {
      forSmallLogs((log) => {
        const whole = new ItemItemCF().fit(log.rows, log.nUsers, log.nItems);
        for (const neighbours of [1, 2, 3, 100]) {
          const some = new ItemItemCF({ neighbours }).fit(log.rows, log.nUsers, log.nItems);
          for (const i of range(log.nItems)) {
            const row = whole.similarity(i);
            const kept = range(log.nItems)
              .filter((j) => row[j] > 0)
              .sort((a, b) => row[b] - row[a] || a - b)
              .slice(0, neighbours);
            const wanted = row.map((value, j) => (kept.includes(j) ? value : 0));
            expect(some.similarity(i)).toEqual(wanted);
          }
        }
      });
    });

    test('an item gets points from those that keep it, and says from which', () => {
      // Item 0 keeps 1, item 1 keeps 0, item 2 keeps 1: nobody keeps 2.
      const one = new ItemItemCF({ neighbours: 1 }).fit(rows, 4, 4);
      expect(Array.from(one.scores(0))).toEqual([S01, S01, 0, 0]);
      expect(Array.from(one.scores(3))).toEqual([0, S12, 0, 0]);
      expect(one.explain(3, 1).parts).toEqual([{ id: 2, value: S12 }]);
      // Item 1 does not keep 2, though 2 keeps 1.
      expect(one.explain(0, 2).parts.every(({ value }) => value === 0)).toBe(true);
    });

    test('as large as the catalogue is no limit', () => {
      const all = new ItemItemCF({ neighbours: 4 }).fit(rows, 4, 4);
      for (const i of range(4)) expect(all.similarity(i)).toEqual(model.similarity(i));
    });
  });

  test('shrinkage stands below the line, beside the lengths', () => {
    const shrunk = new ItemItemCF({ shrink: 2 }).fit(rows, 4, 4);
    expect(shrunk.similarity(0)[1]).toBe(2 / (Math.sqrt(6) + 2));
    expect(shrunk.similarity(1)[2]).toBe(1 / (2 + 2));
    expect(shrunk.similarity(0)[3]).toBe(0);
  });

  test.for([
    [
      { neighbours: 0 },
      'RangeError: ItemItemCF: neighbours must be a positive integer or Infinity, got 0',
    ],
    [
      { neighbours: 2.5 },
      'RangeError: ItemItemCF: neighbours must be a positive integer or Infinity, got 2.5',
    ],
    [
      { neighbours: -Infinity },
      'RangeError: ItemItemCF: neighbours must be a positive integer or Infinity, got -Infinity',
    ],
    [
      { neighbours: NaN },
      'RangeError: ItemItemCF: neighbours must be a positive integer or Infinity, got NaN',
    ],
    [
      { neighbours: '3' },
      'TypeError: ItemItemCF: neighbours must be a positive integer or Infinity, got "3"',
    ],
    [
      { neighbours: 3n },
      'TypeError: ItemItemCF: neighbours must be a positive integer or Infinity, got 3n',
    ],
    [{ shrink: -1 }, 'RangeError: ItemItemCF: shrink must be a finite number from 0, got -1'],
    [
      { shrink: Infinity },
      'RangeError: ItemItemCF: shrink must be a finite number from 0, got Infinity',
    ],
    [{ k: 3 }, 'RangeError: ItemItemCF: option name must be one of neighbours, shrink, got "k"'],
  ] as const)('%o is refused', ([options, message]) => {
    let said = '';
    try {
      new ItemItemCF(options as object);
    } catch (error) {
      said = String(error);
    }
    expect(said).toBe(message);
  });

  describe('against NumPy', () => {
    interface Golden {
      readonly knn: Readonly<Record<string, { S: number[][]; top4: number[][] }>>;
    }
    interface Log {
      readonly rows: readonly (readonly number[])[];
      readonly nItems: number;
    }

    test('S, the four that each item keeps, and scores agree to 1e-12', (context) => {
      const { knn } = sharedJson(context, 'oracle/production/knn_slim.json') as Golden;
      const { rows: lists, nItems } = sharedJson(context, 'oracle/production/ease.json') as Log;
      const log = lists.flatMap((items, u) => items.map((i): Interaction => [u, i, 0]));
      expect(Object.keys(knn)).toHaveLength(3);
      const far = (ours: ArrayLike<number>, theirs: readonly number[]): number =>
        Math.max(...theirs.map((value, n) => Math.abs(value - ours[n])));
      for (const [shrink, { S, top4 }] of Object.entries(knn)) {
        const whole = new ItemItemCF({ shrink: Number(shrink) }).fit(log, lists.length, nItems);
        const four = new ItemItemCF({ shrink: Number(shrink), neighbours: 4 });
        four.fit(log, lists.length, nItems);
        S.forEach((row, i) => {
          expect(far(whole.similarity(i), row), `S at ${shrink}`).toBeLessThan(1e-12);
        });
        // The golden table holds in column i what item i keeps; S is symmetric, so here it is row i.
        const kept = range(nItems).map((i) => top4.map((row) => row[i]));
        kept.forEach((row, i) => {
          expect(far(four.similarity(i), row), `four at ${shrink}`).toBeLessThan(1e-12);
        });
        lists.forEach((items, u) => {
          const scores = range(nItems).map((j) => items.reduce((sum, i) => sum + kept[i][j], 0));
          expect(far(four.scores(u), scores), `scores at ${shrink}`).toBeLessThan(1e-12);
        });
      }
    });
  });

  describe('a table that would be too large', () => {
    const shelf = (length: number): Interaction[] => range(length).map((i) => [0, i, 0]);
    const fit = (length: number, neighbours = Infinity): string | undefined => {
      try {
        new ItemItemCF({ neighbours }).fit(shelf(length), 1, length);
      } catch (error) {
        return String(error);
      }
      return undefined;
    };

    test('is refused before it is made, with its bytes and what would fit', () => {
      // One person with 9,600 items makes 9,600 · 9,599 pairs, an id and a cosine each.
      const bytes = 9600 * 9599 * 12;
      expect(fit(9600)).toBe(
        'RangeError: ItemItemCF.fit: similarities must have at most 1073741824 bytes, ' +
          `as with neighbours = 9320, got ${bytes}`,
      );
      expect(9321 * 9600 * 12).toBeGreaterThan(1_073_741_824);
      expect(fit(9600, 9321)).toContain(`got ${9321 * 9600 * 12}`);
      // As many neighbours as there are others are no limit.
      expect(fit(9600, 9599)).toContain(`got ${bytes}`);
      expect(fit(96, 3)).toBeUndefined();
    });

    test('leaves the model as it was', () => {
      const fitted = new ItemItemCF().fit(rows, 4, 4);
      expect(() => fitted.fit(shelf(9600), 1, 9600)).toThrow(RangeError);
      expect(fitted.recommend(2)).toEqual([1, 2, 3]);
    });

    test('is foreseen to the pair, whatever the log', () => {
      forSmallLogs((log) => {
        const R = buildMatrix(log.rows, log.nUsers, log.nItems);
        const fitted = new ItemItemCF().fit(log.rows, log.nUsers, log.nItems);
        const sizes = range(log.nItems).map(
          (i) => fitted.similarity(i).filter((value) => value > 0).length,
        );
        const Rt = transpose(R);
        expect(countSimilar(R, Rt)).toBe(sizes.reduce((sum, size) => sum + size, 0));
        for (const few of [1, 2, 3, Infinity]) {
          const kept = sizes.reduce((sum, size) => sum + Math.min(size, few), 0);
          expect(pairsToKeep(R, Rt, few)).toBeGreaterThanOrEqual(kept);
          expect(pairsToKeep(R, Rt, few)).toBeLessThanOrEqual(
            Math.min(few, log.nItems - 1) * log.nItems,
          );
        }
      });
    });
  });

  test('a table has no more room than its pairs take', () => {
    const row = { items: Int32Array.of(1), cosines: Float64Array.of(0.5) };
    const none = { items: new Int32Array(0), cosines: new Float64Array(0) };
    const table = stackRows('here', 3, 6, (i) => (i === 1 ? none : row));
    expect(table).toEqual({
      starts: Int32Array.of(0, 1, 1, 2),
      items: Int32Array.of(1, 1),
      cosines: Float64Array.of(0.5, 0.5),
    });
  });

  test('pairs that share no user cost nothing: 50,000 items fit in a moment', () => {
    const far: Interaction[] = range(1000).map((n) => [n * 90, n * 50, n]);
    const fitted = new ItemItemCF().fit(far, 100_000, 50_000);
    expect(fitted.recommend(90, 3)).toEqual([0, 1, 2]);
  });
});
