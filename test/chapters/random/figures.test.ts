import { describe, expect, test } from 'vitest';
import { stream } from '../../../code/recsys.ts';
import {
  hitDistribution,
  makePicture,
  quantile,
} from '../../../.vitepress/chapters/random/picture.ts';
import { hitChance } from '../../../.vitepress/kit/chance.ts';
import { workAll } from '../../../.vitepress/kit/paper.ts';
import { bookLog } from '../../../.vitepress/run/bookLog.ts';
import { prediction } from '../../../.vitepress/chapters/random/prediction.ts';
import { drawKeys, hitsOf, paperK, paperSeeds } from '../../../.vitepress/chapters/random/keys.ts';
import { pileUp } from '../../../.vitepress/chapters/random/pile.ts';
import { makeSwarm, seedHits, swarmLengths } from '../../../.vitepress/chapters/random/swarm.ts';
import { swarmStep } from '../../../.vitepress/chapters/random/swarmSteps.ts';
import { defaultSpec, fitModel, readRun } from '../../../.vitepress/run/jobs/model.ts';

test('two of three unseen items hold the held-out one in two of three cases', () => {
  expect(hitChance(2, 3)).toBeCloseTo(2 / 3, 15);
  expect(hitChance(5, 3)).toBe(1);
});

test('two people with chances 1/2 and 1/4 have 0, 1 or 2 hits with 3/8, 4/8 and 1/8', () => {
  const chances = hitDistribution([0.5, 0.25]);
  expect([...chances]).toEqual([0.375, 0.5, 0.125]);
  expect(quantile(chances, 0.3)).toBe(0);
  expect(quantile(chances, 0.5)).toBe(1);
  expect(quantile(chances, 0.9)).toBe(2);
});

test('nobody hits when there is nobody', () => {
  expect([...hitDistribution([])]).toEqual([1]);
  expect(quantile(hitDistribution([]), 0.975)).toBe(0);
});

test('a list of everything finds what was held out of everyone, and recall at k is hits at k', () => {
  const spec = defaultSpec('random');
  const fit = fitModel(spec);
  const result = readRun(spec, fit);
  const picture = makePicture({ spec, ...fit, result, genres: [] });
  expect(picture.hits.at(-1)).toBe(picture.nTest);
  expect(picture.expected.at(-1)).toBeCloseTo(picture.nTest, 4);
  expect(picture.hits[spec.k - 1] / picture.nTest).toBe(result.metrics.recall);
  picture.expected.forEach((expected, n) => {
    expect(picture.low[n]).toBeLessThanOrEqual(expected + 1);
    expect(picture.high[n]).toBeGreaterThanOrEqual(expected - 1);
  });
});

describe('one person of the paper log', () => {
  test('is given the draws of their own stream, and the unseen books in the order of them', () => {
    const draw = stream('Random', 3, 4);
    const { keys, order, seen, list } = { ...drawKeys(4, 3), list: drawKeys(4, 3).order };
    expect(keys).toEqual([draw(), draw(), draw(), draw(), draw()]);
    expect(seen).toEqual([2]);
    expect(list).toEqual([0, 1, 3, 4].sort((a, b) => keys[b] - keys[a]));
    expect(order).toHaveLength(4);
  });

  test('finds a hidden book with the chance of the formula: always, or in about so many of the seeds', () => {
    const chances = [0, 1, 2, 3, 4].map((user) => drawKeys(user, 0).chance);
    expect(chances).toEqual([2 / 3, 1, 1, 2 / 3, 1 / 2]);
    for (const user of [0, 1, 2, 3, 4]) {
      const hits = hitsOf(user);
      // Twenty draws: the count strays from its mean by at most 2 to 3 standard deviations.
      const off = hits.filter(Boolean).length - paperSeeds * chances[user];
      const spread = Math.sqrt(paperSeeds * chances[user] * (1 - chances[user]));
      expect(Math.abs(off)).toBeLessThanOrEqual(2.7 * spread);
      hits.forEach((hit, seed) => {
        const { order, held, seen } = drawKeys(user, seed);
        expect(order.slice(0, paperK).includes(held)).toBe(hit);
        expect(seen).not.toContain(held);
      });
    }
  });
});

