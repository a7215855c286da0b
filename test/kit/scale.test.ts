import { expect, test } from 'vitest';
import { bars, linear, nearest, polyline, ticks } from '../../.vitepress/kit/scale.ts';

test('a linear scale maps ends to ends and the middle to the middle', () => {
  const x = linear([0, 10], [100, 0]);
  expect([x(0), x(5), x(10)]).toEqual([100, 50, 0]);
  expect(linear([3, 3], [0, 1])(3)).toBe(0);
});

test('ticks are round, start at 0 and do not pass the end', () => {
  expect(ticks(305, 3)).toEqual([0, 100, 200, 300]);
  expect(ticks(0.38, 4)).toEqual([0, 0.1, 0.2, 0.3]);
  expect(ticks(124, 3)).toEqual([0, 50, 100]);
  expect(ticks(0)).toEqual([0]);
});

test('paths keep one decimal', () => {
  const points = [
    [0, 1.26],
    [2, 3],
  ] as const;
  expect(polyline(points)).toBe('M0 1.3L2 3');
  expect(bars([{ x: 1, y0: 10, y1: 4 }], 2)).toBe('M1 10V4h2V10z');
});

test('the nearest place wins, the first of two that are equally near', () => {
  expect(nearest(4.9, [0, 5, 10])).toBe(1);
  expect(nearest(2.5, [0, 5])).toBe(0);
});
