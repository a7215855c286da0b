import { expect, test } from 'vitest';
import {
  exactAs,
  exactDecimal,
  exactEstimate,
  exactInterval,
  exactPercent,
  isExact,
} from '../../.vitepress/kit/exact.ts';

const third = 1 / 3;

test('a cell shows some digits, and takes all of them along', () => {
  expect([String(exactDecimal(third)), exactDecimal(third).value]).toEqual(['0.333', third]);
  expect([String(exactPercent(third)), exactPercent(third).value]).toEqual(['33\u00a0%', third]);
  expect([String(exactAs(third, '+⅓')), exactAs(third, '+⅓').value]).toEqual(['+⅓', third]);
});

test('an interval takes both of its ends along, and a mean before them', () => {
  const estimate = { mean: third, low: -0.125, high: 2 / 3 };
  const interval = exactInterval(estimate, 'low to high');
  expect(String(interval)).toBe('low to high');
  expect(interval.value).toBe(`[-0.125, ${2 / 3}]`);
  expect(exactEstimate(estimate, 'x').value).toBe(`${third} [-0.125, ${2 / 3}]`);
  expect(isExact(interval)).toBe(true);
});
