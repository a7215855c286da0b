import { describe, expect, test } from 'vitest';
import {
  aboutBar,
  aboutUsers,
  againstLeader,
  findingOfBoard,
  leaderOf,
  listed,
  metricNames,
  fitTimesBy,
  nextSorting,
  sortRows,
  tiedWith,
} from '../../../.vitepress/chapters/leaderboard/boardView.ts';
import type { Board, BoardRow, Pair } from '../../../.vitepress/run/jobs/board.ts';
import { metricNames as names } from '../../../code/evaluation/leaderboard.ts';

const row = (id: string, mean: number, spread = 0.5): BoardRow => {
  const estimate = { mean, low: mean - 0.02, high: mean + 0.02 };
  return {
    id,
    coverage: 1 - spread,
    gini: spread,
    metrics: { recall: estimate, precision: estimate, ndcg: estimate, map: estimate },
  };
};
const rows = [
  row('random', 0.03, 0.1),
  row('bpr', 0.11, 0.3),
  row('trending', 0.08, 0.9),
  row('popularity', 0.08, 0.8),
];
const titles = new Map(rows.map(({ id }) => [id, id.toUpperCase()]));
const ids = (of: readonly BoardRow[]) => of.map(({ id }) => id);

/** All pairs of the rows; tied are those that are named. */
const pairs = (...tied: string[]): Pair[] =>
  rows.flatMap(({ id: a }, n) =>
    rows.slice(n + 1).map(({ id: b }) => {
      const together = tied.includes(`${a} ${b}`);
      return { a, b, mean: 0, low: -1, high: 1, p: together ? 1 : 0.001, tied: together };
    }),
  );
const board = (change: Partial<Board> = {}): Board => ({
  spec: { data: { seed: 0 }, split: 'last-new', k: 10, metric: 'recall', tuned: {} },
  users: { n: 300, unreachable: 0, cold: 0 },
  rows,
  oracle: row('oracle', 0.15),
  pairs: pairs(),
  ...change,
});

test('the columns are the metrics of the leaderboard, in its order', () => {
  expect(metricNames).toEqual([...names]);
});

test('rows sort by any column, and equal ones stay in book order', () => {
  const times = { random: 9, bpr: 60, trending: 5, popularity: 4 };
  const by = (key: Parameters<typeof nextSorting>[1], descending: boolean) =>
    ids(sortRows(rows, { key, descending }, titles, times));
  expect(by('recall', true)).toEqual(['bpr', 'trending', 'popularity', 'random']);
  expect(by('recall', false)).toEqual(['random', 'trending', 'popularity', 'bpr']);
  expect(by('model', false)).toEqual(['bpr', 'popularity', 'random', 'trending']);
  expect(by('time', false)).toEqual(['popularity', 'trending', 'random', 'bpr']);
  expect(by('gini', false)).toEqual(['random', 'bpr', 'popularity', 'trending']);
  expect(by('coverage', true)).toEqual(['random', 'bpr', 'popularity', 'trending']);
});

test('a column begins with its best and turns round when it is asked for again', () => {
  const first = nextSorting({ key: 'recall', descending: true }, 'map');
  expect(first).toEqual({ key: 'map', descending: true });
  expect(nextSorting(first, 'map')).toEqual({ key: 'map', descending: false });
  expect(nextSorting(first, 'time')).toEqual({ key: 'time', descending: false });
  expect(nextSorting(first, 'gini')).toEqual({ key: 'gini', descending: false });
  expect(nextSorting(first, 'coverage')).toEqual({ key: 'coverage', descending: true });
});

test('a model is tied with those of its pairs that say so, whichever side it stands on', () => {
  const some = pairs('random trending', 'bpr trending', 'trending popularity');
  expect(tiedWith(some, 'trending')).toEqual(['random', 'bpr', 'popularity']);
  expect(tiedWith(some, 'bpr')).toEqual(['trending']);
  expect(tiedWith(pairs(), 'bpr')).toEqual([]);
});

test('each model is compared with the leader, whichever side of the pair it stands on', () => {
  const { rows: all, spec } = board();
  const leader = leaderOf({ rows: all, spec }).id;
  expect(leader).toBe('bpr');
  const some = pairs('bpr trending').map((pair) => ({ ...pair, mean: -0.03 }));
  expect(ids(all).map((id) => againstLeader(some, leader, id))).toEqual([
    'behind by 0.030',
    'leads',
    'tied',
    'behind by 0.030',
  ]);
  expect(leaderOf({ rows: all.slice(2), spec }).id).toBe('trending');
});

test('names are listed as one says them', () => {
  expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map(listed)).toEqual([
    '',
    'A',
    'A and B',
    'A, B and C',
  ]);
});

describe('the finding', () => {
  const finding = (...tied: string[]) => findingOfBoard(board({ pairs: pairs(...tied) }), titles);

  test('names the leader, and with whom it is tied', () => {
    expect(finding()).toBe('BPR leads with Recall@10 0.110, and no other model ties with it');
    expect(finding('bpr trending')).toMatch(/, but ties with TRENDING$/);
    expect(finding('random bpr', 'bpr trending')).toMatch(/, but ties with RANDOM and TRENDING$/);
    expect(finding('random bpr', 'bpr trending', 'bpr popularity')).toMatch(
      /, but none of the others is clearly behind$/,
    );
  });

  test('counts those whom the leader is tied with when they are many', () => {
    const more = [...rows, row('content-based', 0.1)];
    const tied = ['random', 'trending', 'popularity'].map((a): Pair => ({
      a,
      b: 'bpr',
      mean: 0,
      low: 0,
      high: 0,
      p: 1,
      tied: true,
    }));
    expect(findingOfBoard(board({ rows: more, pairs: tied }), titles)).toMatch(
      /, but ties with 3 others$/,
    );
  });
});

describe('what no model can pass', () => {
  test('is said of the true probabilities, luck included', () => {
    expect(aboutBar(board(), titles)).toContain('The line at 0.150');
    expect(aboutBar(board(), titles)).toContain('On this log none does, at k = 10');
    const low = board({ oracle: row('oracle', 0.1) });
    expect(aboutBar(low, titles)).toContain('On this one BPR does, by luck');
    const lower = board({ oracle: row('oracle', 0.07) });
    expect(aboutBar(lower, titles)).toContain('BPR, TRENDING and POPULARITY do, by luck');
  });
});

test('the caption says who was asked', () => {
  const users = { n: 300, unreachable: 0, cold: 2 };
  expect(aboutUsers(board({ users }))).toBe('300 test users, of whom 2 have no history');
});

test('fit times are told with what ran the hot loops', () => {
  expect(fitTimesBy(undefined)).toBe('');
  expect(fitTimesBy('wasm')).toBe('; fit times with the hot loops in WebAssembly');
  expect(fitTimesBy('typescript')).toBe('; fit times without WebAssembly');
});
