// The figure of the growth: what is counted, and what it says of times.
import { expect, test } from 'vitest';
import { wholeSpeedup } from '../../../.vitepress/chapters/making-it-fast/amdahl.ts';
import { operations } from '../../../.vitepress/chapters/making-it-fast/counted.ts';
import { timeAt } from '../../../.vitepress/chapters/making-it-fast/growth.ts';
import {
  axes,
  growths,
  sizesAt,
  smallest,
} from '../../../.vitepress/chapters/making-it-fast/growthSizes.ts';
import { growthFinding, panelsOf } from '../../../.vitepress/chapters/making-it-fast/growthView.ts';

const points = axes.flatMap((axis) =>
  growths.map((growth) => ({ axis, growth, ms: axis === 'factors' ? growth ** 2 : growth })),
);

test('each panel lets one thing grow', () => {
  expect(sizesAt('users', 4)).toEqual({ ...smallest, users: 4 * smallest.users });
  for (const { counted, measured } of panelsOf([])) {
    expect(counted[0]).toBe(1);
    expect(counted.toSorted((a, b) => a - b)).toEqual(counted);
    expect(measured).toEqual([]);
  }
});

test('the operations grow as the equation of their cost', () => {
  const f = smallest.factors;
  const rows = smallest.users + smallest.items;
  const perRow = f * (f + 1) + f ** 3 / 3 + 2 * f ** 2;
  const perEvent = 2 * f * (f + 1);
  expect(operations(smallest)).toBeCloseTo(smallest.ones * perEvent + rows * perRow, 6);
  const more = operations(sizesAt('ones', 2)) - operations(smallest);
  expect(more).toBeCloseTo(smallest.ones * perEvent, 6);
});

test('the finding is counted until everything is measured', () => {
  expect(growthFinding([])).toMatch(
    /^With eight times the events an iteration has .* the operations/,
  );
  expect(growthFinding(points.slice(0, 5))).toBe(growthFinding([]));
  expect(growthFinding(points)).toBe(
    'With eight times the events an iteration takes eight times the time, with eight times the users eight times, and with eight times the factors 64 times',
  );
});

test('a time is measured', () => {
  expect(timeAt({ users: 20, items: 10, ones: 60, factors: 4 })).toBeGreaterThan(0);
});

test('the rest of a program limits what a faster part can do', () => {
  expect(wholeSpeedup(0.8, 4)).toBeCloseTo(2.5, 12);
  expect(wholeSpeedup(1, 4)).toBe(4);
  expect(wholeSpeedup(0.5, Infinity)).toBe(2);
});
