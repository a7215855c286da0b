import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { ItemItemCF } from '../../code/recsys.ts';
import type { Interaction } from '../../code/recsys.ts';
import { makeExample } from '../../.vitepress/theme/figures/item-item-cf/example.ts';
import {
  genreBlocks,
  shadePaths,
  spread,
} from '../../.vitepress/theme/figures/item-item-cf/grid.ts';
import {
  gridSize,
  makePicture,
  meanCosines,
  neighbourCount,
} from '../../.vitepress/theme/figures/item-item-cf/picture.ts';
import type { SimilarityPicture } from '../../.vitepress/theme/figures/item-item-cf/picture.ts';
import { shadeOf } from '../../.vitepress/theme/figures/item-item-cf/shades.ts';
import { defaultSpec, fitModel, readRun } from '../../.vitepress/theme/workers/runModel.ts';

// Users 0 and 1 have items 0 and 2, user 1 has item 1 too; nobody has item 3.
const train: Interaction[] = [
  [0, 0, 0],
  [0, 2, 1],
  [1, 0, 2],
  [1, 1, 3],
  [1, 2, 4],
];
const genres = [1, 0, 1, 0];
const spec = { ...defaultSpec('item-item-cf'), user: 0 };

function smallPicture(): SimilarityPicture {
  const model = new ItemItemCF().fit(train, 2, 4);
  const data = { train, test: new Map(), itemFeats: Matrix.zeros(4, 2), nUsers: 2, nItems: 4 };
  const result = readRun(spec, fitModel(spec));
  return makePicture({ spec, data, model, result, genres });
}

test('the grid has the items with users, by genre and then by users', () => {
  const picture = smallPicture();
  expect(picture.items).toEqual([1, 0, 2]);
  expect(picture.users).toEqual([2, 1, 2, 0]);
  expect(picture.shades).toEqual(['', `${shadeOf(Math.SQRT1_2)}`, `${shadeOf(Math.SQRT1_2)}5`]);
});

test('a neighbour comes with the users it shares and its cosine', () => {
  expect(smallPicture().neighbours).toEqual([
    [
      [0, 1, 0.707],
      [2, 1, 0.707],
    ],
    [
      [2, 2, 1],
      [1, 1, 0.707],
    ],
    [
      [0, 2, 1],
      [1, 1, 0.707],
    ],
  ]);
});

test('the mean cosines count every pair of items once', () => {
  const picture = smallPicture();
  // Of one genre: items 0 and 2 (cosine 1), 1 and 3 (0). Of two: 0-1 and 1-2 (0.707), 0-3, 2-3 (0).
  expect(picture.within).toBe(0.5);
  expect(picture.across).toBe(0.354);
  expect(meanCosines([new Float64Array(1)], [0])).toEqual({ within: 0, across: 0 });
});

test('the default picture is as large as promised, and its genres are more alike within', () => {
  const picture = readRun(spec, fitModel(spec)).picture as SimilarityPicture;
  expect(picture.items).toHaveLength(gridSize);
  expect(picture.neighbours.every((row) => row.length === neighbourCount)).toBe(true);
  expect(picture.within).toBeGreaterThan(picture.across);
  expect(JSON.stringify(picture).length).toBeLessThan(15_000);
  expect(shadePaths(picture.shades, 6).join('').length).toBeLessThan(25_000);
});

test('the paths of the grid cover each cell below the diagonal once', () => {
  const paths = shadePaths(['', '1', '11', '012'], 3);
  expect(paths).toEqual(['M0 3h1', 'M0 1h1M0 2h2M1 3h1', 'M2 3h1']);
});

test('genres form blocks, and labels keep their distance', () => {
  expect(genreBlocks([4, 5, 6], [0, 0, 0, 0, 2, 2, 7])).toEqual([
    { genre: 2, from: 0, to: 2 },
    { genre: 7, from: 2, to: 3 },
  ]);
  expect(spread([10, 12, 40], 14, 50)).toEqual([10, 24, 40]);
  expect(spread([45, 47], 14, 50)).toEqual([36, 50]);
});

test('on paper, book A and book D share three readers of four and three', () => {
  const { S, scores, list, has } = makeExample();
  expect(S[0][3]).toBeCloseTo(3 / Math.sqrt(12), 4);
  expect(has).toEqual([0, 1]);
  expect(scores[3]).toBeCloseTo(S[0][3] + S[1][3], 3);
  expect(list).toEqual([3, 2, 4]);
});
