// The map of settings, and the table of all models: what the page shows is what the module finds.
import { describe, expect, test } from 'vitest';
import {
  job as alikeJob,
  tuneAlike,
  tunedOf,
} from '../../../.vitepress/chapters/leaderboard/tuneAlike.job.ts';
import { datasetOf } from '../../../.vitepress/run/jobs/board.ts';
import { job, mapValues, runTuning } from '../../../.vitepress/chapters/leaderboard/tuning.job.ts';
import type { TuneCell, TuneSpec } from '../../../.vitepress/chapters/leaderboard/tuning.job.ts';
import { compareAll } from '../../../code/evaluation/comparisons.ts';
import { gainsOf } from '../../../code/evaluation/leaderboard.ts';
import { searchBudget, settingsToTry, tunable } from '../../../code/evaluation/tuned.ts';
import { findModel, models } from '../../../code/models.ts';
import {
  bestTrial,
  gridOf,
  gridSearch,
  rivalsOf,
  testOnce,
  validationSplit,
  winnersCurse,
} from '../../../code/evaluation/tuning.ts';
import type { Trial } from '../../../code/evaluation/tuning.ts';

const small = { seed: 3, nUsers: 120, nItems: 60, nInter: 4000 };
const spec: TuneSpec = { data: small, factors: 4 };
const dataset = datasetOf({ data: small, split: 'last-new' });
const als = findModel('implicit-als');
const settings = gridOf(mapValues).map((setting) => ({ ...setting, factors: 4 }));

const told: Trial[] = [];
const map = runTuning(spec, (trial) => told.push(trial));

describe('the map of settings', () => {
  const trials = Array.from(gridSearch(dataset, als, settings));
  const best = bestTrial(trials);

  test('has the validation recall of every pair of reg and alpha, row by row', () => {
    expect(map.cells).toHaveLength(25);
    expect(map.cells).toEqual(
      trials.map(({ setting, metrics }) => ({
        alpha: setting['alpha'],
        reg: setting['reg'],
        recall: metrics.recall,
        ndcg: metrics.ndcg.mean,
      })),
    );
    expect(map).toMatchObject({ spec, k: 10, n: validationSplit(dataset).test.size });
    expect(map.rows).toBe(validationSplit(dataset).train.length);
  });

  test('came cell by cell, in this order', () => {
    expect(told).toEqual(trials);
    const cells: TuneCell[] = [];
    const telling = {
      progress: () => undefined,
      part: (cell: TuneCell) => cells.push(cell),
      fresh: true,
    };
    expect(job.run(spec, telling)).toEqual(map);
    expect(cells).toEqual(map.cells);
  });

  test('marks the chosen pair and that of the defaults', () => {
    const { alpha, reg } = als.defaults;
    expect(map.cells[map.usual]).toMatchObject({ alpha, reg });
    expect(map.cells[map.best]).toMatchObject({
      alpha: best.setting['alpha'],
      reg: best.setting['reg'],
    });
    expect(map.cells.every(({ recall }) => recall.mean <= map.cells[map.best].recall.mean)).toBe(
      true,
    );
  });

  test('compares the chosen pair with each, user by user', () => {
    const rivals = rivalsOf(best, trials);
    rivals.forEach(({ difference, tied }, n) => {
      expect(map.behind[n].tied).toBe(tied);
      for (const end of ['mean', 'low', 'high'] as const) {
        expect(Math.abs(map.behind[n][end] - difference[end])).toBeLessThan(1e-5);
      }
    });
    expect(map.behind[map.best]).toEqual({ mean: 0, low: 0, high: 0, tied: true });
    expect(map.behind.some(({ tied }) => !tied)).toBe(true);
  });

  test('knows how far less alpha alone gets, and more reg alone, and compares the two user by user', () => {
    const { lighter, stronger, p } = map.steps;
    const [usual, less, more] = [map.usual, lighter, stronger].map((place) => map.cells[place]);
    expect([less.reg, more.alpha]).toEqual([usual.reg, usual.alpha]);
    expect(less.alpha).toBeLessThan(usual.alpha);
    expect(more.reg).toBeGreaterThan(usual.reg);
    for (const { alpha, reg, recall } of map.cells) {
      if (reg === usual.reg && alpha < usual.alpha)
        expect(recall.mean).toBeLessThanOrEqual(less.recall.mean);
      if (alpha === usual.alpha && reg > usual.reg)
        expect(recall.mean).toBeLessThanOrEqual(more.recall.mean);
    }
    const gains = (place: number) => gainsOf('recall', trials[place].ranks, 10);
    const [pair] = compareAll(new Map([lighter, stronger].map((at) => [String(at), gains(at)])));
    expect(p).toBeCloseTo(pair.p, 5);
  });

  test('says what luck there is in the choice', () => {
    expect(map.curse).toEqual(
      winnersCurse(trials.map(({ ranks }) => gainsOf('recall', ranks, 10))),
    );
    expect(map.curse.where).toBeGreaterThan(map.curse.elsewhere);
  });

  test('has two looks at the test: the defaults and the choice', () => {
    const look = (place: number) => testOnce(dataset, als, settings[place]).metrics.recall;
    expect(map.test).toEqual({ best: look(map.best), usual: look(map.usual) });
  });

  test('holds nothing that a message or a page cannot carry', () => {
    expect(structuredClone(map)).toEqual(map);
    expect(JSON.parse(JSON.stringify(map))).toEqual(map);
  });
});

