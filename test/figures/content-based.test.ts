import { expect, test } from 'vitest';
import { layOut } from '../../.vitepress/theme/figures/content-based/layout.ts';
import { genreMix, makePicture } from '../../.vitepress/theme/figures/content-based/picture.ts';
import { workAll } from '../../.vitepress/theme/data/paper.ts';
import { defaultSpec, fitModel, readRun } from '../../.vitepress/theme/workers/runModel.ts';

test('three events, two of one genre, are a mix of two thirds and one third', () => {
  expect(genreMix([1, 1, 0], 3)).toEqual([1 / 3, 2 / 3, 0]);
  expect(genreMix([], 2)).toEqual([0, 0]);
});

test('the paper-size profile is that of the hand: (0.725, 1.3) / 1.625', () => {
  const { profile, past, list } = workAll().contentBased;
  expect(past.map(({ weight }) => weight)).toEqual([expect.closeTo(1 / 8, 15), 0.5, 1]);
  expect(profile[0]).toBeCloseTo(0.725 / 1.625, 12);
  expect(profile[1]).toBeCloseTo(1.3 / 1.625, 12);
  // E, which nobody has taken, before B.
  expect(list).toEqual([4, 1]);
});

test('the picture holds the cosine of every item and a mix that adds up to 1', () => {
  const spec = defaultSpec('content-based');
  const fit = fitModel(spec);
  const result = readRun(spec, fit);
  const picture = makePicture({
    spec,
    ...fit,
    result,
    genres: fit.data.itemFeats.to2DArray().map(() => 0),
  });
  expect(picture.cosines).toHaveLength(fit.data.nItems);
  expect(picture.mix.reduce((total, share) => total + share, 0)).toBeCloseTo(1, 3);
  const best = result.list[0];
  expect(picture.cosines[best.item]).toBeCloseTo(best.score, 4);
});

test('the picture refuses a model of another kind', () => {
  const spec = defaultSpec('popularity');
  const fit = fitModel(spec);
  const result = readRun(spec, fit);
  expect(() => makePicture({ spec, ...fit, result, genres: [] })).toThrow(TypeError);
});

test('a mark stands in the row of its genre, and every mark within the picture', () => {
  const parts = {
    profile: [0.2, 0.8],
    mix: [0.5, 0.5],
    order: [1, 0],
    items: [
      { item: 0, genre: 1, cosine: 1, state: 'seen' },
      { item: 1, genre: 0, cosine: -0.5, state: 'unseen' },
    ],
  };
  for (const size of [
    { width: 760, height: 400, narrow: false },
    { width: 330, height: 560, narrow: true },
  ]) {
    const { items, rows } = layOut(size, parts);
    expect(rows.map(({ genre }) => genre)).toEqual([1, 0]);
    expect(items[0].y).toBeLessThan(items[1].y);
    for (const { x } of items) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(size.width);
    }
  }
});
