import { expect, test } from 'vitest';
import { makePicture, shareOfFirst } from '../../.vitepress/theme/figures/popularity/picture.ts';
import { defaultSpec, fitModel, readRun } from '../../.vitepress/theme/workers/runModel.ts';

test('of 4 + 3 + 2 + 1 events the first two items hold seven tenths', () => {
  expect(shareOfFirst([4, 3, 2, 1], 2)).toBeCloseTo(0.7, 15);
  expect(shareOfFirst([4, 3, 2, 1], 4)).toBe(1);
});

test('an empty log has no head', () => {
  expect(shareOfFirst([0, 0], 1)).toBe(0);
});

test('every item stands in the tail once, by its count, and ties by the lower id', () => {
  const spec = defaultSpec('popularity');
  const fit = fitModel(spec);
  const picture = makePicture({ spec, ...fit, result: readRun(spec, fit), genres: [] });
  expect(new Set(picture.items).size).toBe(fit.data.nItems);
  expect(picture.counts.reduce((total, count) => total + count, 0)).toBe(fit.data.train.length);
  for (let n = 1; n < picture.items.length; n++) {
    expect(picture.counts[n - 1]).toBeGreaterThanOrEqual(picture.counts[n]);
    if (picture.counts[n - 1] === picture.counts[n]) {
      expect(picture.items[n - 1]).toBeLessThan(picture.items[n]);
    }
  }
});