describe('every model, tuned', () => {
  const heard: { id: string; trial: Trial; done: number; total: number }[] = [];
  const all = tuneAlike({ data: small }, ({ id }, trial, done, total) =>
    heard.push({ id, trial, done, total }),
  );
  const searched = new Map(
    all.rows.map(({ id }) => {
      const entry = findModel(id);
      return [id, Array.from(gridSearch(dataset, entry, settingsToTry(entry)))];
    }),
  );
  const trialsOf = (id: string): readonly Trial[] => searched.get(id) ?? [];

  test('is every model but chance, those without settings as they are', () => {
    expect(all.rows.map(({ id }) => id)).toEqual(models.map(({ id }) => id).slice(1));
    for (const { id, tried, chosen, validation, test } of all.rows) {
      expect(tried).toBe(tunable.some((entry) => entry.id === id) ? searchBudget : 1);
      if (tried > 1) continue;
      expect(chosen).toBe('');
      expect(validation.chosen).toBe(validation.usual);
      expect(test.chosen.mean).toBe(test.usual);
    }
  });

  test('has been chosen on the validation users, and tested with that choice', () => {
    for (const { id, validation, test } of all.rows) {
      const entry = findModel(id);
      const best = bestTrial(trialsOf(id));
      expect(validation.chosen).toBe(best.metrics.recall.mean);
      expect(validation.chosen).toBeGreaterThanOrEqual(validation.usual);
      expect(test.chosen).toEqual(testOnce(dataset, entry, best.setting).metrics.recall);
      const [given] = gridSearch(dataset, entry, [{}]);
      expect(validation.usual).toBe(given.metrics.recall.mean);
      const before = testOnce(dataset, entry, {});
      expect(test.usual).toBe(before.metrics.recall.mean);
      const [was, is] = [before.ranks, testOnce(dataset, entry, best.setting).ranks].map((ranks) =>
        Array.from(ranks, (rank) => rank > 0 && rank <= all.k),
      );
      const count = (wanted: boolean) =>
        is.filter((found, user) => found === wanted && was[user] !== wanted).length;
      expect(test.change).toMatchObject({ gained: count(true), lost: count(false) });
      expect((test.chosen.mean - test.usual) * all.n).toBeCloseTo(
        test.change.gained - test.change.lost,
        9,
      );
    }
  });

  test('says its choice in the words of the controls', () => {
    const [trending] = all.rows.filter(({ id }) => id === 'trending');
    expect(trending.chosen).toMatch(/^half-life\u00a0[\d,]+$/);
    const [bpr] = all.rows.filter(({ id }) => id === 'bpr');
    expect(bpr.chosen).toMatch(
      /^factors\u00a0\d+, regularisation\u00a0[\d.]+, learning rate\u00a0[\d.]+$/,
    );
  });

  test('is tied with the leader where the test users cannot tell the two apart', () => {
    const ranks = all.rows.map(({ id }): [string, number[]] => {
      const entry = findModel(id);
      const best = bestTrial(trialsOf(id));
      return [id, gainsOf('recall', [...testOnce(dataset, entry, best.setting).ranks], 10)];
    });
    const lead = Math.max(...all.rows.map(({ test }) => test.chosen.mean));
    const leader = all.rows.find(({ test }) => test.chosen.mean === lead)?.id ?? '';
    const pairs = compareAll(new Map(ranks));
    const tied = pairs.filter((pair) => pair.tied).map(({ a, b }) => [a, b]);
    expect(all.tied).toEqual(
      tied.filter((pair) => pair.includes(leader)).map(([a, b]) => (a === leader ? b : a)),
    );
  });

  test('is told trial by trial, to whoever waits', () => {
    expect(heard.map(({ done }) => done)).toEqual(heard.map((_, n) => n + 1));
    expect(heard.every(({ total }) => total === heard.length)).toBe(true);
    for (const [id, trials] of searched) {
      const own = heard.filter((one) => one.id === id).map(({ trial }) => trial);
      expect(own).toEqual(trials);
    }
    const steps: number[] = [];
    const telling = {
      progress: (_: string, { step }: { step: number }) => steps.push(step),
      part: () => undefined,
      fresh: true,
    };
    expect(alikeJob.run({ data: small }, telling)).toEqual(all);
    expect(steps).toEqual(heard.map(({ done }) => done));
  });

  test('gives the board the settings of those that have some', () => {
    const tuned = tunedOf(all);
    expect(Object.keys(tuned)).toEqual(tunable.map(({ id }) => id));
    for (const { id, setting } of all.rows) if (tuned[id]) expect(tuned[id]).toBe(setting);
    expect(JSON.parse(JSON.stringify(all))).toEqual(all);
  });
});

test('the map takes trials that are there already, and is the same', () => {
  const known = told.filter((_, n) => n % 3 === 0);
  const few = known.map((trial) => ({ ...trial, setting: { factors: 4, ...trial.setting } }));
  expect(runTuning(spec, () => undefined, few)).toEqual(map);
  // One that is not of this map serves nothing.
  const others = known.map((trial) => ({ ...trial, setting: { ...trial.setting, factors: 5 } }));
  expect(runTuning(spec, () => undefined, others)).toEqual(map);
});
