import { describe, expect, test } from 'vitest';
import { splitBy as partsBy } from '../../../.vitepress/chapters/evaluation/split.ts';
import {
  aboutPerson,
  readSplit,
  splitLog,
  type Rule,
} from '../../../.vitepress/chapters/evaluation/timeLines.ts';
import {
  askLadder,
  ladderOf,
  miss,
  places,
  worked,
} from '../../../.vitepress/chapters/evaluation/ladder.ts';

const [ada, ben, cyd, dan, eve] = [0, 1, 2, 3, 4];

const splitBy = (rule: Rule, cut: number) => readSplit(partsBy(rule, cut));

/** Each test event as its user, item and time. */
const testsOf = ({ tests }: ReturnType<typeof splitBy>) =>
  Array.from(tests, ([user, { item, time }]) => [user, item, time]).sort((a, b) => a[0] - b[0]);

describe('five time lines', () => {
  test('count time in events, and nobody acts twice in a row', () => {
    expect(splitLog.map(([, , time]) => time)).toEqual([...splitLog.keys()]);
    expect(splitLog.every(([user], n) => n === 0 || user !== splitLog[n - 1][0])).toBe(true);
  });

  test('end in four last events, of which two repeat, and 8 of 15 rows are from Ada’s future', () => {
    const split = splitBy('last', 12);
    expect(testsOf(split)).toEqual([
      [ada, 2, 7],
      [ben, 2, 15],
      [cyd, 3, 17],
      [eve, 4, 18],
    ]);
    expect([...split.tests.values()].map(({ repeat }) => repeat)).toEqual([
      false,
      true,
      false,
      true,
    ]);
    expect(split.train).toHaveLength(15);
    expect(split.later.get(ada)).toEqual(expect.arrayContaining([8, 9, 10, 11, 12, 13, 14, 16]));
    expect(split.later.get(ada)).toHaveLength(8);
    // Ben has 1 later row, the others none: (8 + 1) / 15 / 4.
    expect(split.leak).toBeCloseTo(9 / 60, 12);
    expect(split.events.filter(({ part }) => part === 'dropped')).toEqual([]);
  });

  test('end in four last new items, and the three events after those are dropped', () => {
    const split = splitBy('last-new', 12);
    expect(testsOf(split)).toEqual([
      [ada, 2, 7],
      [ben, 3, 8],
      [cyd, 3, 17],
      [eve, 0, 16],
    ]);
    const dropped = split.events.filter(({ part }) => part === 'dropped');
    expect(dropped.map(({ time }) => time)).toEqual([12, 15, 18]);
    // Ada and Ben have 5 later rows each, of 12.
    expect(split.leak).toBeCloseTo(10 / 12 / 4, 12);
  });

  test('cut at time 12 ask Cyd and Eve alone, and nobody learns from later', () => {
    const split = splitBy('cut', 12);
    expect(testsOf(split)).toEqual([
      [cyd, 3, 17],
      [eve, 3, 13],
    ]);
    expect(split.train.map(({ time }) => time)).toEqual(Array.from({ length: 12 }, (_, t) => t));
  });

  test('cut anywhere never leak and hold out only what is new', () => {
    for (let cut = 1; cut < splitLog.length; cut++) {
      const split = splitBy('cut', cut);
      expect(split.leak).toBe(0);
      expect(split.train).toHaveLength(cut);
      for (const [user, held] of split.tests) {
        expect(held.time).toBeGreaterThanOrEqual(cut);
        expect(split.later.get(user)).toEqual([]);
        const before = splitLog.filter(([u, i, t]) => u === user && i === held.item && t < cut);
        expect(before).toEqual([]);
      }
    }
  });

  test('are told in words', () => {
    const last = splitBy('last', 12);
    expect(aboutPerson(last, ada)).toBe(
      'The hidden item is the one Ada took at time 7, for the first time. 8 of the 15 training events come later.',
    );
    expect(aboutPerson(last, eve)).toContain('no list of new items can hold it');
    expect(aboutPerson(last, dan)).toMatch(/^Dan came once\./);
    expect(aboutPerson(splitBy('cut', 12), ben)).toMatch(/^Ben takes nothing new after the cut/);
    expect(aboutPerson(splitBy('cut', 12), ada)).toMatch(/^Ada takes nothing after the cut/);
    expect(aboutPerson(splitBy('cut', 9), eve)).toContain('Eve has no past to learn from.');
  });
});

describe('a hit', () => {
  test('at rank 3 of 10 is worth 1, 1/10, 1/2 and 1/3, and the sums say so', () => {
    expect(worked(3, 10).map(({ numbers }) => numbers)).toEqual([
      '[3 ≤ 10] = 1',
      '[3 ≤ 10] / 10 = 1 / 10',
      '[3 ≤ 10] / log₂(3 + 1) = 1 / 2.000',
      '[3 ≤ 10] / 3 = 1 / 3',
    ]);
    expect(worked(3, 10).map(({ value }) => value)).toEqual([1, 0.1, 0.5, 1 / 3]);
  });

  test('below the cut, or in no list, is worth nothing', () => {
    for (const rank of [11, places, miss]) {
      expect(worked(rank, 10).map(({ value }) => value)).toEqual([0, 0, 0, 0]);
    }
    expect(worked(miss, 10)[2].numbers).toBe('[∞ ≤ 10] / log₂(∞ + 1) = 0');
  });

  test('loses more nDCG between ranks 1 and 2 than between any other neighbours', () => {
    const falls = ladderOf(20).map(({ ndcg }, n, all) => (n > 0 ? all[n - 1].ndcg - ndcg : 0));
    expect(falls.indexOf(Math.max(...falls))).toBe(1);
  });

  test('is guessed before all ranks are shown, and the right answer is where the pay falls most', () => {
    const asked = askLadder(ladderOf(10), 10);
    expect(asked.answers[asked.right]).toBe('From rank 1 to 2');
    expect(asked.answers.at(-1)).toBe('From rank 10 to 11, over the cut');
    expect(asked.finding).toBe(
      'nDCG falls from 1.00 to 0.63 there, and from 0.29 to 0.00 over the cut.',
    );
    // In a very short list the cut takes more than any other step.
    const short = askLadder(ladderOf(3), 3);
    expect(short.answers[short.right]).toBe('From rank 3 to 4, over the cut');
    expect(short.finding).toBe(
      'nDCG falls from 0.50 to 0.00 there, and from 1.00 to 0.63 at the top.',
    );
  });
});
