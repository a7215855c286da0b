import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findModel } from '../../../code/models.ts';
import { Popularity, Trending } from '../../../code/recsys.ts';
import {
  curveAges,
  decayedCounts,
  makePicture,
} from '../../../.vitepress/chapters/trending/picture.ts';
import type { TrendingPicture } from '../../../.vitepress/chapters/trending/picture.ts';
import { placeAmong, stops } from '../../../.vitepress/chapters/trending/stops.ts';
import {
  halfLives,
  lastDay,
  logOn,
  makeTimeline,
  originalDays,
} from '../../../.vitepress/chapters/trending/timeline.ts';
import { defaultSpec, fitModel, readRun } from '../../../.vitepress/run/jobs/model.ts';

test('events of age 0, one and two half-lives count 1, 1/2 and 1/4', () => {
  const log = [
    [0, 0, 4],
    [0, 1, 2],
    [1, 1, 0],
  ] as const;
  const scores = decayedCounts(log, 3, 4, 2);
  expect(scores[0]).toBe(1);
  expect(scores[1]).toBeCloseTo(0.75, 15);
  expect(scores[2]).toBe(0);
  expect([...decayedCounts(log, 3, 4, Infinity)]).toEqual([1, 2, 0]);
});

test('a half-life stands at its stop, between two in proportion, and never past the last', () => {
  expect(placeAmong(125)).toBe(0);
  expect(placeAmong(50)).toBe(0);
  expect(placeAmong(2000)).toBe(4);
  expect(placeAmong(3000)).toBe(4.5);
  expect(placeAmong(64000)).toBe(8.5);
  expect(placeAmong(Infinity)).toBe(9);
});

const run = (halfLife: number): TrendingPicture => {
  const spec = { ...defaultSpec('trending'), options: { halfLife } };
  const fit = fitModel(spec);
  return makePicture({ spec, ...fit, result: readRun(spec, fit), genres: [] });
};

test('the curve bends where the half-life is short, and reaches the oldest event', () => {
  const ages = curveAges(18000, 50);
  expect(ages.filter((age) => age > 0 && age <= 50)).toHaveLength(8);
  expect(ages[0]).toBe(0);
  expect(ages.at(-1)).toBe(18000);
  expect(curveAges(30, Infinity)).toHaveLength(31);
});

test('the ranks at a stop are those of the model with that half-life', () => {
  const picture = run(2000);
  expect(picture.items[picture.ranks[stops.indexOf(2000)][0]].item).toBe(picture.first.item);
  expect(picture.curve[0]).toEqual([0, 1]);
  expect(picture.curve).toContainEqual([2000, 0.5]);
});

test('without forgetting the last column is Popularity and every event counts 1', () => {
  const picture = run(Infinity);
  const data = fitModel(defaultSpec('popularity')).data;
  const scores = findModel('popularity').fit(data).scores(0);
  const best = scores.indexOf(Math.max(...scores));
  expect(picture.shared).toBe(10);
  expect(picture.weight).toBe(picture.events);
  expect(picture.first.item).toBe(best);
  expect(picture.first.ages).toHaveLength(scores[best]);
});

describe('on the time line', () => {
  test('four events that are 9, 9, 6 and 3 days old count as much as a new one, at 3 days', () => {
    const { now, lanes, order } = makeTimeline(originalDays, 3);
    expect(now).toBe(9);
    const [a, b, c, d, e] = lanes;
    a.events.forEach(({ weight }, n) => {
      expect(weight).toBeCloseTo([0.125, 0.125, 0.25, 0.5][n], 15);
    });
    [a, b, c, d, e].forEach(({ score }, item) => {
      expect(score).toBeCloseTo([1, 0.75, 0.75, 3, 0][item], 14);
    });
    expect(b.score).toBe(c.score);
    expect(order).toEqual([3, 0, 1, 2, 4]);
    expect(d.events.map(({ nth, of }) => [nth, of])).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
  });

  test('the lead changes hands once as the half-life grows, and every order is that of the scores', () => {
    const leads = halfLives.map((halfLife) => makeTimeline(originalDays, halfLife).order[0]);
    expect(leads.indexOf(0)).toBe(halfLives.indexOf(16));
    expect(leads.lastIndexOf(3)).toBe(halfLives.indexOf(12));
    for (const halfLife of halfLives) {
      const { lanes, order } = makeTimeline(originalDays, halfLife);
      order.slice(1).forEach((item, n) => {
        expect(lanes[order[n]].score).toBeGreaterThanOrEqual(lanes[item].score);
      });
      expect(lanes.map(({ place }) => order[place])).toEqual([0, 1, 2, 3, 4]);
    }
  });

  test('the last stop is Popularity: the same scores and, for each person, the same list', () => {
    expect(halfLives.at(-1)).toBe(Infinity);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: lastDay }), { minLength: 11, maxLength: 11 }),
        (days) => {
          const { lanes, order, popular } = makeTimeline(days, Infinity);
          expect(order).toEqual(popular);
          const trending = new Trending({ halfLife: Infinity }).fit(logOn(days), 5, 5);
          const popularity = new Popularity().fit(logOn(days), 5, 5);
          expect(lanes.map(({ score }) => score)).toEqual([...popularity.scores(0)]);
          for (let user = 0; user < 5; user++)
            expect(trending.recommend(user, 5)).toEqual(popularity.recommend(user, 5));
        },
      ),
    );
  });

  test('an event that is moved to the newest day counts 1, and the newest day is where ages start', () => {
    const days = originalDays.map((day, row) => (row === 0 ? 9 : day));
    const [a] = makeTimeline(days, 3).lanes;
    expect(a.score).toBeCloseTo(0.125 + 0.25 + 0.5 + 1, 14);
    const past = originalDays.map((day) => Math.min(day, 6));
    const { now, lanes } = makeTimeline(past, 3);
    expect(now).toBe(6);
    expect(lanes[3].score).toBe(3);
  });
});
