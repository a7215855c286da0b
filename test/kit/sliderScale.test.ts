import { describe, expect, test } from 'vitest';
import { placeOf, stopsOf } from '../../.vitepress/kit/sliderScale.ts';
import { optionFields } from '../../.vitepress/kit/fields.ts';
import { allFacts } from '../../.vitepress/run/prepare.ts';

describe.for(allFacts())('the sliders of $title', (facts) => {
  const fields = optionFields(facts);

  test('stop at the default, at both ends, and nowhere beyond them', () => {
    for (const field of fields) {
      const stops = stopsOf(field);
      expect(stops, field.name).toContain(field.default);
      expect(stops[0]).toBe(field.min);
      expect(stops.at(-1)).toBe(field.orAll ? Infinity : field.max);
      expect(stops).toEqual([...new Set(stops)].sort((a, b) => a - b));
    }
  });

  test('show each of their stops at its own place', () => {
    for (const field of fields) {
      const stops = stopsOf(field);
      const places = stops.map((stop) => placeOf(stops, stop, field.scale === 'log'));
      expect(places, field.name).toEqual(stops.map((_, n) => n));
    }
  });
});

test('a log scale stops at numbers that one can say', () => {
  const stops = stopsOf({ min: 0.01, max: 10, step: 4, scale: 'log', default: 0.1 });
  expect(stops).toEqual([0.01, 0.02, 0.04, 0.07, 0.1, 0.2, 0.4, 0.7, 1, 2, 4, 7, 10]);
});

test('a value between two stops is shown at the nearer one', () => {
  expect(placeOf([1, 2, 4, 7, 10], 3, true)).toBe(2);
  expect(placeOf([1, 2, 4, 7, 10], 2.7, true)).toBe(1);
  expect(placeOf([0, 10, 20], 14, false)).toBe(1);
  expect(placeOf([0, 10, 20], -5, false)).toBe(0);
  expect(placeOf([0, 10, 20], 99, false)).toBe(2);
});
