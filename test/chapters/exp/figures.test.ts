import { expect, test } from 'vitest';
import { syntheticDataset } from '../../../code/models.ts';
import { ImplicitALS, log } from '../../../code/recsys.ts';
import { differingDigits } from '../../../.vitepress/chapters/exp/digits.ts';
import { makeErrorBands } from '../../../.vitepress/chapters/exp/bands.ts';
import {
  measureEngine,
  startFactors,
  stepsBetween,
} from '../../../.vitepress/chapters/exp/engineMath.ts';

const math = measureEngine();

test('the experiment draws the start factors of ALS: with the book’s log nothing changes', () => {
  const { train, nUsers, nItems } = syntheticDataset();
  const usual = new ImplicitALS({ iters: 1 }).fit(train, nUsers, nItems);
  const init = startFactors(log, nUsers, nItems);
  const warm = new ImplicitALS({ iters: 1, init }).fit(train, nUsers, nItems);
  expect(warm.userFactors.to1DArray()).toEqual(usual.userFactors.to1DArray());
  expect(warm.itemFactors.to1DArray()).toEqual(usual.itemFactors.to1DArray());
});

test('another last bit at the start becomes another last digit nearly everywhere', () => {
  const { trained } = math;
  const one = (x: number): number => log(x) * (1 + 2 ** -52);
  expect(startFactors(one, 3, 3).userFactors.to1DArray()).not.toEqual(
    startFactors(log, 3, 3).userFactors.to1DArray(),
  );
  // Whatever the engine: if any start differs, far more numbers differ after training.
  if (trained.differBefore > 0) expect(trained.differAfter).toBeGreaterThan(trained.numbers / 2);
  expect(trained.before).toBeLessThan(1e-14);
  expect(trained.after).toBeLessThan(1e-9);
});

test('steps count the doubles between two numbers, across zero too', () => {
  expect(stepsBetween(1, 1)).toBe(0);
  expect(stepsBetween(1, 1 + Number.EPSILON)).toBe(1);
  expect(stepsBetween(1, 1 - Number.EPSILON / 2)).toBe(1);
  expect(stepsBetween(-Number.MIN_VALUE, Number.MIN_VALUE)).toBe(2);
  expect(stepsBetween(0, -0)).toBe(0);
});

test('an engine’s exp and log are near the book’s, and its digits are told for each function', () => {
  for (const { asked, differ, farthest } of math.againstOurs) {
    expect(asked).toBe(10_000);
    expect(differ).toBeLessThan(asked / 2);
    expect(farthest).toBeLessThanOrEqual(2);
    expect(differ > 0).toBe(farthest > 0);
  }
  for (const [name, digits] of Object.entries(math.lastDigits)) {
    expect(digits, name).toMatch(/^[0-9a-f]{1000}$/);
    expect(new Set(digits).size, name).toBeGreaterThan(8);
  }
  expect(differingDigits('01a', '01b')).toBe(1);
});

test('the bands of errors are as the test of exp and log finds them: below one unit', () => {
  for (const band of makeErrorBands()) {
    expect(band.worst).toBeLessThan(1);
    expect(Math.max(...band.highest, ...band.lowest.map((error) => -error))).toBeLessThanOrEqual(
      band.worst,
    );
    expect(band.nearest).toBeGreaterThan(band.asked / 2);
    expect(band.nearest).toBeLessThanOrEqual(band.asked);
    expect(Math.max(...band.highest)).toBeGreaterThan(0.4);
  }
});
