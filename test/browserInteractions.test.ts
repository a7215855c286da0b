// What the interaction test reads out of several visits.
import { expect, test } from 'vitest';
import { bestOf, counted } from './browser/support/interactions.ts';
import type { Interaction } from './browser/support/interactions.ts';

const press = (place: string, ms: number): Interaction => ({
  what: place,
  place,
  ms,
  waited: 0,
  worked: 0,
});
const msOf = (all: readonly Interaction[]): Record<string, number> =>
  Object.fromEntries(all.map(({ place, ms }) => [place, ms]));

test('what is slow at every visit stays slow, by its best time', () => {
  const visits = [[press('a', 300), press('b', 40)], [press('a', 180)], [press('a', 220)]];
  expect(msOf(bestOf(visits))).toEqual({ a: 180, b: 0 });
});

test('what was slow once was the machine', () => {
  const visits = [
    [press('a', 300), press('b', 90)],
    [press('b', 300), press('a', 24)],
  ];
  expect(msOf(bestOf(visits))).toEqual({ a: 24, b: 90 });
});

test('of several presses at one place in one visit, the slowest stands', () => {
  expect(msOf(bestOf([[press('a', 50), press('a', 150)], [press('a', 120)]]))).toEqual({ a: 120 });
  expect(msOf(bestOf([[press('a', 50), press('a', 150)]]))).toEqual({ a: 150 });
});

test('one of fifty is left out, the longest first', () => {
  const many = Array.from({ length: 50 }, (_, n) => press(String(n), 500 - n));
  expect(counted(many)).toHaveLength(49);
  expect(counted(many)[0].ms).toBe(499);
  expect(counted(many.slice(1))).toHaveLength(49);
});
