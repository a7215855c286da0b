import { describe, expect, test } from 'vitest';
import { Popularity } from '../../../code/recsys.ts';
import type { Interaction } from '../../../code/recsys.ts';

describe('Popularity', () => {
  // Item 0 once, item 1 once, item 2 three times (twice by user 0), item 3 never.
  const rows: Interaction[] = [
    [0, 2, 0],
    [0, 2, 1],
    [0, 0, 2],
    [1, 1, 3],
    [1, 2, 4],
  ];
  const model = new Popularity().fit(rows, 3, 4);

  test('counts interactions, repeated ones each time', () => {
    for (const user of [0, 1, 2]) expect(Array.from(model.scores(user))).toEqual([1, 1, 3, 0]);
  });

  test('lists what most people have, less what the user has', () => {
    // User 0 has 0 and 2: left are 1 (one) and 3 (none).
    expect(model.recommend(0)).toEqual([1, 3]);
    // User 1 has 1 and 2: left are 0 (one) and 3 (none).
    expect(model.recommend(1)).toEqual([0, 3]);
    // User 2 has nothing: 2 (three), then 0 and 1 (one each, the lower id first), then 3.
    expect(model.recommend(2)).toEqual([2, 0, 1, 3]);
  });

  test('does not look at times', () => {
    const later = rows.map(([u, i, t]): Interaction => [u, i, 1000 - t]);
    expect(new Popularity().fit(later, 3, 4).scores(0)).toEqual(model.scores(0));
  });

  test('has nothing to set', () => {
    expect(Popularity.defaults).toEqual({});
  });
});
