import { describe, expect, test } from 'vitest';
import { buildMatrix, rowOf, topK, transpose, userSeen } from '../code/recsys.ts';
import type { Interaction, SparseMatrix } from '../code/recsys.ts';
import { filledRows } from '../code/toolbox/sparse.ts';
import { forSmallLogs, itemsOf, lcg, range } from './support/logs.ts';

const rowsOf = (R: SparseMatrix): number[][] => range(R.nRows).map((r) => Array.from(rowOf(R, r)));

describe('the interaction matrix', () => {
  test('holds a one for every pair that met, by hand', () => {
    const R = buildMatrix(
      [
        [2, 1, 0],
        [0, 3, 1],
        [0, 0, 2],
        [0, 3, 3],
      ],
      4,
      4,
    );
    expect([R.nRows, R.nCols]).toEqual([4, 4]);
    // User 0 has items 0 and 3, user 1 none, user 2 item 1, user 3 none.
    expect(Array.from(R.indptr)).toEqual([0, 2, 2, 3, 3]);
    expect(Array.from(R.indices)).toEqual([0, 3, 1]);
  });

  test('has ascending rows without repeats, whatever the log', () => {
    forSmallLogs((log) => {
      const R = buildMatrix(log.rows, log.nUsers, log.nItems);
      expect(rowsOf(R)).toEqual(range(log.nUsers).map((u) => itemsOf(log, u)));
      expect(R.indices).toHaveLength(R.indptr[R.nRows]);
    });
  });

  test('turned over has the users of each item, and turned twice is itself', () => {
    forSmallLogs((log) => {
      const R = buildMatrix(log.rows, log.nUsers, log.nItems);
      const Rt = transpose(R);
      expect([Rt.nRows, Rt.nCols]).toEqual([R.nCols, R.nRows]);
      const users = range(log.nItems).map((i) =>
        range(log.nUsers).filter((u) => itemsOf(log, u).includes(i)),
      );
      expect(rowsOf(Rt)).toEqual(users);
      expect(transpose(Rt)).toEqual(R);
    });
  });

  test('without its empty rows has the others, in their order', () => {
    forSmallLogs((log) => {
      const R = buildMatrix(log.rows, log.nUsers, log.nItems);
      const filled = filledRows(R);
      expect(rowsOf(filled)).toEqual(rowsOf(R).filter((columns) => columns.length > 0));
      expect(filled.nCols).toBe(R.nCols);
    });
  });

  test('of 100,000 users and 50,000 items with ten events stays small', () => {
    const rows = range(10).map((n): Interaction => [n * 11_111, 49_999 - n * 5000, n]);
    buildMatrix(rows, 100_000, 50_000); // warm
    const before = process.memoryUsage().arrayBuffers;
    const R = buildMatrix(rows, 100_000, 50_000);
    const grown = process.memoryUsage().arrayBuffers - before;
    // A row start each, and a column each: 400 kB. Dense, in bits: 625 MB.
    expect(R.indptr.byteLength + R.indices.byteLength).toBe(4 * (100_001 + 10));
    expect(R.indices.buffer.byteLength).toBe(4 * 10);
    expect(grown).toBeLessThan(8_000_000);
    for (const [u, i] of rows) expect(Array.from(rowOf(R, u))).toEqual([i]);
    expect(Array.from(rowOf(R, 5))).toEqual([]);
  });

  test('keeps one of many repeats', () => {
    const rows = range(50_000).map((n): Interaction => [n % 2, n % 3, n]);
    const R = buildMatrix(rows, 2, 3);
    expect(R.indices.buffer.byteLength).toBe(4 * 6);
    expect(rowsOf(R)).toEqual([
      [0, 1, 2],
      [0, 1, 2],
    ]);
  });

  test('of an empty log is empty', () => {
    const R = buildMatrix([], 2, 3);
    expect(rowsOf(R)).toEqual([[], []]);
    expect(rowsOf(transpose(R))).toEqual([[], [], []]);
  });
});

describe('what users have seen', () => {
  test('is a set for each user, those without history too', () => {
    forSmallLogs((log) => {
      const seen = userSeen(log.rows, log.nUsers);
      expect(Array.from(seen.keys())).toEqual(range(log.nUsers));
      for (const u of range(log.nUsers)) {
        expect(Array.from(seen.get(u) ?? []).sort((a, b) => a - b)).toEqual(itemsOf(log, u));
      }
    });
  });
});

describe('the k best', () => {
  const scores = Float64Array.from([0.5, 2, 0.5, -1, 2, 0]);

  test('are in order of score, and of id where scores are equal', () => {
    expect(topK(scores, [], 6)).toEqual([1, 4, 0, 2, 5, 3]);
    expect(topK(scores, [], 3)).toEqual([1, 4, 0]);
    expect(topK(scores, [1, 2], 3)).toEqual([4, 0, 5]);
    expect(topK(scores, [0, 1, 2, 3, 4, 5], 3)).toEqual([]);
    expect(topK(Float64Array.of(), [], 3)).toEqual([]);
  });

  test('are those of a full sort, for any scores and any k', () => {
    const draw = lcg(2);
    for (const n of range(300)) {
      const size = 1 + Math.floor(draw() * 150);
      const steps = n % 3 === 0 ? 4 : 1e6; // few different scores: many ties
      const values = Float64Array.from({ length: size }, () => Math.floor(draw() * steps) - 2);
      const seen = range(size).filter(() => draw() < 0.3);
      const full = range(size)
        .filter((i) => !seen.includes(i))
        .sort((a, b) => values[b] - values[a] || a - b);
      for (const k of [1, 2, 10, 63, 64, 65, 200]) {
        expect(topK(values, seen, k)).toEqual(full.slice(0, k));
      }
    }
  });

  test('do not change the scores', () => {
    const copy = scores.slice();
    topK(scores, [], 3);
    topK(scores, [], 300);
    expect(scores).toEqual(copy);
  });
});
