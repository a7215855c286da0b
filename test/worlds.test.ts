import { describe, expect, test } from 'vitest';
import { leaderboard, oracle } from '../code/evaluation/leaderboard.ts';
import { findWorld, worlds } from '../code/evaluation/worlds.ts';
import type { NamedWorld } from '../code/evaluation/worlds.ts';
import { models, syntheticDataset } from '../code/models.ts';
import { makeSynthetic, syntheticDefaults } from '../code/recsys.ts';
import { defaultSpec, fitModel, readRun } from '../.vitepress/run/jobs/model.ts';
import { logOf, worldOf } from '../.vitepress/kit/fields.ts';
import { toJson } from '../.vitepress/kit/json.ts';
import { range } from './support/logs.ts';
import { mean } from './support/statistics.ts';
import { inTier } from './support/tier.ts';

describe('the worlds', () => {
  test('begin with the usual one, and have a name, a title and a recipe each', () => {
    expect(worlds[0]).toMatchObject({ id: 'usual', recipe: {} });
    for (const of of ['id', 'title', 'about'] as const) {
      expect(new Set(worlds.map((world) => world[of])).size).toBe(worlds.length);
    }
    expect(new Set(worlds.map(({ recipe }) => JSON.stringify(recipe))).size).toBe(worlds.length);
    for (const { id } of worlds) expect(id).toMatch(/^[a-z]+(-[a-z\d]+)*$/);
  });

  test('change what is likely, and neither the size of a log nor its seed', () => {
    for (const { recipe } of worlds) {
      for (const [name, value] of Object.entries(recipe)) {
        expect(['nUsers', 'nItems', 'nInter', 'seed']).not.toContain(name);
        expect(value).not.toBe(syntheticDefaults[name as keyof typeof syntheticDefaults]);
      }
    }
  });

  test('give 4, 8 and 32 genres, a heavy tail, few repeats and likings that drift', () => {
    const { nGenres } = syntheticDefaults;
    const genres = worlds.map(({ recipe }) => recipe.nGenres ?? nGenres);
    expect(new Set(genres)).toEqual(new Set([4, 8, 32]));
    expect(worlds.some(({ recipe }) => (recipe.repeats ?? 1) < 0.5)).toBe(true);
    expect(worlds.some(({ recipe }) => (recipe.drift ?? 0) > 0)).toBe(true);
    expect(worlds.some(({ recipe }) => (recipe.tailPow ?? 0) > 5 && !recipe.drift)).toBe(true);
  });

  test('are found by name, and an unknown name is refused', () => {
    for (const world of worlds) expect(findWorld(world.id)).toBe(world);
    expect(() => findWorld('mars')).toThrow(
      new RangeError(
        `findWorld: id must be one of ${worlds.map(({ id }) => id).join(', ')}, got mars`,
      ),
    );
  });

  test('are known again from the log that they ask for', () => {
    worlds.forEach((_, n) => {
      for (const seed of [0, 5]) expect(worldOf(logOf(n, seed))).toBe(n);
    });
    expect(logOf(0, 3)).toEqual({ seed: 3 });
    expect(worldOf({ seed: 0, nGenres: 5 })).toBe(-1);
  });
});

describe.for(worlds.map((world): [string, NamedWorld] => [world.title, world]))(
  'in the world “%s”',
  ([, { recipe }]) => {
    test('no model passes the oracle in the mean over many logs', () => {
      const entries = [...models.filter(({ curve }) => !curve), oracle];
      const recalls = range(inTier(6, 20)).map((seed) =>
        leaderboard(syntheticDataset({ ...recipe, seed }, { holdOut: 'last-new' }), {
          entries,
          samples: 1,
        }).map((row) => row.metrics.recall.mean),
      );
      const means = entries.map((_, n) => mean(recalls.map((row) => row[n])));
      expect(Math.max(...means.slice(0, -1))).toBeLessThan(means[entries.length - 1]);
    });

    test('every model runs and draws its picture', () => {
      for (const { id } of models) {
        const small = { nUsers: 120, nInter: 3000, seed: 1, ...recipe };
        const spec = { ...defaultSpec(id), data: small };
        const { list, metrics, picture } = readRun(spec, fitModel(spec));
        expect(list.length).toBeGreaterThan(0);
        expect(Object.values(metrics).every(Number.isFinite)).toBe(true);
        expect(toJson(picture)).not.toMatch(/NaN|Infinity/);
      }
    });

    test('the chances add up to 1, at every time', () => {
      const { probabilities } = makeSynthetic({ ...recipe, nInter: 100 });
      for (const time of [0, 37, 100]) {
        expect(probabilities(3, time).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      }
    });
  },
);