test('the draw that the page begins with is the first that finds about as many as chance should', () => {
  const { rows, expected, found, seed, first, all } = workAll().random;
  const hitsUnder = (n: number) =>
    [0, 1, 2, 3, 4].filter((user) => {
      const { order, held } = drawKeys(user, n);
      return order.slice(0, paperK).includes(held);
    }).length;
  // 2/3 + 1 + 1 + 2/3 + 1/2 of five.
  expect(expected).toBeCloseTo(23 / 6, 12);
  expect(found).toBe(4);
  expect(rows.filter(({ list, held }) => list.includes(held))).toHaveLength(found);
  expect(hitsUnder(seed)).toBe(found);
  for (let n = 0; n < seed; n++) expect(hitsUnder(n)).not.toBe(found);
  expect(first).toEqual({ seed: 0, found: hitsUnder(0) });
  // All five: 2/3 * 2/3 * 1/2.
  expect(all).toBeCloseTo(200 / 9, 12);
});

describe('the swarm', () => {
  const swarm = makeSwarm();

  test('has fifty seeds, each with the hits of the model under that seed', () => {
    expect(swarm.hits).toHaveLength(swarmStep);
    const spec = defaultSpec('random');
    const fit = fitModel(spec);
    const picture = makePicture({ spec, ...fit, result: readRun(spec, fit), genres: [] });
    expect(swarm.hits[0]).toEqual(swarmLengths.map((k) => picture.hits[k - 1]));
    swarm.chances.forEach(({ k, expected, low, high }) => {
      expect(expected).toBeCloseTo(picture.expected[k - 1], 3);
      expect([low, high]).toEqual([picture.low[k - 1], picture.high[k - 1]]);
    });
    expect(seedHits(bookLog(), 7)).toEqual(swarm.hits[7]);
  });

  test('stands around what chance expects: nearly all of it in the band, the mean within 4 errors', () => {
    swarm.chances.forEach(({ expected, variance, low, high, chanceOf }, n) => {
      const values = swarm.hits.map((hits) => hits[n]);
      const inside = values.filter((hits) => low <= hits && hits <= high).length;
      expect(inside).toBeGreaterThanOrEqual(42);
      const mean = values.reduce((sum, hits) => sum + hits, 0) / values.length;
      expect(Math.abs(mean - expected)).toBeLessThan(4 * Math.sqrt(variance / values.length));
      const held = chanceOf.slice(low, high + 1).reduce((sum, p) => sum + p, 0);
      expect(held).toBeGreaterThanOrEqual(0.95);
      expect(held).toBeLessThan(0.99);
    });
  });
});

describe('a pile of dots', () => {
  test('grows from the middle outwards, and equal values share a column', () => {
    const { step, abreast, places } = pileUp([5, 5, 7, 5], 20, 100, 10);
    expect([step, abreast]).toEqual([10, 1]);
    expect(places).toEqual([
      { dx: 0, dy: 0 },
      { dx: 0, dy: 10 },
      { dx: 0, dy: 0 },
      { dx: 0, dy: -10 },
    ]);
  });

  test('keeps within its zone, side by side where a column would be too tall', () => {
    const values = Array.from({ length: 80 }, (_, n) => (n < 70 ? 3 : 4));
    const { step, abreast, places } = pileUp(values, 18, 196, 18);
    expect(abreast).toBeGreaterThan(1);
    expect(abreast * step).toBeLessThanOrEqual(18);
    const heights = places.map(({ dy }) => dy);
    expect(Math.max(...heights) - Math.min(...heights) + step).toBeLessThanOrEqual(196 + step);
    expect(new Set(places.slice(0, 70).map(({ dx, dy }) => `${dx} ${dy}`)).size).toBe(70);
  });
});

test('the seed that is asked about has the fewest hits of the first ten, as the page admits', () => {
  const at = swarmLengths.indexOf(10);
  const first = makeSwarm()
    .hits.slice(0, 10)
    .map((hits) => hits[at]);
  expect(first.indexOf(Math.min(...first))).toBe(prediction(0).change?.['seed']);
  expect(first.filter((hits) => hits === Math.min(...first))).toHaveLength(1);
});
