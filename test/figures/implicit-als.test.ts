import { expect, test } from 'vitest';
import { makeExample } from '../../.vitepress/theme/figures/implicit-als/example.ts';
import { meanOf, principalComponents } from '../../.vitepress/theme/figures/implicit-als/eigen.ts';
import { chanceShare, nearestRows } from '../../.vitepress/theme/figures/implicit-als/picture.ts';
import type { FactorMapPicture } from '../../.vitepress/theme/figures/implicit-als/picture.ts';
import { ImplicitALS } from '../../code/recsys.ts';
import { defaultSpec, fitModel, readRun } from '../../.vitepress/theme/workers/runModel.ts';

const rows = (...values: number[][]) => values.map((row) => Float64Array.from(row));
const spec = { ...defaultSpec('implicit-als') };
const small = { ...spec, options: { ...spec.options, factors: 4, iters: 2 } };
const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, v, f) => sum + v * b[f], 0);

test('the components of four points on a cross are its arms', () => {
  const [first, second] = principalComponents(rows([3, 3], [-3, -3], [1, -1], [-1, 1]));
  expect(first.variance).toBeCloseTo(9, 12);
  expect(second.variance).toBeCloseTo(1, 12);
  expect(first.axis[0]).toBeCloseTo(Math.SQRT1_2, 12);
  expect(first.axis[1]).toBeCloseTo(Math.SQRT1_2, 12);
});

test('an axis points to where its largest entry is positive', () => {
  const [first] = principalComponents(rows([-2, 1], [2, -1], [-2, 1], [2, -1]));
  expect(first.axis[0]).toBeGreaterThan(0);
});

test('the variance along each axis of the map is its eigenvalue', () => {
  const { model } = fitModel(small);
  if (!(model instanceof ImplicitALS)) throw new Error('not an ImplicitALS');
  const Y = model.itemFactors.to2DArray().map((row) => Float64Array.from(row));
  const mean = meanOf(Y);
  const components = principalComponents(Y);
  for (const { axis, variance } of components) {
    const along = Y.map((y) => dot(axis, y) - dot(axis, mean));
    const measured = along.reduce((sum, v) => sum + v * v, 0) / Y.length;
    expect(measured).toBeCloseTo(variance, 10);
    expect(dot(axis, axis)).toBeCloseTo(1, 10);
  }
  const total = Y.reduce((sum, y) => sum + dot(y, y) - 2 * dot(y, mean) + dot(mean, mean), 0);
  const variances = components.map(({ variance }) => variance);
  expect(variances.reduce((a, b) => a + b)).toBeCloseTo(total / Y.length, 10);
  expect(variances).toEqual([...variances].sort((a, b) => b - a));
});

test('one factor and equal items still give a picture', () => {
  expect(principalComponents(rows([1], [3]))[0].variance).toBeCloseTo(1, 12);
  expect(principalComponents(rows([1, 2], [1, 2])).map((c) => c.variance)).toEqual([0, 0]);
  const one = { ...small, options: { ...small.options, factors: 1 } };
  const picture = readRun(one, fitModel(one)).picture as FactorMapPicture;
  expect(picture.share).toEqual([1, 0]);
  expect(picture.y.every((y) => y === 0)).toBe(true);
});

test('nearest rows are the first of equals', () => {
  expect(nearestRows(rows([0], [1], [2], [2.5]))).toEqual([1, 0, 3, 2]);
});

test('chance is the share of other items that are of the same genre', () => {
  expect(chanceShare([0, 0, 1, 1])).toBeCloseTo(1 / 3, 12);
  expect(chanceShare([0])).toBe(0);
});

test('the map is the same for every run, and light', () => {
  const [a, b] = [0, 1].map(() => readRun(small, fitModel(small)).picture as FactorMapPicture);
  expect(a).toEqual(b);
  expect(Math.max(...[...a.x, ...a.y].map(Math.abs))).toBe(1000);
  expect(JSON.stringify(a).length).toBeLessThan(8000);
});

test('with settings for clicks the genres come apart on the map, by default they do not', () => {
  const clicks = { ...spec, options: { ...spec.options, alpha: 1, reg: 10 } };
  const apart = readRun(clicks, fitModel(clicks)).picture as FactorMapPicture;
  const byDefault = readRun(spec, fitModel(spec)).picture as FactorMapPicture;
  expect(apart.nearOnMap).toBeGreaterThan(0.6);
  expect(byDefault.nearOnMap).toBeLessThan(2 * byDefault.chance);
});

test('on paper, the shared part and the own part make the same A as a walk over every cell', () => {
  const { halfSteps, nextY } = makeExample();
  for (const { A, longWay, b, x } of halfSteps) {
    expect(A).toBe(longWay);
    expect(x).toBeCloseTo(b / A, 4);
  }
  expect(nextY[4]).toBe(0);
});
