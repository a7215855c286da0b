// What every recommender promises, one law per promise. A law throws when a model breaks it;
// contract.test.ts holds the whole catalogue to all of them, and shows with models that are broken
// on purpose that no law is empty.
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Interaction, Recommender } from '../../code/recsys.ts';
import { forSmallLogs, itemsOf, randomLog, range, shuffled } from './logs.ts';
import type { SmallLog } from './logs.ts';
import type { Subject } from './subjects.ts';

/** A sentence that is true of every recommender, and its proof. */
export interface Law {
  readonly sentence: string;
  readonly holds: (subject: Subject) => void;
}

const someLog: SmallLog = randomLog(12, 20, 90);
/** More items than the short path of the top-k search keeps, and a user (3) without history. */
const wideLog: SmallLog = {
  ...randomLog(8, 200, 400),
  rows: randomLog(8, 200, 400).rows.filter(([u]) => u !== 3),
};

function fitted(subject: Subject, { rows, nUsers, nItems }: SmallLog): Recommender {
  const model = subject.create();
  subject.fit(model, rows, nUsers, nItems);
  return model;
}

interface Answers {
  readonly scores: number[][];
  readonly lists: number[][];
}

/** All that can be asked of a model. */
function answers(model: Recommender, nUsers: number, nItems: number): Answers {
  return {
    scores: range(nUsers).map((u) => Array.from(model.scores(u))),
    lists: range(nUsers).map((u) => model.recommend(u, nItems)),
  };
}

const answersOn = (subject: Subject, log: SmallLog): Answers =>
  answers(fitted(subject, log), log.nUsers, log.nItems);

/** What a list must be, from the scores alone: a full sort of the unseen items. */
function expectedList(subject: Subject, model: Recommender, log: SmallLog, user: number): number[] {
  const seen = itemsOf(log, user);
  if (subject.personal && seen.length === 0) return [];
  const scores = model.scores(user);
  return range(log.nItems)
    .filter((i) => !seen.includes(i))
    .sort((a, b) => scores[b] - scores[a] || a - b);
}

function forLists(
  subject: Subject,
  check: (list: number[], log: SmallLog, user: number, model: Recommender, k: number) => void,
): void {
  forSmallLogs((log) => {
    const model = fitted(subject, log);
    for (const user of range(log.nUsers)) {
      for (const k of [1, 3, log.nItems, log.nItems + 7]) {
        check(model.recommend(user, k), log, user, model, k);
      }
    }
  });
}

