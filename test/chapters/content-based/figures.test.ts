import { describe, expect, test } from 'vitest';
import {
  angleBetween,
  eventCount,
  halfLives,
  workByHand,
} from '../../../.vitepress/chapters/content-based/byHand.ts';
import { paperFeatures } from '../../../.vitepress/kit/paperNames.ts';
import { layOut } from '../../../.vitepress/chapters/content-based/layout.ts';
import { genreMix, makePicture } from '../../../.vitepress/chapters/content-based/picture.ts';
import { workAll } from '../../../.vitepress/kit/paper.ts';
import { defaultSpec, fitModel, readRun } from '../../../.vitepress/run/jobs/model.ts';

test('three events, two of one genre, are a mix of two thirds and one third', () => {
  expect(genreMix([1, 1, 0], 3)).toEqual([1 / 3, 2 / 3, 0]);
  expect(genreMix([], 2)).toEqual([0, 0]);
});

test('the paper-size profile is that of the hand: (0.725, 1.3) / 1.625', () => {
  const { profile, past, list } = workAll().contentBased;
  expect(past.map(({ weight }) => weight)).toEqual([expect.closeTo(1 / 8, 15), 0.5, 1]);
  expect(profile[0]).toBeCloseTo(0.725 / 1.625, 12);
  expect(profile[1]).toBeCloseTo(1.3 / 1.625, 12);
  // E, which nobody has taken, before B.
  expect(list).toEqual([4, 1]);
});

test('the picture holds the cosine of every item and a mix that adds up to 1', () => {
  const spec = defaultSpec('content-based');
  const fit = fitModel(spec);
  const result = readRun(spec, fit);
  const picture = makePicture({
    spec,
    ...fit,
    result,
    genres: fit.data.itemFeats.to2DArray().map(() => 0),
  });
  expect(picture.cosines).toHaveLength(fit.data.nItems);
  expect(picture.mix.reduce((total, share) => total + share, 0)).toBeCloseTo(1, 3);
  const best = result.list[0];
  expect(picture.cosines[best.item]).toBeCloseTo(best.score, 4);
});

test('the picture refuses a model of another kind', () => {
  const spec = defaultSpec('popularity');
  const fit = fitModel(spec);
  const result = readRun(spec, fit);
  expect(() => makePicture({ spec, ...fit, result, genres: [] })).toThrow(TypeError);
});

test('a mark stands in the row of its genre, and every mark within the picture', () => {
  const parts = {
    profile: [0.2, 0.8],
    mix: [0.5, 0.5],
    order: [1, 0],
    items: [
      { item: 0, genre: 1, cosine: 1, state: 'seen' },
      { item: 1, genre: 0, cosine: -0.5, state: 'unseen' },
    ],
  };
  for (const size of [
    { width: 760, height: 400, narrow: false },
    { width: 330, height: 560, narrow: true },
  ]) {
    const { items, rows } = layOut(size, parts);
    expect(rows.map(({ genre }) => genre)).toEqual([1, 0]);
    expect(items[0].y).toBeLessThan(items[1].y);
    for (const { x } of items) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(size.width);
    }
  }
});

describe('by hand', () => {
  const [A, B, C, D, E] = [0, 1, 2, 3, 4];
  const asPrinted = { features: paperFeatures, halfLife: 3, happened: eventCount };

  test('arrows as long as they weigh, head to tail, end at the sum of the fraction', () => {
    const { links, sum, total, p, list } = workByHand(asPrinted);
    expect(links.map(({ item, age }) => [item, age])).toEqual([
      [A, 9],
      [C, 3],
      [D, 0],
    ]);
    const ends = links.flatMap(({ to }) => to);
    [0.125, 0, 0.125, 0.5, 0.725, 1.3].forEach((end, n) => expect(ends[n]).toBeCloseTo(end, 12));
    expect(links.slice(1).map(({ from }) => from)).toEqual(links.slice(0, 2).map(({ to }) => to));
    expect(total).toBeCloseTo(1.625, 12);
    expect(p[0]).toBeCloseTo(sum[0] / total, 12);
    expect(p[1]).toBeCloseTo(sum[1] / total, 12);
    expect(list).toEqual([E, B]);
  });

  test('the angle of a candidate is that of its cosine', () => {
    const { p, candidates } = workByHand(asPrinted);
    const angle = angleBetween(p, paperFeatures[E]);
    expect(angle.dot).toBeCloseTo((0.725 * 0.28 + 1.3 * 0.96) / 1.625, 12);
    expect(angle.lengths[1]).toBeCloseTo(1, 12);
    expect(angle.cosine).toBe(candidates[E].cosine);
    // From the directions: atan(0.96 / 0.28) - atan(1.3 / 0.725).
    expect(angle.degrees).toBeCloseTo(73.74 - 60.85, 1);
    expect(angleBetween([1, 0], [0, 0.5])).toMatchObject({ cosine: 0, degrees: 90 });
    expect(angleBetween([0.3, 0.3], [1, 1]).degrees).toBeCloseTo(0, 4);
    expect(angleBetween([0, 0], [1, 1])).toMatchObject({ cosine: 0, degrees: null });
  });

  test('the parts of a cosine add up to it, and a book at right angles gives none', () => {
    for (const { parts, cosine } of workByHand(asPrinted).candidates) {
      expect(parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(cosine, 12);
    }
    const { candidates } = workByHand(asPrinted);
    expect(candidates[E].parts.map(({ item }) => item)).toEqual([A, C, D]);
    // C is all stars, A all sea.
    expect(candidates[A].parts.map(({ item }) => item)).toEqual([A, D]);
  });

  test('each new event makes the older ones weigh less, and takes its book off the list', () => {
    const weights = (happened: number) =>
      workByHand({ ...asPrinted, happened }).links.map(({ w }) => w);
    expect(weights(1)).toEqual([1]);
    expect(weights(2)).toEqual([expect.closeTo(1 / 4, 12), 1]);
    expect(workByHand({ ...asPrinted, happened: 1 }).p).toEqual([1, 0]);
    expect(workByHand({ ...asPrinted, happened: 1 }).list).toEqual([B, D, E, C]);
  });

  test('an endless half-life is the plain mean, and features of 0 give no direction', () => {
    const endless = halfLives[halfLives.length - 1];
    const { p, total } = workByHand({ ...asPrinted, halfLife: endless });
    expect(total).toBe(3);
    expect(p).toEqual([expect.closeTo(1.6 / 3, 12), expect.closeTo(1.8 / 3, 12)]);
    const nothing = workByHand({ ...asPrinted, features: paperFeatures.map(() => [0, 0]) });
    expect(nothing.candidates.map(({ cosine }) => cosine)).toEqual([0, 0, 0, 0, 0]);
    expect(nothing.candidates[E].parts).toEqual([]);
  });
});
