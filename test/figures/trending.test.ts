import { expect, test } from 'vitest';
import { findModel } from '../../code/models.ts';
import {
  curveAges,
  decayedCounts,
  makePicture,
} from '../../.vitepress/theme/figures/trending/picture.ts';
import type { TrendingPicture } from '../../.vitepress/theme/figures/trending/picture.ts';
import { placeAmong, stops } from '../../.vitepress/theme/figures/trending/stops.ts';
import { defaultSpec, fitModel, readRun } from '../../.vitepress/theme/workers/runModel.ts';

test('events of age 0, one and two half-lives count 1, 1/2 and 1/4', () => {
  const log = [
    [0, 0, 4],
    [0, 1, 2],
    [1, 1, 0],
  ] as const;
  const scores = decayedCounts(log, 3, 4, 2);
  expect(scores[0]).toBe(1);
  expect(scores[1]).toBeCloseTo(0.75, 15);
  expect(scores[2]).toBe(0);
  expect([...decayedCounts(log, 3, 4, Infinity)]).toEqual([1, 2, 0]);
});

test('a half-life stands at its stop, between two in proportion, and never past the last', () => {
  expect(placeAmong(125)).toBe(0);
  expect(placeAmong(50)).toBe(0);
  expect(placeAmong(2000)).toBe(4);
  expect(placeAmong(3000)).toBe(4.5);
  expect(placeAmong(64000)).toBe(8.5);
  expect(placeAmong(Infinity)).toBe(9);
});

const run = (halfLife: number): TrendingPicture => {
  const spec = { ...defaultSpec('trending'), options: { halfLife } };
  const fit = fitModel(spec);
  return makePicture({ spec, ...fit, result: readRun(spec, fit), genres: [] });
};

test('the curve bends where the half-life is short, and reaches the oldest event', () => {
  const ages = curveAges(18000, 50);
  expect(ages.filter((age) => age > 0 && age <= 50)).toHaveLength(8);
  expect(ages[0]).toBe(0);
  expect(ages.at(-1)).toBe(18000);
  expect(curveAges(30, Infinity)).toHaveLength(31);
});

test('the ranks at a stop are those of the model with that half-life', () => {
  const picture = run(2000);
  expect(picture.items[picture.ranks[stops.indexOf(2000)][0]].item).toBe(picture.first.item);
  expect(picture.curve[0]).toEqual([0, 1]);
  expect(picture.curve).toContainEqual([2000, 0.5]);
});

test('without forgetting the last column is Popularity and every event counts 1', () => {
  const picture = run(Infinity);
  const data = fitModel(defaultSpec('popularity')).data;
  const scores = findModel('popularity').fit(data).scores(0);
  const best = scores.indexOf(Math.max(...scores));
  expect(picture.shared).toBe(10);
  expect(picture.weight).toBe(picture.events);
  expect(picture.first.item).toBe(best);
  expect(picture.first.ages).toHaveLength(scores[best]);
});
