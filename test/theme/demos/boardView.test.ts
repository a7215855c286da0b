import { expect, test } from 'vitest';
import {
  ceilingOf,
  findingOfBoard,
  metricNames,
  nextSorting,
  sortRows,
} from '../../../.vitepress/theme/demos/boardView.ts';
import { metricNames as names } from '../../../code/leaderboard.ts';
import type { Row } from '../../../code/leaderboard.ts';

const row = (id: string, mean: number): Row => {
  const estimate = { mean, low: mean - 0.02, high: mean + 0.02 };
  return {
    id,
    n: 300,
    unreachable: 0,
    cold: 0,
    coverage: 0.5,
    gini: 0.5,
    ranks: [],
    metrics: { recall: estimate, precision: estimate, ndcg: estimate, map: estimate },
  };
};
const rows = [
  row('random', 0.03),
  row('bpr', 0.11),
  row('trending', 0.08),
  row('popularity', 0.08),
];
const titles = new Map(rows.map(({ id }) => [id, id.toUpperCase()]));
const ids = (of: readonly Row[]) => of.map(({ id }) => id);

test('the columns are the metrics of the leaderboard, in its order', () => {
  expect(metricNames).toEqual([...names]);
});

test('rows sort by any column, and equal ones stay in book order', () => {
  const by = (key: Parameters<typeof nextSorting>[1], descending: boolean) =>
    ids(
      sortRows(rows, { key, descending }, titles, {
        random: 9,
        bpr: 60,
        trending: 5,
        popularity: 4,
      }),
    );
  expect(by('recall', true)).toEqual(['bpr', 'trending', 'popularity', 'random']);
  expect(by('recall', false)).toEqual(['random', 'trending', 'popularity', 'bpr']);
  expect(by('model', false)).toEqual(['bpr', 'popularity', 'random', 'trending']);
  expect(by('time', false)).toEqual(['popularity', 'trending', 'random', 'bpr']);
});

test('a column begins with its best and turns round when it is asked for again', () => {
  const first = nextSorting({ key: 'recall', descending: true }, 'map');
  expect(first).toEqual({ key: 'map', descending: true });
  expect(nextSorting(first, 'map')).toEqual({ key: 'map', descending: false });
  expect(nextSorting(first, 'time')).toEqual({ key: 'time', descending: false });
});

test('the finding counts the intervals that reach the lead', () => {
  const board = { data: { seed: 0 }, k: 10, nTest: 300, reachable: 114 };
  const finding = (some: readonly Row[]) =>
    findingOfBoard({ ...board, rows: some }, 'recall', titles);
  expect(finding(rows)).toContain('BPR leads with Recall@10 0.110, but the intervals of 2 others');
  expect(finding([rows[0], rows[1]])).toContain('no other interval reaches');
  expect(finding([rows[1], rows[2]])).toContain('the interval of TRENDING reaches');
  expect(ceilingOf({ ...board, rows })).toContain('For 186 of the 300');
  expect(ceilingOf({ ...board, rows })).toContain('0.380');
});
