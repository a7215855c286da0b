// A log in columns is a log like any other: the same results and the same errors.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countTestUsers, knownUsers, leaderboard } from '../code/evaluation/leaderboard.ts';
import { countTiedTimes, splitAtTime, splitAtTimes } from '../code/evaluation/splits.ts';
import { standings } from '../code/evaluation/standings.ts';
import { validationSplit } from '../code/evaluation/tuning.ts';
import { halfLifeFor, warningsOf } from '../code/evaluation/warnings.ts';
import { models, syntheticDataset, withTruth } from '../code/models.ts';
import {
  buildMatrix,
  columns,
  makeSynthetic,
  Popularity,
  trainTestSplitLast,
  userSeen,
} from '../code/recsys.ts';
import type { Columns, Interaction, Rows } from '../code/recsys.ts';
import { isColumns } from '../code/toolbox/columns.ts';
import { MAX_SIZE } from '../code/toolbox/guard.ts';
import { featuresFor, forSmallLogs, range } from './support/logs.ts';

/** The same log in columns. */
const inColumns = (rows: readonly Interaction[]): Columns =>
  columns({
    users: Int32Array.from(rows, ([user]) => user),
    items: Int32Array.from(rows, ([, item]) => item),
    times: Float64Array.from(rows, ([, , time]) => time),
  });

/** What came of it: the value, with columns as rows, or the error. */
function outcome(ask: () => unknown): unknown {
  try {
    return ask();
  } catch (error) {
    return String(error);
  }
}

const asRows = <Split extends { train: Iterable<Interaction> }>(split: Split) => ({
  ...split,
  train: Array.from(split.train),
});

describe('a log in columns', () => {
  test('gives its rows, as often as it is asked', () => {
    forSmallLogs(({ rows }) => {
      const log = inColumns(rows);
      expect(log.length).toBe(rows.length);
      expect(Array.from(log)).toEqual(rows);
      expect(Array.from(log)).toEqual(rows);
    });
  });

  test('keeps the arrays that it was given', () => {
    const users = Int32Array.of(0);
    const log = columns({ users, items: Int32Array.of(1), times: Float64Array.of(2) });
    expect(log.users).toBe(users);
    expect(Object.isFrozen(log)).toBe(true);
  });

  test('sent to a worker arrives as its arrays, which are a log again', () => {
    const log = inColumns([
      [0, 1, 2],
      [1, 0, 3],
    ]);
    const sent = structuredClone(log);
    expect(isColumns(sent)).toBe(false);
    expect(Array.from(columns(sent))).toEqual(Array.from(log));
  });

  test('is read without a row being made', () => {
    const log = inColumns([
      [0, 1, 2],
      [0, 0, 3],
      [1, 1, 4],
    ]);
    const iterator = Object.getPrototypeOf(log) as { [Symbol.iterator]: unknown };
    const own = iterator[Symbol.iterator];
    iterator[Symbol.iterator] = () => {
      throw new Error('a row was asked for');
    };
    try {
      const { train, test } = trainTestSplitLast(log, 2);
      const data = { ...syntheticDataset({ nInter: 1 }), train, test, nUsers: 2, nItems: 2 };
      userSeen(log, 2);
      buildMatrix(log, 2, 2);
      splitAtTime(log, 0.5);
      countTiedTimes(log, 2);
      halfLifeFor(log);
      for (const entry of models) {
        const model = entry.fit({ ...data, itemFeats: featuresFor(2) });
        if (model.explain) model.explain(0, 1);
      }
      countTestUsers(data);
      knownUsers(data);
      warningsOf(data, models);
      standings(new Popularity().fit(train, 2, 2), data);
    } finally {
      iterator[Symbol.iterator] = own;
    }
  });
});

