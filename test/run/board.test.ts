// The leaderboard of the page is that of the module: nothing is computed twice, or in another way.
import { describe, expect, test } from 'vitest';
import { datasetOf, pairsOf, runBoard } from '../../.vitepress/run/jobs/board.ts';
import { runSeed } from '../../.vitepress/chapters/leaderboard/seeds.job.ts';
import { bookLog } from '../../.vitepress/run/bookLog.ts';
import type { BoardSpec } from '../../.vitepress/run/jobs/board.ts';
import { compareAll } from '../../code/evaluation/comparisons.ts';
import { gainsOf, leaderboard } from '../../code/evaluation/leaderboard.ts';
import { entriesWith, tunedId } from '../../code/evaluation/tuned.ts';
import { models, syntheticDataset } from '../../code/models.ts';
import { someTuned } from '../support/tuned.ts';

const spec: BoardSpec = {
  data: { seed: 3, nUsers: 60, nItems: 50, nInter: 1500 },
  split: 'last-new',
  k: 5,
  metric: 'ndcg',
  tuned: someTuned,
};

describe('the board of the page', () => {
  const board = runBoard(spec, datasetOf(spec));
  const data = syntheticDataset(spec.data, { holdOut: 'last-new' });
  const rows = leaderboard(data, { k: 5, entries: entriesWith(someTuned) });

  test('has all models, those that were tuned twice, and beside them the oracle', () => {
    expect(board.rows.map(({ id }) => id)).toEqual([
      ...models.map(({ id }) => id),
      ...Object.keys(someTuned).map(tunedId),
    ]);
    expect(board.oracle.id).toBe('oracle');
  });

  test('has the numbers of the leaderboard', () => {
    rows.slice(0, -1).forEach(({ metrics, coverage, gini }, n) => {
      expect(board.rows[n]).toMatchObject({ metrics, coverage, gini });
    });
    expect(board.oracle.metrics).toEqual(rows[rows.length - 1].metrics);
    expect(board.users).toEqual({ n: rows[0].n, unreachable: 0, cold: 0 });
  });

  test('compares every pair of models by the chosen metric, without the oracle', () => {
    const some = rows.slice(0, -1);
    const gains = new Map(some.map(({ id, ranks }) => [id, gainsOf('ndcg', ranks, 5)]));
    const pairs = compareAll(gains);
    expect(board.pairs).toHaveLength((some.length * (some.length - 1)) / 2);
    pairs.forEach(({ a, b, difference, pHolm, tied }, n) => {
      const pair = board.pairs[n];
      expect(pair).toMatchObject({ a, b, tied });
      expect(Math.abs(pair.mean - difference.mean)).toBeLessThan(1e-5);
      expect(Math.abs(pair.low - difference.low)).toBeLessThan(1e-5);
      expect(Math.abs(pair.high - difference.high)).toBeLessThan(1e-5);
      expect(Math.abs(pair.p - pHolm)).toBeLessThan(1e-5);
    });
    expect(pairsOf(some, 'recall', 5)).not.toEqual(board.pairs);
  });

  test('can tell two models apart also when there are many pairs', () => {
    expect(Math.min(...board.pairs.map(({ p }) => p))).toBeLessThan(0.05);
  });

  test('holds out nothing of people without a history: there is one group, and one mean', () => {
    for (const split of ['last-new', 'last'] as const) {
      const [row] = leaderboard(syntheticDataset(spec.data, { holdOut: split }), { k: 5 });
      expect(row.cold).toBe(0);
      expect(row.apart).toEqual({ known: row.metrics, cold: null });
    }
  });

  test('holds nothing that a message cannot carry', () => {
    expect(structuredClone(board)).toEqual(board);
    expect(JSON.parse(JSON.stringify(board))).toEqual(board);
  });
});

describe('the race on one log of many', () => {
  test('is the leaderboard on the log of that seed', () => {
    const { split } = spec;
    const tuned = someTuned;
    const { seed, means } = runSeed({ split, k: 10, metric: 'recall', tuned, seeds: 3 }, 2);
    const entries = entriesWith(tuned);
    const rows = leaderboard(bookLog({ seed: 2 }), { entries, samples: 1 });
    expect(seed).toBe(2);
    expect(means).toEqual(rows.map(({ metrics }) => metrics.recall.mean));
  });
});
