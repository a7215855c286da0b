// The models do as well as those of the NumPy module they grew from: fixtures/seed-means.md.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { metrics, recommendAll } from '../code/evaluation/leaderboard.ts';
import { models, syntheticDataset } from '../code/models.ts';
import { ImplicitALS } from '../code/recsys.ts';
import type { Recommender } from '../code/recsys.ts';
import { range } from './support/logs.ts';
import { root } from './support/site.ts';
import { modelFiles } from './support/source.ts';
import { deviation, mean } from './support/statistics.ts';

const nSeeds = 30;
const names = ['recall', 'ndcg', 'map'] as const;
type Name = (typeof names)[number];
type Published = Record<Name, [mean: number, sd: number]>;

const file = join(root, 'test', 'fixtures', 'seed-means.json');
const published = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Published>;

/** By model, by metric: one value per seed. */
const ours = new Map<string, Record<Name, number[]>>();
/** By seed: the share of test users whose held-out item is not among those they have seen. */
const reachable: number[] = [];

function note(id: string, model: Recommender, test_: ReadonlyMap<number, number>): void {
  const lists = recommendAll(model, test_, 10);
  const values = ours.get(id) ?? { recall: [], ndcg: [], map: [] };
  for (const name of names) values[name].push(metrics[name](lists, test_, 10));
  ours.set(id, values);
}

beforeAll(() => {
  for (const seed of range(nSeeds)) {
    const data = syntheticDataset({ seed });
    for (const entry of models) {
      const options = 'seed' in entry.defaults ? { seed } : {};
      note(entry.id, entry.fit(data, options), data.test);
    }
    const { train, nUsers, nItems } = data;
    const tuned = new ImplicitALS({ alpha: 1, reg: 10, factors: 8, seed });
    note('tuned ALS', tuned.fit(train, nUsers, nItems), data.test);
    const seen = new Set(train.map(([u, i]) => u * nItems + i));
    const free = Array.from(data.test).filter(([u, i]) => !seen.has(u * nItems + i));
    reachable.push(free.length / data.test.size);
  }
});

/** How far each mean is from the published one, said at the end. */
const table: string[] = [];
afterAll(() => {
  console.log(table.join('\n'));
});

function valuesOf(id: string, name: Name): number[] {
  const values = ours.get(id);
  if (!values) throw new Error(`no run of ${id}`);
  expect(values[name]).toHaveLength(nSeeds);
  return values[name];
}

/** How many standard errors our mean lies above the published one. */
function errorsAbove(values: readonly number[], [m, sd]: readonly [number, number]): number {
  const error = Math.sqrt((deviation(values) ** 2 + sd ** 2) / nSeeds);
  return (mean(values) - m) / error;
}

describe('over 30 seeds of the synthetic data', () => {
  test('there is a published mean for every model that stands in the module', () => {
    const inModule = models.filter(({ id }) => !modelFiles.includes(`code/models/${id}.ts`));
    expect(Object.keys(published)).toEqual(inModule.map(({ id }) => id));
  });

  for (const { id, name } of models.filter((model) => model.id in published)) {
    test.for(names)(`${name} has the published mean %s, within 3 standard errors`, (metric) => {
      const values = valuesOf(id, metric);
      const away = errorsAbove(values, published[id][metric]);
      const [m, sd] = published[id][metric];
      table.push(
        `${id.padEnd(14)}${metric.padEnd(7)}${mean(values).toFixed(4)} (${deviation(values).toFixed(3)})` +
          `  published ${m.toFixed(4)} (${sd.toFixed(3)})  ${away.toFixed(2)} se`,
      );
      expect(Math.abs(away)).toBeLessThan(3);
    });
  }

  test('ImplicitALS with alpha 1, reg 10 and 8 factors has the published recall', () => {
    const values = valuesOf('tuned ALS', 'recall');
    expect(Math.abs(errorsAbove(values, [0.149, 0.022]))).toBeLessThan(3);
    expect(mean(values)).toBeGreaterThan(mean(valuesOf('implicit-als', 'recall')) + 0.02);
  });

  test('every model is well above Random, and personal ones above Popularity', () => {
    const recall = (id: string) => mean(valuesOf(id, 'recall'));
    for (const { id, personal } of models) {
      if (id !== 'random') expect(recall(id)).toBeGreaterThan(1.5 * recall('random'));
      if (personal) expect(recall(id)).toBeGreaterThan(1.2 * recall('popularity'));
    }
  });

  test('about 60 % of the held-out items were seen before, and cannot be recommended', () => {
    expect(mean(reachable)).toBeGreaterThan(0.37);
    expect(mean(reachable)).toBeLessThan(0.41);
    for (const share of reachable) expect(Math.abs(share - 0.39)).toBeLessThan(0.08);
  });
});
