// What the stations say of a run: each branch on leaderboards made for it.
import { describe, expect, test } from 'vitest';
import {
  aboutOrder,
  stationIds,
  stations,
  turnedPairs,
} from '../../../.vitepress/chapters/laboratory/stations.ts';
import {
  aboutTest,
  ceilingOf,
  effectsOf,
  splitsOf,
} from '../../../.vitepress/chapters/laboratory/labView.ts';
import type { LabResult } from '../../../.vitepress/chapters/laboratory/lab.job.ts';
import { makeLab } from '../../../.vitepress/chapters/laboratory/lab.job.ts';
import { fitLog, readLogs, usualSetup } from '../../../code/evaluation/laboratory.ts';
import { entriesWith } from '../../../code/evaluation/tuned.ts';

const entries = entriesWith({});

/** Recalls by id; whoever is not named has 0.1. */
const result = (
  recalls: Record<string, number> = {},
  more: Partial<LabResult> = {},
): LabResult => ({
  setup: usualSetup,
  rows: entries.map(({ id, title }) => {
    const mean = recalls[id] ?? 0.1;
    const estimate = { mean, low: mean - 0.05, high: mean + 0.05 };
    return { id, title, ...estimate, known: estimate, cold: null };
  }),
  n: 300,
  unreachable: 0,
  cold: 0,
  leak: 0.02,
  ...more,
});

/** Who is compared: all in the laboratory but the oracle. */
const rows = entries.length - 1;
const pairs = (rows * (rows - 1)) / 2;

describe('the order of the models', () => {
  test('counts pairs that stand the other way round; a tie turns nothing', () => {
    const before = result({ bpr: 0.3, popularity: 0.2 });
    expect(turnedPairs(before, before)).toBe(0);
    expect(aboutOrder(before, before)).toBe('No pair of models changes its order.');
    const after = result({ bpr: 0.2, popularity: 0.3 });
    expect(turnedPairs(before, after)).toBe(1);
    expect(aboutOrder(before, after)).toBe(`1 of ${pairs} pairs of models changes its order.`);
    // The oracle is no contestant.
    expect(turnedPairs(result({ oracle: 0.5 }), result({ oracle: 0 }))).toBe(0);
  });
});

describe('the answer of a station', () => {
  test('follows the recall of BPR where the split is changed, as far as the intervals can tell', () => {
    for (const id of ['split', 'time'] as const) {
      const answer = (recall: number) =>
        stations[id].right(result({ bpr: 0.2 }), result({ bpr: recall }));
      // Either interval reaches 0.05 to both sides, that of a difference √2 times as far: 0.07.
      expect([0.05, 0.12, 0.14, 0.2, 0.26, 0.28].map(answer)).toEqual([0, 1, 2, 2, 2, 3]);
      expect(stations[id].answers[2]).toBe('Too close to call');
    }
  });

  test('follows what Random finds among sampled items', () => {
    const answer = (recall: number) => stations.sampled.right(result(), result({ random: recall }));
    expect([0.1, 0.3, 0.48, 0.7].map(answer)).toEqual([0, 1, 2, 3]);
    const before = result({ bpr: 0.3, trending: 0.2 });
    const after = result({ bpr: 0.3, trending: 0.4, random: 0.5 });
    expect(stations.sampled.finding(before, after)).toBe(
      'Among 20 sampled items even Random finds 0.500, and Random climbs from place 3 to place 1',
    );
    expect(stations.sampled.finding(before, before)).toBe(
      'Among 20 sampled items even Random finds 0.100',
    );
  });

  test('names one leader or two where the list is cut', () => {
    const before = result({ bpr: 0.3 });
    expect(stations.cut.finding(before, result({ bpr: 0.2 }))).toMatch(
      /^0 of \d+ pairs change their order, and BPR leads at k = 1 and/,
    );
    expect(stations.cut.finding(before, result({ trending: 0.2 }))).toMatch(
      /: at k = 1 Trending leads with 0\.200, at k = 10 it was BPR/,
    );
  });

  test('counts the pairs that change where the list is cut, as a share of all that there are', () => {
    const upside = (recall: (place: number) => number) =>
      result(Object.fromEntries(entries.map(({ id }, n) => [id, recall(n)])));
    const before = upside((n) => 0.01 * (n + 1));
    expect(stations.cut.question(before)).toContain(`Of the ${pairs} pairs of models`);
    const { answers, right } = stations.cut;
    const answer = (after: LabResult) => answers[right(before, after)];
    expect(answer(before)).toBe('None');
    // Two neighbours change places: one pair.
    expect(answer(upside((n) => 0.01 * ([2, 1][n] ?? n + 1)))).toBe('Fewer than one in ten');
    // The first climbs past so many of the others.
    const past = Math.ceil(0.15 * pairs);
    expect(answer(upside((n) => 0.01 * (n === 0 ? past + 1.5 : n + 1)))).toBe(
      'One in ten to one in four',
    );
    expect(answer(upside((n) => 0.01 * (99 - n)))).toBe('More than one in four');
  });

  test('says of a change that may be none what it is worth', () => {
    const before = result({ bpr: 0.2 });
    for (const id of ['split', 'time'] as const) {
      const { finding } = stations[id];
      expect(finding(before, result({ bpr: 0.26 }))).toContain('cannot tell from chance');
      expect(finding(before, result({ bpr: 0.1 }))).not.toContain('chance');
    }
  });

  test('is always one of those that can be chosen', () => {
    for (const id of stationIds) {
      const { right, answers, finding } = stations[id];
      const [before, after] = [result({ bpr: 0.2 }), result({ bpr: 0.3 })];
      expect(answers[right(before, after)]).toBeDefined();
      expect(finding(before, after)).not.toMatch(/NaN|undefined/);
    }
  });
});