/** Expects an Error that is neither for a bad value nor for a bad type, and that says what to do. */
function expectUnfitted(ask: () => unknown): void {
  let error: unknown;
  try {
    ask();
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(Error);
  expect(error).not.toBeInstanceOf(RangeError);
  expect(error).not.toBeInstanceOf(TypeError);
  expect(String(error)).toMatch(/fit/);
}

function* breaksOff(rows: readonly Interaction[]): Generator<Interaction> {
  yield* rows.slice(0, 5);
  throw new Error('the disk is gone');
}

interface FailingFit {
  readonly why: string;
  readonly fit: (subject: Subject, model: Recommender) => unknown;
}

/** Fits that fail at the start, in the middle and at the end of the log. */
const failingFits: readonly FailingFit[] = [
  { why: 'no users', fit: (s, m) => s.fit(m, someLog.rows, 0, someLog.nItems) },
  { why: 'no items', fit: (s, m) => s.fit(m, someLog.rows, someLog.nUsers, 0) },
  { why: 'a log that is not one', fit: (s, m) => s.fit(m, null as never, 3, 3) },
  {
    why: 'an unknown item in the last row',
    fit: (s, m) => s.fit(m, [...someLog.rows, [0, 20, 1]], 12, 20),
  },
  {
    why: 'an unknown user in a middle row',
    fit: (s, m) =>
      s.fit(
        m,
        [
          [0, 0, 0],
          [12, 0, 0],
          [0, 1, 1],
        ],
        12,
        20,
      ),
  },
  {
    why: 'a time that is NaN',
    fit: (s, m) =>
      s.fit(
        m,
        [
          [0, 0, 0],
          [1, 1, NaN],
        ],
        12,
        20,
      ),
  },
  { why: 'an iterable that throws', fit: (s, m) => s.fit(m, breaksOff(someLog.rows), 12, 20) },
];

export const laws: readonly Law[] = [
  {
    sentence: 'fit returns the model itself',
    holds: (subject) => {
      const model = subject.create();
      expect(subject.fit(model, someLog.rows, someLog.nUsers, someLog.nItems)).toBe(model);
    },
  },
  {
    sentence: 'a seen item is never recommended',
    holds: (subject) => {
      forLists(subject, (list, log, user) => {
        const seen = itemsOf(log, user);
        expect(list.filter((i) => seen.includes(i))).toEqual([]);
      });
    },
  },
  {
    sentence: 'no item comes twice',
    holds: (subject) => {
      forLists(subject, (list) => {
        expect(new Set(list).size).toBe(list.length);
      });
    },
  },
  {
    sentence: 'a list holds item ids',
    holds: (subject) => {
      forLists(subject, (list, { nItems }) => {
        expect(Array.isArray(list)).toBe(true);
        for (const i of list) expect(Number.isInteger(i) && i >= 0 && i < nItems).toBe(true);
      });
    },
  },
  {
    sentence: 'a list is sorted by score, best first',
    holds: (subject) => {
      forLists(subject, (list, _log, user, model) => {
        const scores = list.map((i) => model.scores(user)[i]);
        expect(scores).toEqual(scores.slice().sort((a, b) => b - a));
      });
    },
  },
  {
    sentence: 'equal scores are in order of item id',
    holds: (subject) => {
      forLists(subject, (list, _log, user, model) => {
        const scores = model.scores(user);
        for (let n = 1; n < list.length; n++) {
          if (scores[list[n]] === scores[list[n - 1]]) {
            expect(list[n]).toBeGreaterThan(list[n - 1]);
          }
        }
      });
    },
  },
  {
    sentence: 'a list has as many items as asked for, or all the unseen ones',
    holds: (subject) => {
      forLists(subject, (list, log, user, _model, k) => {
        const seen = itemsOf(log, user).length;
        const some = subject.personal && seen === 0 ? 0 : Math.min(k, log.nItems - seen);
        expect(list).toHaveLength(some);
      });
    },
  },
  {
    sentence: 'a list is the start of the full sort of the unseen items, short or long',
    holds: (subject) => {
      const model = fitted(subject, wideLog);
      for (const user of range(wideLog.nUsers)) {
        const full = expectedList(subject, model, wideLog, user);
        for (const k of [1, 2, 10, 63, 64, 65, 120, 199, 200, 1000, Number.MAX_SAFE_INTEGER]) {
          expect(model.recommend(user, k)).toEqual(full.slice(0, k));
        }
      }
    },
  },
  {
    sentence: 'the best k are the first k of any longer list',
    holds: (subject) => {
      const model = fitted(subject, wideLog);
      for (const user of range(wideLog.nUsers)) {
        const longest = model.recommend(user, wideLog.nItems);
        for (const k of range(wideLog.nItems)) {
          expect(model.recommend(user, k + 1)).toEqual(longest.slice(0, k + 1));
        }
      }
    },
  },
  {
    sentence: 'ten items are recommended when no number is asked for',
    holds: (subject) => {
      const model = fitted(subject, wideLog);
      expect(model.recommend(1)).toHaveLength(10);
      expect(model.recommend(1)).toEqual(model.recommend(1, 10));
    },
  },
  {
    sentence: 'asking changes nothing, in whatever order',
    holds: (subject) => {
      const { nUsers, nItems } = someLog;
      const asked = fitted(subject, someLog);
      const first = answers(asked, nUsers, nItems);
      const backwards = fitted(subject, someLog);
      for (const user of range(nUsers).reverse()) {
        for (const k of [7, 1, nItems]) backwards.recommend(user, k);
        expect(Array.from(backwards.scores(user))).toEqual(first.scores[user]);
        expect(backwards.recommend(user, nItems)).toEqual(first.lists[user]);
      }
      expect(answers(asked, nUsers, nItems)).toEqual(first);
    },
  },
  {
    sentence: 'what is done to an answer changes no later answer',
    holds: (subject) => {
      const { nUsers, nItems } = someLog;
      const model = fitted(subject, someLog);
      const before = answers(model, nUsers, nItems);
      for (const user of range(nUsers)) {
        model.scores(user).fill(-7);
        model.recommend(user, nItems).reverse().push(99);
      }
      expect(answers(model, nUsers, nItems)).toEqual(before);
    },
  },
  {
    sentence: 'there is one finite score for every item, seen ones included',
    holds: (subject) => {
      forSmallLogs((log) => {
        const model = fitted(subject, log);
        for (const user of range(log.nUsers)) {
          const scores = model.scores(user);
          expect(scores).toBeInstanceOf(Float64Array);
          expect(scores).toHaveLength(log.nItems);
          expect(Array.from(scores).filter((s) => !Number.isFinite(s))).toEqual([]);
        }
      });
    },
  },
  {
    sentence: 'a stranger gets nothing from a personal model, and a full list from any other',
    holds: (subject) => {
      const model = fitted(subject, wideLog);
      if (subject.personal) {
        expect(model.recommend(3, 10)).toEqual([]);
        expect(model.recommend(3, 100)).toEqual([]);
        expect(Array.from(model.scores(3))).toEqual(range(wideLog.nItems).map(() => 0));
      } else {
        expect(model.recommend(3, 10)).toHaveLength(10);
        expect(model.recommend(3, 500)).toHaveLength(wideLog.nItems);
      }
    },
  },
  {
    sentence: 'a user who has everything gets an empty list',
    holds: (subject) => {
      const rows: Interaction[] = [...range(6).map((i): Interaction => [1, i, i]), [0, 2, 9]];
      const model = fitted(subject, { rows, nUsers: 3, nItems: 6 });
      expect(model.recommend(1, 4)).toEqual([]);
      expect(model.recommend(1, 100)).toEqual([]);
      expect(model.recommend(0, 100)).toHaveLength(5);
    },
  },
  {
    sentence: 'an empty log is a log',
    holds: (subject) => {
      const model = fitted(subject, { rows: [], nUsers: 2, nItems: 5 });
      for (const user of [0, 1]) {
        expect(Array.from(model.scores(user)).filter((s) => !Number.isFinite(s))).toEqual([]);
        expect(model.recommend(user, 3)).toHaveLength(subject.personal ? 0 : 3);
      }
    },
  },
  {
    sentence: 'one user with one item is a log',
    holds: (subject) => {
      const model = fitted(subject, { rows: [[0, 0, 0]], nUsers: 1, nItems: 1 });
      expect(model.scores(0)).toHaveLength(1);
      expect(model.recommend(0)).toEqual([]);
    },
  },
  {
    sentence: 'a log may come as any iterable, also one that can be read only once',
    holds: (subject) => {
      const { rows, nUsers, nItems } = someLog;
      const expected = answersOn(subject, someLog);
      const iterables: (() => Iterable<Interaction>)[] = [
        () => new Set(rows),
        () => rows.values(),
        () => new Map(rows.map((row, n) => [n, row])).values(),
        function* () {
          yield* rows;
        },
        () => ({ [Symbol.iterator]: () => rows[Symbol.iterator]() }),
      ];
      for (const iterable of iterables) {
        const model = subject.create();
        subject.fit(model, iterable(), nUsers, nItems);
        expect(answers(model, nUsers, nItems)).toEqual(expected);
      }
    },
  },
  {
    sentence: 'a log is read once',
    holds: (subject) => {
      let reads = 0;
      const counted: Iterable<Interaction> = {
        [Symbol.iterator]: () => {
          reads++;
          return someLog.rows[Symbol.iterator]();
        },
      };
      subject.fit(subject.create(), counted, someLog.nUsers, someLog.nItems);
      expect(reads).toBe(1);
    },
  },
  {
    sentence: 'a frozen log will do, and no log is changed',
    holds: (subject) => {
      const { nUsers, nItems } = someLog;
      const frozen = Object.freeze(someLog.rows.map((row) => Object.freeze([...row] as const)));
      const model = subject.create(Object.freeze({}));
      subject.fit(model, frozen, nUsers, nItems);
      const expected = answers(model, nUsers, nItems);

      const open = shuffled(someLog.rows, 5).map(([u, i, t]): [number, number, number] => [
        u,
        i,
        t,
      ]);
      const copy = structuredClone(open);
      subject.fit(subject.create(), open, nUsers, nItems);
      expect(open).toEqual(copy);
      expect(answersOn(subject, someLog)).toEqual(expected);
    },
  },
  {
    sentence: 'what happens to a log after fit changes nothing',
    holds: (subject) => {
      const { nUsers, nItems } = someLog;
      const rows = someLog.rows.map(([u, i, t]): [number, number, number] => [u, i, t]);
      const model = subject.create();
      subject.fit(model, rows, nUsers, nItems);
      const before = answers(model, nUsers, nItems);
      for (const row of rows) row.fill(0);
      rows.length = 3;
      expect(answers(model, nUsers, nItems)).toEqual(before);
    },
  },
  {
    sentence: 'the order of the rows does not matter',
    holds: (subject) => {
      forSmallLogs((log) => {
        const other = { ...log, rows: shuffled(log.rows, log.rows.length) };
        expect(answersOn(subject, other)).toEqual(answersOn(subject, log));
      });
      const atOnce = someLog.rows.map(([u, i]): Interaction => [u, i, 7]);
      for (const rows of [someLog.rows, atOnce]) {
        const one = answersOn(subject, { ...someLog, rows });
        const other = answersOn(subject, { ...someLog, rows: rows.slice().reverse() });
        expect(other).toEqual(one);
      }
    },
  },
  {
    sentence: 'the same log and options give the same bits',
    holds: (subject) => {
      expect(answersOn(subject, someLog)).toEqual(answersOn(subject, someLog));
    },
  },
  {
    sentence: 'another seed gives another model, where there is a seed',
    holds: (subject) => {
      if (!subject.random) return;
      const model = subject.create({ seed: 8 });
      subject.fit(model, someLog.rows, someLog.nUsers, someLog.nItems);
      const other = answers(model, someLog.nUsers, someLog.nItems);
      expect(other).not.toEqual(answersOn(subject, someLog));
    },
  },
  {
    sentence: 'to fit twice is to fit once',
    holds: (subject) => {
      const { rows, nUsers, nItems } = someLog;
      const model = fitted(subject, someLog);
      subject.fit(model, rows, nUsers, nItems);
      expect(answers(model, nUsers, nItems)).toEqual(answersOn(subject, someLog));
    },
  },
  {
    sentence: 'a second fit forgets the first',
    holds: (subject) => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
          const [large, small] = [randomLog(9, 14, 60, seed), randomLog(4, 5, 9, seed + 1)];
          for (const [before, after] of [
            [large, small],
            [small, large],
          ]) {
            const model = fitted(subject, before);
            subject.fit(model, after.rows, after.nUsers, after.nItems);
            expect(answers(model, after.nUsers, after.nItems)).toEqual(answersOn(subject, after));
            expect(() => model.recommend(after.nUsers, 1)).toThrow(RangeError);
          }
        }),
        { seed: 20_260, numRuns: 10 },
      );
    },
  },
  {
    sentence: 'a model says nothing before it is fitted',
    holds: (subject) => {
      expectUnfitted(() => subject.create().recommend(0));
      expectUnfitted(() => subject.create().scores(0));
    },
  },
  {
    sentence: 'a first fit that fails leaves the model unfitted',
    holds: (subject) => {
      for (const { why, fit } of failingFits) {
        const model = subject.create();
        expect(() => fit(subject, model), why).toThrow();
        expectUnfitted(() => model.recommend(0));
        expectUnfitted(() => model.scores(0));
      }
    },
  },
  {
    sentence: 'a later fit that fails leaves the model as it was',
    holds: (subject) => {
      const { nUsers, nItems } = someLog;
      const expected = answersOn(subject, someLog);
      for (const { why, fit } of failingFits) {
        const model = fitted(subject, someLog);
        expect(() => fit(subject, model), why).toThrow();
        expect(answers(model, nUsers, nItems), why).toEqual(expected);
      }
    },
  },
  {
    sentence: 'a fit that its progress callback breaks off leaves the model as it was',
    holds: (subject) => {
      if (!subject.reports) return;
      const { rows, nUsers, nItems } = someLog;
      let patience = Infinity;
      const onProgress = (): void => {
        if (--patience < 0) throw new Error('enough');
      };
      const model = subject.create({ onProgress });
      for (patience of [0, 1]) {
        expect(() => subject.fit(model, rows, nUsers, nItems)).toThrow('enough');
        expectUnfitted(() => model.recommend(0));
      }
      patience = Infinity;
      subject.fit(model, rows, nUsers, nItems);
      const before = answers(model, nUsers, nItems);
      for (patience of [0, 1]) {
        expect(() => subject.fit(model, [[0, 0, 0]], 1, 2)).toThrow('enough');
        expect(answers(model, nUsers, nItems)).toEqual(before);
      }
    },
  },
  {
    sentence: 'times may be huge, far apart, negative or all the same',
    holds: (subject) => {
      const far = Number.MAX_SAFE_INTEGER;
      const times: ((n: number) => number)[] = [
        () => 0,
        () => far,
        () => -far,
        (n) => (n % 2 ? far : -far),
        (n) => 1_700_000_000_000 + n,
      ];
      for (const time of times) {
        const rows = someLog.rows.map(([u, i], n): Interaction => [u, i, time(n)]);
        const log = { ...someLog, rows };
        const model = fitted(subject, log);
        for (const user of range(log.nUsers)) {
          const scores = Array.from(model.scores(user));
          expect(scores.filter((s) => !Number.isFinite(s))).toEqual([]);
          expect(model.recommend(user, 20)).toEqual(expectedList(subject, model, log, user));
        }
      }
    },
  },
  {
    sentence: 'options are read when the model is made, and never changed',
    holds: (subject) => {
      const { rows, nUsers, nItems } = someLog;
      const options: Record<string, number> = { seed: 0 };
      const model = subject.create(options);
      const copy = { ...options };
      options['seed'] = 5;
      subject.fit(model, rows, nUsers, nItems);
      expect(copy).toEqual({ seed: 0 });
      expect(answers(model, nUsers, nItems)).toEqual(answersOn(subject, someLog));
    },
  },
  {
    sentence: 'a bad user or a bad k is refused, and changes nothing',
    holds: (subject) => {
      const { nUsers, nItems } = someLog;
      const model = fitted(subject, someLog);
      const before = answers(model, nUsers, nItems);
      for (const user of [-1, nUsers, 0.5, NaN, Infinity]) {
        expect(() => model.recommend(user, 3)).toThrow(RangeError);
        expect(() => model.scores(user)).toThrow(RangeError);
      }
      for (const k of [0, -1, 2.5, NaN, Infinity]) {
        expect(() => model.recommend(0, k)).toThrow(RangeError);
      }
      for (const wrong of [null, '1', 1n, {}, [1]] as unknown as number[]) {
        expect(() => model.recommend(wrong, 3)).toThrow(TypeError);
        expect(() => model.recommend(0, wrong)).toThrow(TypeError);
      }
      expect(answers(model, nUsers, nItems)).toEqual(before);
    },
  },
];
