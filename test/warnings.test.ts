import { describe, expect, test } from 'vitest';
import { leaderboard } from '../code/evaluation/leaderboard.ts';
import { halfLifeFor, warningsOf } from '../code/evaluation/warnings.ts';
import { findModel, models, syntheticDataset } from '../code/models.ts';
import type { Dataset } from '../code/models.ts';
import { makeSynthetic, Trending } from '../code/recsys.ts';
import type { Interaction } from '../code/recsys.ts';

const data = syntheticDataset(
  { nUsers: 60, nItems: 40, nInter: 900, seed: 3 },
  { holdOut: 'last-new' },
);

/** The same log with a day in seconds between two events. */
const inSeconds: Dataset = {
  ...data,
  train: data.train.map(([u, i, t]): Interaction => [u, i, 1_500_000_000 + 3600 * 24 * t]),
};

describe('a half-life for a log', () => {
  test('is a ninth of its span, as the default is of the log of the book', () => {
    const { interactions } = makeSynthetic();
    expect(Math.round(halfLifeFor(interactions))).toBe(Trending.defaults.halfLife);
    expect(halfLifeFor([[0, 0, 100], [0, 1, 1000]])).toBe(100); // prettier-ignore
    expect(halfLifeFor([[0, 0, 100], [0, 1, 1100]], 0.5)).toBe(500); // prettier-ignore
  });

  test('has no meaning where all events have one time', () => {
    expect(() => halfLifeFor([[0, 0, 5], [0, 1, 5]])).toThrow(RangeError); // prettier-ignore
  });
});

describe('the warnings of a split', () => {
  test('are none where all is well', () => {
    expect(warningsOf(data, models)).toEqual([]);
  });

  test('tell that a half-life leaves items without weight, and one that does not', () => {
    const [told, ...more] = warningsOf(inSeconds, [findModel('popularity'), findModel('trending')]);
    expect(more).toEqual([]);
    const words = /^(.+): with a half-life of 2000, (\d+) of 40 items weigh 0.* try (\d+)\.$/;
    const [, title, lost, better] = words.exec(told) ?? [];
    expect(title).toBe(findModel('trending').title);
    const scores = new Trending().fit(inSeconds.train, 60, 40).scores(0);
    expect(Number(lost)).toBe(scores.filter((score) => score === 0).length);
    const mended = new Trending({ halfLife: Number(better) }).fit(inSeconds.train, 60, 40);
    expect(mended.scores(0).every((score) => score > 0)).toBe(true);
    const half = { ...findModel('trending'), defaults: { halfLife: Number(better) } };
    expect(warningsOf(inSeconds, [half])).toEqual([]);
  });

  test('tell how many test users are cold, and how many cannot be served', () => {
    const train: Interaction[] = [[0, 1, 0], [0, 2, 1]]; // prettier-ignore
    const some = { ...data, train, test: new Map([[0, 2], [1, 3], [2, 4], [3, 5]]) }; // prettier-ignore
    const [cold, lost] = warningsOf(some, [findModel('popularity')]);
    expect(cold).toMatch(/^3 of 4 test users have no history/);
    expect(lost).toBe('For 1 of 4 test users no list can hold the item: no recall can pass 0.75.');
  });

  test('are told by the leaderboard before its first fit, and change no number', () => {
    const said: string[] = [];
    const entries = [findModel('popularity'), findModel('trending')];
    const rows = leaderboard(inSeconds, {
      entries,
      samples: 20,
      onWarning: (sentence) => said.push(sentence),
      onRow: ({ id }) => said.push(id),
    });
    expect(said).toEqual([...warningsOf(inSeconds, entries), 'popularity', 'trending']);
    expect(rows).toEqual(leaderboard(inSeconds, { entries, samples: 20 }));
  });
});
