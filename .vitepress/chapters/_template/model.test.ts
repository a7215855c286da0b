import { describe, expect, test } from 'vitest';
import type { Interaction } from '../../../code/recsys.ts';
import { Template } from './model.ts';

describe('Template', () => {
  // Item 0 has one person, item 1 has two, one of them twice; item 2 has nobody.
  const rows: Interaction[] = [
    [0, 1, 0],
    [0, 1, 1],
    [1, 1, 2],
    [1, 0, 3],
  ];

  test('scores by hand', () => {
    expect(Array.from(new Template().fit(rows, 2, 3).scores(0))).toEqual([1, 2, 0]);
    expect(Array.from(new Template({ most: 1 }).fit(rows, 2, 3).scores(0))).toEqual([1, 1, 0]);
  });

  test('lists what is left, best first', () => {
    const model = new Template().fit(rows, 2, 3);
    expect(model.recommend(0)).toEqual([0, 2]);
    expect(model.recommend(1)).toEqual([2]);
  });

  test('refuses settings that mean nothing', () => {
    expect(() => new Template({ most: 0 })).toThrow(/most/);
  });
});
