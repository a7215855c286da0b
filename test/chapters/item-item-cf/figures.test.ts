import { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { ItemItemCF } from '../../../code/recsys.ts';
import type { Interaction, ItemItemCFOptions } from '../../../code/recsys.ts';
import { paperLog } from '../../../.vitepress/kit/paper.ts';
import {
  comparePair,
  flipped,
  startCells,
  workLog,
  you,
} from '../../../.vitepress/chapters/item-item-cf/byHand.ts';
import { makeExample } from '../../../.vitepress/chapters/item-item-cf/example.ts';
import { genreBlocks, shadePaths, spread } from '../../../.vitepress/chapters/item-item-cf/grid.ts';
import {
  gridSize,
  makePicture,
  meanCosines,
  neighbourCount,
} from '../../../.vitepress/chapters/item-item-cf/picture.ts';
import type { SimilarityPicture } from '../../../.vitepress/chapters/item-item-cf/picture.ts';
import { shadeOf } from '../../../.vitepress/chapters/item-item-cf/shades.ts';
import { defaultSpec, fitModel, readRun } from '../../../.vitepress/run/jobs/model.ts';

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

function smallPicture(options: ItemItemCFOptions = {}): SimilarityPicture {
  const model = new ItemItemCF(options).fit(train, 2, 4);
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

test('the grid has all similarities, the list those that an item keeps', () => {
  const [all, one] = [smallPicture(), smallPicture({ neighbours: 1 })];
  expect(one.neighbours).toEqual([[[0, 1, 0.707]], [[2, 2, 1]], [[0, 2, 1]]]);
  expect({ ...one, neighbours: all.neighbours }).toEqual(all);
});

test('shrinkage reaches the grid, the list and the means', () => {
  const shrunk = smallPicture({ shrink: 2, neighbours: 1 });
  // Of items 0 and 2: two users in common, 2 / (√4 + 2).
  expect(shrunk.neighbours[1]).toEqual([[2, 2, 0.5]]);
  expect(shrunk.shades[2][1]).toBe(String(shadeOf(0.5)));
  expect(shrunk.within).toBeLessThan(smallPicture().within);
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
  const { S, readers } = makeExample();
  expect(readers[0]).toEqual([0, 1, 2, 3]);
  expect(readers[3]).toEqual([1, 2, 3]);
  expect(S[0][3]).toBeCloseTo(3 / Math.sqrt(12), 4);
});

describe('by hand', () => {
  const [A, B, C, D, E] = [0, 1, 2, 3, 4];
  const [ada, ben, , , eve] = [0, 1, 2, 3, 4];

  test('two columns are compared by who is in both', () => {
    // A is with Ada, Ben, Cyd and Dan; D with Ben, Cyd and Dan.
    const { cosine, ...counts } = comparePair(startCells, A, D);
    expect(counts).toEqual({ ofI: 4, ofJ: 3, both: [1, 2, 3] });
    expect(cosine).toBeCloseTo(3 / Math.sqrt(4 * 3), 12);
    expect(comparePair(startCells, D, A).cosine).toBe(cosine);
    expect(comparePair(startCells, A, E)).toEqual({ ofI: 4, ofJ: 0, both: [], cosine: 0 });
  });

  test('a score is the sum over the shelf, and the sums make the list', () => {
    const { bills, counts, S } = workLog(startCells, ada);
    expect(counts).toEqual([4, 2, 2, 3, 0]);
    expect(bills.map(({ item }) => item)).toEqual([D, C, E]);
    // Ada has A and B. D: 3/√12 because of A, 1/√6 because of B. C shares Ben alone with A.
    expect(bills[0].parts.map(({ id }) => id)).toEqual([A, B]);
    expect(bills[0].parts[0].value).toBeCloseTo(3 / Math.sqrt(12), 12);
    expect(bills[0].parts[1].value).toBeCloseTo(1 / Math.sqrt(6), 12);
    expect(bills[0].score).toBeCloseTo(3 / Math.sqrt(12) + 1 / Math.sqrt(6), 12);
    expect(bills[1].parts).toEqual([{ id: A, value: S[A][C] }]);
    expect(bills[2]).toEqual({ item: E, score: 0, parts: [] });
  });

  test('the row of the reader is empty, and an empty row changes no cosine', () => {
    const onPaper = new ItemItemCF().fit(paperLog, 5, 5);
    for (const i of [A, B, C, D, E]) {
      expect(workLog(startCells, you).S[i]).toEqual(Array.from(onPaper.similarity(i)));
    }
    expect(workLog(startCells, you).bills).toEqual([]);
  });

  test('two books with one reader, the same, have cosine 1', () => {
    const cells = flipped(flipped(startCells, eve, E), ben, C);
    expect(comparePair(cells, C, E)).toEqual({ ofI: 1, ofJ: 1, both: [eve], cosine: 1 });
    // The log of the text is left as it was.
    expect(comparePair(startCells, C, E).cosine).toBe(0);
  });

  test('a log without marks, and one that is full, can be worked as well', () => {
    const none = startCells.map((row) => row.map(() => false));
    expect(workLog(none, ada)).toEqual({
      S: none[0].map(() => [0, 0, 0, 0, 0]),
      counts: [0, 0, 0, 0, 0],
      bills: [],
    });
    const full = startCells.map((row) => row.map(() => true));
    expect(workLog(full, ada).bills).toEqual([]);
    expect(comparePair(full, B, E).cosine).toBe(1);
  });
});
