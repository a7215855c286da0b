import { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { ContentBased, cosine } from '../../../code/recsys.ts';
import type { Interaction } from '../../../code/recsys.ts';
import { featuresFor, randomLog, range } from '../../support/logs.ts';

describe('ContentBased', () => {
  const feats = new Matrix([
    [1, 0],
    [0, 1],
    [3, 4],
    [0, 0],
    [-1, -2],
  ]);
  // User 0 met item 0 at time 0 and item 1 at time 10; half-life 10. The weights are 1/2 and 1, so
  // the profile is (1/2 · (1, 0) + 1 · (0, 1)) / (1/2 + 1) = (1/3, 2/3), of length √5 / 3.
  const rows: Interaction[] = [
    [0, 0, 0],
    [0, 1, 10],
    [1, 2, 5],
  ];
  const model = new ContentBased({ halfLife: 10 }).fit(rows, feats, 3, 5);

  test("a profile is the mean of the items' features, new events counting more", () => {
    const profile = model.profile(0);
    expect(profile?.[0]).toBeCloseTo(1 / 3, 15);
    expect(profile?.[1]).toBeCloseTo(2 / 3, 15);
    expect(Array.from(model.profile(1) ?? [])).toEqual([3, 4]);
    expect(model.profile(2)).toBeNull();
  });

  test('a score is the cosine of profile and features', () => {
    const scores = Array.from(model.scores(0));
    const expected = [
      1 / Math.sqrt(5), // (1/3) / (√5/3)
      2 / Math.sqrt(5),
      11 / (5 * Math.sqrt(5)), // (3/3 + 8/3) / (√5/3 · 5)
      0, // no features, no angle
      -1, // (-1/3 - 4/3) / (√5/3 · √5): the very opposite
    ];
    expected.forEach((score, i) => {
      expect(scores[i]).toBeCloseTo(score, 14);
    });
    expect(model.recommend(0)).toEqual([2, 3, 4]);
  });

  test('a repeated interaction counts again', () => {
    // Item 0 twice and item 1 once, all at one time: (2/3, 1/3).
    const log: Interaction[] = [
      [0, 0, 0],
      [0, 1, 0],
      [0, 0, 0],
    ];
    const profile = new ContentBased().fit(log, feats, 1, 5).profile(0);
    expect(profile?.[0]).toBeCloseTo(2 / 3, 15);
  });

  test('a pause of the user changes nothing, however long', () => {
    // The seed divides 0 by 0 here: 2^(-10^9 / 10) is 0.
    const later: Interaction[] = [...rows, [2, 0, 1_000_000_000]];
    const other = new ContentBased({ halfLife: 10 }).fit(later, feats, 3, 5);
    expect(other.profile(0)).toEqual(model.profile(0));
    expect(other.scores(0)).toEqual(model.scores(0));
  });

  test('Unix times and a short half-life leave every profile finite', () => {
    const { rows: log, nUsers, nItems } = randomLog(6, 9, 60);
    const spread = log.map(([u, i, t]): Interaction => [u, i, 1_600_000_000 + t * 86_400]);
    const fitted = new ContentBased({ halfLife: 1 }).fit(
      spread,
      featuresFor(nItems),
      nUsers,
      nItems,
    );
    for (const user of range(nUsers)) {
      expect(Array.from(fitted.profile(user) ?? []).every(Number.isFinite)).toBe(true);
      expect(Array.from(fitted.scores(user)).some((s) => s > 0)).toBe(true);
    }
  });

  test('the length of a feature vector does not matter, its direction does', () => {
    const longer = Matrix.mul(feats, 1024);
    const other = new ContentBased({ halfLife: 10 }).fit(rows, longer, 3, 5);
    expect(other.scores(0)).toEqual(model.scores(0));
  });

  test('the features are copied, not changed', () => {
    const own = feats.clone();
    const other = new ContentBased({ halfLife: 10 }).fit(rows, own, 3, 5);
    expect(own.to2DArray()).toEqual(feats.to2DArray());
    own.set(2, 0, -3);
    expect(other.scores(0)).toEqual(model.scores(0));
  });

  test("what is done to a profile does not change the model's", () => {
    model.profile(0)?.fill(9);
    expect(model.profile(0)?.[0]).toBeCloseTo(1 / 3, 15);
  });

  test('features whose rows are not the items are refused', () => {
    expect(() => new ContentBased().fit(rows, feats, 3, 4)).toThrow(RangeError);
    expect(() => new ContentBased().fit([], feats, 3, 6)).toThrow(
      /itemFeats.*\[6 x 2\].*\[5 x 2\]/,
    );
  });

  test('features that are refused leave the model as it was', () => {
    const fitted = new ContentBased({ halfLife: 10 }).fit(rows, feats, 3, 5);
    const unfitted = new ContentBased();
    for (const other of [fitted, unfitted]) {
      expect(() => other.fit([[0, 0, 0]], new Matrix([[1], [NaN]]), 1, 2)).toThrow(RangeError);
      expect(() => other.fit([[0, 0, 0]], [[1], [2]] as never, 1, 2)).toThrow(TypeError);
    }
    expect(fitted.scores(0)).toEqual(model.scores(0));
    expect(() => unfitted.scores(0)).toThrow(/call fit first/);
  });

  test('knows nothing of items whose vectors hold no number, and says so by zeros', () => {
    const blind = new ContentBased().fit(rows, Matrix.zeros(5, 0), 3, 5);
    expect(Array.from(blind.scores(0))).toEqual([0, 0, 0, 0, 0]);
  });

  test('has a half-life of 2,000 when not told', () => {
    expect(new ContentBased().options).toEqual({ halfLife: 2000 });
  });
});

describe('the cosine', () => {
  const of = (a: number[], b: number[]) => cosine(Float64Array.from(a), Float64Array.from(b));

  test('is 1 along, 0 across and -1 against', () => {
    expect(of([3, 4], [6, 8])).toBeCloseTo(1, 15);
    expect(of([3, 4], [-4, 3])).toBe(0);
    expect(of([3, 4], [-3, -4])).toBeCloseTo(-1, 15);
    expect(of([1, 0], [1, 1])).toBeCloseTo(Math.SQRT1_2, 15);
  });

  test('with a vector of zeros is 0', () => {
    expect(of([0, 0], [1, 2])).toBe(0);
    expect(of([0, 0], [0, 0])).toBe(0);
  });
});
