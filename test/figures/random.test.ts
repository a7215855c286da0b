import { expect, test } from 'vitest';
import {
  hitChance,
  hitDistribution,
  makePicture,
  quantile,
} from '../../.vitepress/theme/figures/random/picture.ts';
import { defaultSpec, fitModel, readRun } from '../../.vitepress/theme/workers/runModel.ts';

test('two of three unseen items hold the held-out one in two of three cases', () => {
  expect(hitChance(2, 3, true)).toBeCloseTo(2 / 3, 15);
  expect(hitChance(5, 3, true)).toBe(1);
  expect(hitChance(2, 3, false)).toBe(0);
});

test('two people with chances 1/2 and 1/4 have 0, 1 or 2 hits with 3/8, 4/8 and 1/8', () => {
  const chances = hitDistribution([0.5, 0.25]);
  expect([...chances]).toEqual([0.375, 0.5, 0.125]);
  expect(quantile(chances, 0.3)).toBe(0);
  expect(quantile(chances, 0.5)).toBe(1);
  expect(quantile(chances, 0.9)).toBe(2);
});

test('nobody hits when there is nobody', () => {
  expect([...hitDistribution([])]).toEqual([1]);
  expect(quantile(hitDistribution([]), 0.975)).toBe(0);
});

test('a list of everything finds all that can be found, and recall at k is hits at k', () => {
  const spec = defaultSpec('random');
  const fit = fitModel(spec);
  const result = readRun(spec, fit);
  const picture = makePicture({ spec, ...fit, result, genres: [] });
  expect(picture.hits.at(-1)).toBe(picture.reachable);
  expect(picture.expected.at(-1)).toBeCloseTo(picture.reachable, 4);
  expect(picture.hits[spec.k - 1] / picture.nTest).toBe(result.metrics.recall);
  picture.expected.forEach((expected, n) => {
    expect(picture.low[n]).toBeLessThanOrEqual(expected + 1);
    expect(picture.high[n]).toBeGreaterThanOrEqual(expected - 1);
  });
});