test('each station moves one switch alone', () => {
  for (const id of stationIds) expect(Object.keys(stations[id].change)).toHaveLength(1);
  const moved = stationIds.flatMap((id) => Object.keys(stations[id].change));
  // Ties, seeds, worlds and tuning have figures of their own, in the leaderboard's chapter.
  const { world, tuned, ties, seeds, ...others } = usualSetup;
  expect(new Set(moved)).toEqual(new Set(Object.keys(others)));
  expect({ world, tuned, ties, seeds }).toEqual({
    world: 'usual',
    tuned: {},
    ties: 'lower-id',
    seeds: 1,
  });
});

test('the rows of the figure stand in the order after the change', () => {
  const effects = effectsOf(result({ bpr: 0.3 }), result({ bpr: 0.2, trending: 0.4 }));
  expect(effects[0]).toMatchObject({ id: 'trending', before: 0.1, after: 0.4 });
  expect(effects[1]).toMatchObject({ id: 'bpr', before: 0.3, after: 0.2 });
});

test('a split that nobody can serve for some has a ceiling, which is drawn and said', () => {
  const usual = result();
  expect(ceilingOf(usual)).toBeUndefined();
  expect(aboutTest(usual)).not.toContain('no model can pass');
  const setup = { ...usualSetup, split: 'last' } as const;
  const after = result({}, { setup, unreachable: 186 });
  expect(ceilingOf(after)).toBeCloseTo(0.38, 12);
  expect(aboutTest(after)).toContain('186 cannot be served');
  expect(aboutTest(after)).toContain('no model can pass a recall of 0.380');
  expect(stations.split.finding(usual, after)).toMatch(/can hold it, and the ceiling is 0\.380$/);
  // Both rules stand in the HTML, for the test that looks for a second one elsewhere.
  expect(splitsOf(usual, after)).toBe('last-new last');
  expect(splitsOf(usual, usual)).toBe('last-new');
});

test('the laboratory fits a log once, however it is read', () => {
  const small = { ...usualSetup, users: 40 };
  const lab = makeLab();
  const fits: number[] = [];
  const setups = [small, { ...small, k: 1 }, { ...small, candidates: 20 }];
  const results = lab(setups, (done, total) => {
    fits.push(done);
    expect(total).toBe(entries.length);
  });
  expect(fits).toHaveLength(entries.length);
  results.forEach((one, n) => {
    expect(one.rows).toEqual(readLogs([fitLog(small, 0)], setups[n]));
    expect(one).toMatchObject({ n: 40, unreachable: 0, cold: 0 });
  });
  lab(setups, () => expect.unreachable('all is known'));
});
