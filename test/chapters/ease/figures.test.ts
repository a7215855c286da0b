import { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { EASE } from '../../../code/models/ease.ts';
import type { Interaction } from '../../../code/recsys.ts';
import { weightBars, weightTexts, zero } from '../../../.vitepress/chapters/ease/bars.ts';
import { both, splitReaders, workColumn } from '../../../.vitepress/chapters/ease/byHand.ts';
import { columnTitle } from '../../../.vitepress/chapters/ease/columnTitle.ts';
import {
  lowest,
  makePicture,
  nearest,
  perGenre,
} from '../../../.vitepress/chapters/ease/picture.ts';
import type { RowsPicture } from '../../../.vitepress/chapters/ease/picture.ts';
import { findingOf } from '../../../.vitepress/chapters/ease/rowsTitle.ts';
import { books } from '../../../.vitepress/kit/paperNames.ts';
import { defaultSpec, fitModel, readRun } from '../../../.vitepress/run/jobs/model.ts';

describe('the picture of two rows', () => {
  const spec = defaultSpec('ease');
  const fit = fitModel(spec);
  const picture = readRun(spec, fit).picture as RowsPicture;
  const { train, nUsers, nItems } = fit.data;
  const { weights } = new EASE().fit(train, nUsers, nItems);

  test('has the most taken items of each genre, with their nearest and their lowest', () => {
    const kinds = new Set(picture.genres);
    expect(picture.rows).toHaveLength(perGenre * kinds.size);
    for (const { item, beside } of picture.rows) {
      const ids = beside.map(([id]) => id);
      expect(new Set([item, ...ids]).size).toBe(1 + nearest + lowest);
      const cosines = beside.slice(0, nearest).map(([, cosine]) => cosine);
      expect(cosines).toEqual(cosines.toSorted((a, b) => b - a));
      const against = beside.slice(nearest).map(([, , weight]) => weight);
      expect(against).toEqual(against.toSorted((a, b) => a - b));
    }
    expect(JSON.stringify(picture).length).toBeLessThan(15_000);
  });

  test('shows the weights of the model, and counts them by their sign', () => {
    for (const { item, positive, negative, alike, beside } of picture.rows) {
      const row = weights.subarray(item * nItems, (item + 1) * nItems);
      for (const [id, , weight] of beside) expect(weight).toBeCloseTo(row[id], 5);
      expect(negative).toBe(row.filter((b) => b < 0).length);
      expect(positive).toBe(row.filter((b) => b > 0).length);
      expect(alike).toBeLessThan(nItems);
    }
    expect(picture.negativeShare).toBeCloseTo(
      weights.filter((b) => b < 0).length / (nItems * (nItems - 1)),
      4,
    );
  });

  test('stands for a log of two items, and for one in which an item is alone', () => {
    const small = (train: readonly Interaction[], nItems: number): RowsPicture => {
      const model = new EASE({ l2: 1 }).fit(train, 2, nItems);
      const itemFeats = Matrix.zeros(nItems, 1);
      const data = { train, test: new Map(), itemFeats, nUsers: 2, nItems };
      const result = readRun(spec, fit);
      return makePicture({ spec, data, model, result, genres: Array<number>(nItems).fill(0) });
    };
    const two = small([[0, 0, 0], [0, 1, 1], [1, 0, 2]], 2); // prettier-ignore
    expect(two.rows[0]).toEqual({
      item: 0,
      users: 2,
      alike: 1,
      positive: 1,
      negative: 0,
      // One has both: over the two who have item 0, and l2.
      beside: [[1, 0.707, 0.33333]],
    });
    const alone = small([[0, 0, 0]], 1);
    expect(alone.rows).toEqual([
      { item: 0, users: 1, alike: 0, positive: 0, negative: 0, beside: [] },
    ]);
  });

  test('says what the two rows have in common', () => {
    const row = { item: 0, users: 9, alike: 40, positive: 20, negative: 12, beside: [] };
    expect(findingOf('Bread', row, 50)).toBe(
      'By cosine Bread speaks for 40 others; EASE lets it speak against 12',
    );
    expect(findingOf('Bread', row, 40)).toContain('speaks for all 40 others');
    expect(findingOf('Bread', { ...row, alike: 1, negative: 0 }, 50)).toBe(
      'By cosine Bread speaks for one other; by EASE it speaks against none',
    );
    expect(findingOf('Bread', { ...row, alike: 0 }, 50)).toMatch(
      /^Nobody who has Bread has anything/,
    );
  });
});

describe('by hand', () => {
  const [A, B, C, D, E] = [0, 1, 2, 3, 4];

  test('the equations of book D are counts, with l2 on their diagonal', () => {
    const { others, A: matrix, b } = workColumn(D, 1);
    expect(others).toEqual([A, B, C, E]);
    expect(matrix).toEqual([
      [5, 2, 1, 0],
      [2, 3, 0, 0],
      [1, 0, 3, 0],
      [0, 0, 0, 1],
    ]);
    expect(b).toEqual([3, 1, 1, 0]);
  });

  test('and their solution is that of the text: 3/5, -1/15, 2/15 and 0', () => {
    const { weights, cosines } = workColumn(D, 1);
    [3 / 5, -1 / 15, 2 / 15, 0].forEach((weight, n) => expect(weights[n]).toBeCloseTo(weight, 14));
    expect(cosines[1]).toBeCloseTo(1 / Math.sqrt(6), 14);
  });

  test('each line times the weights gives its right side, for every book and l2', () => {
    for (const target of [A, B, C, D, E]) {
      for (const l2 of [0.1, 1, 100]) {
        const { A: matrix, b, weights } = workColumn(target, l2);
        matrix.forEach((row, i) => {
          const sum = row.reduce((total, value, k) => total + value * weights[k], 0);
          expect(sum).toBeCloseTo(b[i], 12);
        });
      }
    }
  });

  test('a larger l2 turns the weight below 0 around', () => {
    expect(workColumn(D, 1).weights[1]).toBeLessThan(0);
    expect(workColumn(D, 100).weights[1]).toBeGreaterThan(0);
  });

  test('of the readers of A those with B took D less often', () => {
    expect(both(A, B)).toBe(2);
    expect(splitReaders(A, B, D)).toEqual([
      { has: true, group: [0, 2], found: [2] },
      { has: false, group: [1, 3], found: [1, 3] },
    ]);
  });

  test('the title tells the book that speaks against, else the one that says most', () => {
    const titleAt = (target: number, l2: number): string => {
      const column = workColumn(target, l2);
      const names = column.others.map((i) => books[i]);
      return columnTitle(books[target], names, column);
    };
    expect(titleAt(D, 1)).toBe(
      'B shares readers with D, cosine 0.41; its weight is −0.067: once the others are heard, it speaks against',
    );
    expect(titleAt(D, 100)).toMatch(/^A says most for D, with a weight of \+0\.0\d+$/);
    expect(titleAt(E, 1)).toBe('Nobody has E: every weight for it is 0');
  });
});

describe('the bars', () => {
  test('stand on both sides of the zero line, at one scale, and none leaves the picture', () => {
    const [up, down, none] = weightBars([0.6, -0.1, 0]);
    expect(up).toEqual({ x: zero, width: 100 - zero });
    expect(down.x + down.width).toBeCloseTo(zero, 12);
    expect(down.width).toBeCloseTo(up.width / 6, 12);
    expect(none).toEqual({ x: zero, width: 0 });
    // Where the lowest weight is the largest, it sets the scale.
    expect(weightBars([0.1, -0.4])[1]).toEqual({ x: 0, width: zero });
    expect(weightBars([0, 0])).toEqual([
      { x: zero, width: 0 },
      { x: zero, width: 0 },
    ]);
  });

  test('have their sign in front, and digits that tell small ones from 0', () => {
    expect(weightTexts([0.6, -1 / 15, 0])).toEqual(['+0.600', '−0.067', '0.000']);
    expect(weightTexts([0.0061, -0.0002])).toEqual(['+0.0061', '−0.0002']);
    expect(weightTexts([0.00212, -0.00003])).toEqual(['+0.00212', '−0.00003']);
    expect(weightTexts([])).toEqual([]);
  });
});
