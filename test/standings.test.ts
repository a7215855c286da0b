import { describe, expect, test } from 'vitest';
import { findModel, models, syntheticDataset } from '../code/models.ts';
import type { Dataset } from '../code/models.ts';
import type { Recommender } from '../code/recsys.ts';
import { chanceOfHit, standings } from '../code/evaluation/standings.ts';
import type { Standing, TieRule } from '../code/evaluation/standings.ts';
import { range } from './support/logs.ts';

const small = syntheticDataset({ nUsers: 40, nItems: 30, nInter: 500, seed: 2 });
const rules: readonly TieRule[] = ['lower-id', 'held-out-first', 'held-out-last', 'random'];

/** A model whose scores are given, and which lists what is asked for. */
const scored = (scores: readonly number[]): Recommender => ({
  scores: () => Float64Array.from(scores),
  recommend: () => [0],
});

describe('a standing', () => {
  test('is worked by hand', () => {
    // The user has had items 1 and 6. Of the others, item 0 is above the held-out item 3; items 2
    // and 4 are tied with it, and 2 has the lower id; item 5 is below.
    const data: Dataset = {
      ...small,
      train: [
        [0, 1, 0],
        [0, 6, 1],
      ],
      test: new Map([[0, 3]]),
      nUsers: 1,
      nItems: 7,
    };
    expect(standings(scored([9, 8, 5, 5, 5, 1, 5]), data)).toEqual([
      { user: 0, above: 1, tied: 2, tiedBefore: 1, unseen: 5 },
    ]);
  });

  test('is none for an item that the user has had, and for a user of whom the model says nothing', () => {
    const test = new Map([[0, 1]]);
    const data: Dataset = { ...small, train: [[0, 1, 0]], test, nUsers: 2, nItems: 3 };
    expect(standings(scored([1, 2, 3]), data)).toEqual([null]);
    const cold: Dataset = { ...data, test: new Map([[1, 2]]) };
    expect(standings(findModel('item-item-cf').fit(cold), cold)).toEqual([null]);
    expect(standings(findModel('popularity').fit(cold), cold)).toHaveLength(1);
  });

  test.for([3, 99, -1, 0.5])('is none for item %s of a catalogue of three', (item) => {
    const test = new Map([[0, item]]);
    const data: Dataset = { ...small, train: [[0, 1, 0]], test, nUsers: 1, nItems: 3 };
    expect(standings(scored([1, 2, 3]), data)).toEqual([null]);
  });

  test.for(models.map(({ id }) => id))('tells where %s lists the item, for every k', (id) => {
    const model = findModel(id).fit(small);
    const all = standings(model, small);
    Array.from(small.test).forEach(([user, held], n) => {
      const place = model.recommend(user, small.nItems).indexOf(held);
      const at = all[n];
      expect(place).toBe(at ? at.above + at.tiedBefore : -1);
      for (const k of [1, 5, 30]) {
        expect(chanceOfHit(at, k, 'lower-id')).toBe(place >= 0 && place < k ? 1 : 0);
      }
    });
  });
});

describe('the chance of a hit', () => {
  const at: Standing = { user: 0, above: 2, tied: 3, tiedBefore: 1, unseen: 9 };
  const chances = (rule: TieRule) => range(8).map((k) => chanceOfHit(at, k, rule));

  test('is worked by hand for every rule of ties', () => {
    expect(chances('held-out-first')).toEqual([0, 0, 0, 1, 1, 1, 1, 1]);
    expect(chances('lower-id')).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    expect(chances('held-out-last')).toEqual([0, 0, 0, 0, 0, 0, 1, 1]);
    expect(chances('random')).toEqual([0, 0, 0, 0.25, 0.5, 0.75, 1, 1]);
  });

  test('is the same under every rule when nothing is tied', () => {
    for (const rule of rules) {
      expect(chanceOfHit({ ...at, tied: 0, tiedBefore: 0 }, 3, rule)).toBe(1);
      expect(chanceOfHit({ ...at, tied: 0, tiedBefore: 0 }, 2, rule)).toBe(0);
      expect(chanceOfHit(null, 9, rule)).toBe(0);
    }
  });
});