describe('whatever takes a log, takes it in columns', () => {
  const readers: Readonly<
    Record<string, (log: Iterable<Interaction>, nUsers: number, nItems: number) => unknown>
  > = {
    buildMatrix: (log, nUsers, nItems) => buildMatrix(log, nUsers, nItems),
    userSeen: (log, nUsers) => userSeen(log, nUsers),
    halfLifeFor: (log) => {
      // Where all have one time, the message shows the log itself.
      const said = outcome(() => halfLifeFor(log));
      return String(said).replace(/(two times or more), got .*/, '$1');
    },
    countTiedTimes: (log, nUsers) => countTiedTimes(log, nUsers),
    'split last': (log, nUsers) => asRows(trainTestSplitLast(log, nUsers)),
    'split last-new': (log, nUsers) =>
      asRows(trainTestSplitLast(log, nUsers, { holdOut: 'last-new' })),
    'split with ties drawn': (log, nUsers) =>
      asRows(trainTestSplitLast(log, nUsers, { tieSeed: 3 })),
    splitAtTime: (log) => asRows(splitAtTime(log, 0.5)),
    splitAtTimes: (log) => splitAtTimes(log).map(asRows),
  };

  test.for(Object.entries(readers))('%s: the same comes of it', ([, read]) => {
    forSmallLogs(({ rows, nUsers, nItems }) => {
      const ask = (log: Iterable<Interaction>) => outcome(() => read(log, nUsers, nItems));
      expect(ask(inColumns(rows))).toEqual(ask(rows));
    });
  });

  test.for(Object.entries(readers))('%s: the same errors, in the same words', ([, read]) => {
    const number = fc.oneof(fc.integer({ min: -1, max: 3 }), fc.constant(2_147_483_647));
    const time = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double());
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number, time), { maxLength: 6 }), (rows) => {
        const ask = (log: Iterable<Interaction>) => outcome(() => read(log, 3, 3));
        expect(ask(inColumns(rows))).toEqual(ask(rows));
      }),
      { seed: 20_261, numRuns: 200 },
    );
  });

  test.for(models)('$name learns the same', (entry) => {
    forSmallLogs(({ rows, nUsers, nItems }) => {
      const data = { test: new Map(), itemFeats: featuresFor(nItems), nUsers, nItems };
      const [one, other] = [rows, inColumns(rows)].map((train) => entry.fit({ ...data, train }));
      for (const u of range(nUsers)) {
        expect(other.scores(u)).toEqual(one.scores(u));
        expect(other.recommend(u)).toEqual(one.recommend(u));
        for (const i of range(nItems)) {
          expect(other.explain?.(u, i)).toEqual(one.explain?.(u, i));
        }
      }
    }, 15);
  });

  test.for(models)('$name keeps nothing of the columns: they may change after fit', (entry) => {
    forSmallLogs(({ rows, nUsers, nItems }) => {
      const log = inColumns(rows);
      const itemFeats = featuresFor(nItems);
      const model = entry.fit({ train: log, test: new Map(), itemFeats, nUsers, nItems });
      const ask = () =>
        range(nUsers).map((u) => [model.scores(u), model.recommend(u), model.explain?.(u, 0)]);
      const before = ask();
      log.users.fill(-1);
      log.items.fill(-1);
      log.times.fill(NaN);
      expect(ask()).toEqual(before);
    }, 10);
  });

  test('a leaderboard, its warnings and a search come out the same', () => {
    const log = makeSynthetic({ nUsers: 40, nItems: 30, nInter: 600 });
    const rows = trainTestSplitLast(log.interactions, 40, { holdOut: 'last-new' });
    const inside = trainTestSplitLast(inColumns(log.interactions), 40, { holdOut: 'last-new' });
    expect(isColumns(inside.train)).toBe(true);
    const entries = models.filter(({ curve }) => curve === null);
    const boards = [withTruth(log, rows), withTruth(log, inside)].map((data) => {
      const told: string[] = [];
      const board = leaderboard(data, { entries, onWarning: (sentence) => told.push(sentence) });
      const { train, test } = asRows(validationSplit<Rows>(data));
      return { told, board, train, test };
    });
    expect(boards[1]).toEqual(boards[0]);
  });
});

describe('what returns a log', () => {
  const rows: Interaction[] = [
    [1, 0, 5],
    [0, 1, 2],
    [0, 0, 1],
    [1, 1, 9],
  ];

  test('returns columns to whom it had columns from, and rows to everyone else', () => {
    const log = inColumns(rows);
    const made = [
      trainTestSplitLast(log, 2).train,
      splitAtTime(log, 0.5).train,
      ...splitAtTimes(log, [0.3, 0.6]).map(({ train }) => train),
    ];
    expect(made.map(isColumns)).toEqual([true, true, true, true]);
    for (const given of [rows, new Set(rows), rows.values()]) {
      expect(Array.isArray(trainTestSplitLast(given, 2).train)).toBe(true);
    }
    expect(Array.isArray(splitAtTime(rows, 0.5).train)).toBe(true);
  });

  test('leaves the given columns as they were', () => {
    const log = inColumns(rows);
    trainTestSplitLast(log, 2);
    splitAtTime(log, 0.5);
    expect(Array.from(log)).toEqual(rows);
  });
});

describe('columns are refused', () => {
  const [users, items, times] = [Int32Array.of(0), Int32Array.of(0), Float64Array.of(0)];
  test.for([
    [
      undefined,
      'TypeError: columns: arrays must be an object { users, items, times }, got undefined',
    ],
    [{ users: [0], items, times }, 'TypeError: columns: users must be an Int32Array, got [0]'],
    [
      { users, items: new Uint32Array(1), times },
      'TypeError: columns: items must be an Int32Array, got an object',
    ],
    [
      { users, items, times: new Proxy(times, {}) },
      'TypeError: columns: times must be a Float64Array, got an object',
    ],
    [
      { users, items, times: new Float64Array(2) },
      'RangeError: columns: times must be of length 1, as users is, got 2',
    ],
  ] as const)('%o', ([given, message]) => {
    expect(outcome(() => columns(given as never))).toBe(message);
  });

  test('when an array was sent away in the meantime', () => {
    const log = inColumns([
      [0, 0, 0],
      [0, 1, 1],
    ]);
    structuredClone(log.items, { transfer: [log.items.buffer] });
    expect(outcome(() => buildMatrix(log, 1, 2))).toBe(
      'RangeError: buildMatrix: items of train must be of length 2, as users is, got 0',
    );
  });

  test('with more rows than a log may have', () => {
    const log = columns({
      users: new Int32Array(MAX_SIZE + 1),
      items: new Int32Array(MAX_SIZE + 1),
      times: new Float64Array(MAX_SIZE + 1),
    });
    expect(outcome(() => buildMatrix(log, 1, 1))).toBe(
      'RangeError: buildMatrix: train must have at most 10000000 rows, got more',
    );
  });
});
