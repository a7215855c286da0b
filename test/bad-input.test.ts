// Bad calls, as a table. Each must throw the right kind of error, at once, with a message that
// names the function and the argument, what was needed and what came.
import { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import {
  BPR,
  buildMatrix,
  ContentBased,
  ImplicitALS,
  ItemItemCF,
  makeSynthetic,
  mapAtK,
  ndcgAtK,
  Popularity,
  precisionAtK,
  Random,
  recallAtK,
  trainTestSplitLast,
  Trending,
  userSeen,
} from '../code/recsys.ts';
import type { Interaction, Recommender } from '../code/recsys.ts';
import { findModel, syntheticDataset } from '../code/models.ts';
import { range } from './support/logs.ts';

interface BadCall {
  /** What the message must begin with. */
  readonly where: string;
  /** What the message must name next. */
  readonly argument: string;
  /** What came, as the message must show it at its end. */
  readonly came: string;
  readonly kind: ErrorConstructor;
  readonly call: () => unknown;
}

const table: BadCall[] = [];

function add(
  kind: ErrorConstructor,
  [where, argument]: readonly [where: string, argument: string],
  came: string,
  call: () => unknown,
): void {
  table.push({ where, argument, came, kind, call });
}

/** Not numbers at all, and how a message shows them. */
const notNumbers: readonly (readonly [value: unknown, shown: string])[] = [
  [null, 'null'],
  ['3', '"3"'],
  [true, 'true'],
  [3n, '3n'],
  [Symbol('three'), 'Symbol(three)'],
  [{}, 'an object'],
  [[3], '[3]'],
  [() => 3, 'a function'],
];

/** As a message shows a number. */
const shown = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

/** Calls with every value that is not a number, and with these numbers that are not right. */
function addNumbers(
  place: readonly [where: string, argument: string],
  wrong: readonly number[],
  call: (value: never) => unknown,
): void {
  for (const value of wrong) add(RangeError, place, shown(value), () => call(value as never));
  for (const [value, text] of notNumbers) {
    add(TypeError, place, text, () => call(value as never));
  }
}

const notFinite = [NaN, Infinity, -Infinity];
const notInteger = [...notFinite, 2.5, -0.5, 2 ** 53, 1e300];
const notPositiveInteger = [...notInteger, 0, -1, -7];
const notSize = [...notPositiveInteger, 2 ** 31, 1e12];
const notReal = [...notFinite, -1, -1e-9];

const rows: readonly Interaction[] = [
  [0, 0, 0],
  [1, 2, 1],
  [1, 1, 2],
];
const feats = new Matrix([[1, 0], [0, 1], [1, 1], [2, 1]]); // prettier-ignore

// Options of makeSynthetic and of the models.
for (const name of ['nUsers', 'nItems', 'nGenres']) {
  addNumbers(['makeSynthetic', name], notSize, (v) => makeSynthetic({ [name]: v }));
}
addNumbers(['makeSynthetic', 'nInter'], [...notInteger, -1, 2 ** 31, 1e12], (nInter) =>
  makeSynthetic({ nInter }),
);
addNumbers(['makeSynthetic', 'popWeight'], [...notReal, 1.0001, 2], (popWeight) =>
  makeSynthetic({ popWeight }),
);
addNumbers(['makeSynthetic', 'tastePow'], [...notReal, 20.5, 1e9], (tastePow) =>
  makeSynthetic({ tastePow }),
);
addNumbers(['makeSynthetic', 'seed'], notInteger, (seed) => makeSynthetic({ seed }));
addNumbers(['Random', 'seed'], notInteger, (seed) => new Random({ seed }));
addNumbers(['ImplicitALS', 'seed'], notInteger, (seed) => new ImplicitALS({ seed }));
addNumbers(['BPR', 'seed'], notInteger, (seed) => new BPR({ seed }));
const notHalfLife = [0, -0, -1, -2000, NaN, -Infinity];
addNumbers(['Trending', 'halfLife'], notHalfLife, (halfLife) => new Trending({ halfLife }));
addNumbers(['ContentBased', 'halfLife'], notHalfLife, (halfLife) => new ContentBased({ halfLife }));
const notFactors = [...notPositiveInteger, 5000, 1e9, 2 ** 31, 1e12];
addNumbers(['ImplicitALS', 'factors'], notFactors, (factors) => new ImplicitALS({ factors }));
addNumbers(['BPR', 'factors'], notFactors, (factors) => new BPR({ factors }));
addNumbers(['ImplicitALS', 'iters'], notPositiveInteger, (iters) => new ImplicitALS({ iters }));
addNumbers(['BPR', 'epochs'], notPositiveInteger, (epochs) => new BPR({ epochs }));
addNumbers(['ImplicitALS', 'reg'], notReal, (reg) => new ImplicitALS({ reg }));
addNumbers(['ImplicitALS', 'alpha'], notReal, (alpha) => new ImplicitALS({ alpha }));
addNumbers(['BPR', 'reg'], notReal, (reg) => new BPR({ reg }));
addNumbers(['BPR', 'lr'], [...notReal, 0], (lr) => new BPR({ lr }));

const optionUsers: readonly (readonly [string, (options: never) => unknown])[] = [
  ['makeSynthetic', (o) => makeSynthetic(o)],
  ['Random', (o) => new Random(o)],
  ['Trending', (o) => new Trending(o)],
  ['ContentBased', (o) => new ContentBased(o)],
  ['ImplicitALS', (o) => new ImplicitALS(o)],
  ['BPR', (o) => new BPR(o)],
];
for (const [where, use] of optionUsers) {
  for (const [value, shown] of notNumbers) {
    if (typeof value !== 'object' || value === null) {
      add(TypeError, [where, 'options'], shown, () => use(value as never));
    }
  }
  add(TypeError, [where, 'options'], '7', () => use(7 as never));
}
for (const [value, shown] of notNumbers) {
  if (typeof value === 'function') continue;
  const onProgress = value as never;
  add(TypeError, ['ImplicitALS', 'onProgress'], shown, () => new ImplicitALS({ onProgress }));
  add(TypeError, ['BPR', 'onProgress'], shown, () => new BPR({ onProgress }));
  if (typeof value === 'object' && value !== null) continue;
  add(TypeError, ['ImplicitALS', 'init'], shown, () => new ImplicitALS({ init: value as never }));
}

// The log, its ids, times and sizes: every function that takes one.
type TakesLog = (log: never, nUsers: never, nItems: never) => unknown;
const logUsers: readonly (readonly [where: string, take: TakesLog, knowsItems: boolean])[] = [
  ['buildMatrix', (...log) => buildMatrix(...log), true],
  ['userSeen', (log, nUsers) => userSeen(log, nUsers), false],
  ['trainTestSplitLast', (log, nUsers) => trainTestSplitLast(log, nUsers), false],
  ['Random.fit', (...log) => new Random().fit(...log), true],
  ['Popularity.fit', (...log) => new Popularity().fit(...log), true],
  ['Trending.fit', (...log) => new Trending().fit(...log), true],
  ['ContentBased.fit', (log, ...sizes) => new ContentBased().fit(log, feats, ...sizes), true],
  ['ItemItemCF.fit', (...log) => new ItemItemCF().fit(...log), true],
  ['ImplicitALS.fit', (...log) => new ImplicitALS().fit(...log), true],
  ['BPR.fit', (...log) => new BPR().fit(...log), true],
];
for (const [where, take, knowsItems] of logUsers) {
  const name = where === 'trainTestSplitLast' ? 'interactions' : 'train';
  const fit = (log: unknown): unknown => take(log as never, 3 as never, 4 as never);
  addNumbers([where, 'nUsers'], notSize, (v) => take(rows as never, v, 4 as never));
  add(TypeError, [where, 'nUsers'], 'undefined', () =>
    take(rows as never, undefined as never, 4 as never),
  );
  if (knowsItems) addNumbers([where, 'nItems'], notSize, (v) => take(rows as never, 3 as never, v));

  const notIterable: readonly (readonly [unknown, string])[] = [
    ...notNumbers.filter(([value]) => !Array.isArray(value)),
    [undefined, 'undefined'],
    [5, '5'],
    [{ length: 2, 0: [0, 0, 0] }, 'an object'],
    [{ [Symbol.iterator]: 5 }, 'an object'],
  ];
  for (const [value, shown] of notIterable) {
    add(TypeError, [where, name], shown, () => fit(value));
  }

  const notRow: readonly (readonly [unknown, string])[] = [
    ...notNumbers,
    [undefined, 'undefined'],
    [[1, 2], '[1, 2]'],
    [[1, 2, 3, 4], '[1, 2, 3, 4]'],
    [new Array(9), 'an array of 9'],
    [[], '[]'],
    [new Int32Array(3), 'an object'],
    [{ 0: 0, 1: 0, 2: 0, length: 3 }, 'an object'],
  ];
  for (const [value, shown] of notRow) {
    add(TypeError, [where, `${name}[1]`], shown, () => fit([rows[0], value]));
  }
  // A hole in the log, and a log of numbers.
  add(TypeError, [where, `${name}[2]`], 'undefined', () => {
    const log: Interaction[] = [rows[0], rows[1]];
    log[4] = rows[2];
    return fit(log);
  });
  add(TypeError, [where, `${name}[0]`], '0', () => fit(new Float64Array(3)));
  add(TypeError, [where, `${name}[0]`], '[0, 1]', () => fit(new Map([[0, 1]])));

  const parts = ['user', 'item', 'time'] as const;
  parts.forEach((part, place) => {
    const limit = part === 'user' ? [3] : part === 'item' && knowsItems ? [4] : [];
    const wrong = [...notInteger, ...(part === 'time' ? [] : [-1, ...limit, 2 ** 31])];
    addNumbers([where, `${part} of ${name}[1]`], wrong, (value) => {
      const row: number[] = [1, 1, 1];
      row[place] = value;
      return fit([rows[0], row, rows[2]]);
    });
    add(TypeError, [where, `${part} of ${name}[0]`], 'undefined', () => {
      const row: number[] = [1, 1, 1];
      Reflect.deleteProperty(row, place);
      return fit([row]);
    });
  });
}

// Features and warm starts.
type Fit = (matrix: never) => unknown;
const matrixUsers: readonly (readonly [string, string, Fit])[] = [
  ['ContentBased.fit', 'itemFeats', (m) => new ContentBased().fit(rows, m, 3, 4)],
  [
    'ImplicitALS.fit',
    'init.itemFactors',
    (itemFactors) => {
      const init = { userFactors: Matrix.zeros(3, 2), itemFactors };
      return new ImplicitALS({ factors: 2, init }).fit(rows, 3, 4);
    },
  ],
  [
    'ImplicitALS.fit',
    'init.userFactors',
    (userFactors) => {
      const init = { userFactors, itemFactors: Matrix.zeros(3, 2) };
      return new ImplicitALS({ factors: 2, init }).fit(rows, 4, 3);
    },
  ],
];
for (const [where, argument, fit] of matrixUsers) {
  const notMatrix: readonly (readonly [unknown, string])[] = [
    ...notNumbers,
    [undefined, 'undefined'],
    [[[1], [2], [3], [4]], 'an array of 4'],
    [new Float64Array(8), 'an object'],
  ];
  for (const [value, shown] of notMatrix) {
    add(TypeError, [where, argument], shown, () => fit(value as never));
  }
  for (const size of [1, 3, 5]) {
    const shown = `[${size} x 2]`;
    add(RangeError, [where, argument], shown, () => fit(Matrix.ones<never>(size, 2)));
  }
  for (const value of [...notFinite, 1e200]) {
    add(RangeError, [where, `${argument}[2, 1]`], String(value), () => {
      const matrix = Matrix.ones(4, 2);
      matrix.set(2, 1, value);
      return fit(matrix as never);
    });
  }
}
for (const width of [1, 3]) {
  const zeros = { userFactors: Matrix.zeros(3, width), itemFactors: Matrix.zeros(4, width) };
  add(RangeError, ['ImplicitALS.fit', 'init.userFactors'], `[3 x ${width}]`, () =>
    new ImplicitALS({ factors: 2, init: zeros }).fit(rows, 3, 4),
  );
}

// Questions to a model: the user, and k.
const fittedModels: readonly (readonly [string, Recommender])[] = [
  ['Random', new Random().fit(rows, 3, 4)],
  ['Popularity', new Popularity().fit(rows, 3, 4)],
  ['Trending', new Trending().fit(rows, 3, 4)],
  ['ContentBased', new ContentBased().fit(rows, feats, 3, 4)],
  ['ItemItemCF', new ItemItemCF().fit(rows, 3, 4)],
  ['ImplicitALS', new ImplicitALS({ factors: 2 }).fit(rows, 3, 4)],
  ['BPR', new BPR({ factors: 2 }).fit(rows, 3, 4)],
];
for (const [name, model] of fittedModels) {
  const notUser = [...notInteger, -1, 3];
  addNumbers([`${name}.recommend`, 'user'], notUser, (user) => model.recommend(user, 2));
  addNumbers([`${name}.scores`, 'user'], notUser, (user) => model.scores(user));
  addNumbers([`${name}.recommend`, 'k'], notPositiveInteger, (k) => model.recommend(0, k));
  // A stranger and a user with a bad k: the k is bad all the same.
  add(RangeError, [`${name}.recommend`, 'k'], '0', () => model.recommend(2, 0));
  add(TypeError, [`${name}.recommend`, 'user'], 'undefined', () =>
    model.recommend(undefined as never),
  );
}
const contentBased = new ContentBased().fit(rows, feats, 3, 4);
addNumbers(['ContentBased.profile', 'user'], [-1, 3, 0.5, NaN], (u) => contentBased.profile(u));
const itemItem = new ItemItemCF().fit(rows, 3, 4);
addNumbers(['ItemItemCF.similarity', 'item'], [-1, 4, 0.5, NaN], (i) => itemItem.similarity(i));

// Questions before fit.
const unfitted: readonly (readonly [string, () => unknown])[] = [
  ['Random.recommend', () => new Random().recommend(0)],
  ['Random.scores', () => new Random().scores(0)],
  ['Popularity.recommend', () => new Popularity().recommend(0)],
  ['Popularity.scores', () => new Popularity().scores(0)],
  ['Trending.recommend', () => new Trending().recommend(0)],
  ['Trending.scores', () => new Trending().scores(0)],
  ['ContentBased.recommend', () => new ContentBased().recommend(0)],
  ['ContentBased.scores', () => new ContentBased().scores(0)],
  ['ContentBased.profile', () => new ContentBased().profile(0)],
  ['ItemItemCF.recommend', () => new ItemItemCF().recommend(0)],
  ['ItemItemCF.scores', () => new ItemItemCF().scores(0)],
  ['ItemItemCF.similarity', () => new ItemItemCF().similarity(0)],
  ['ImplicitALS.recommend', () => new ImplicitALS().recommend(0)],
  ['ImplicitALS.scores', () => new ImplicitALS().scores(0)],
  ['ImplicitALS.userFactors', () => new ImplicitALS().userFactors],
  ['ImplicitALS.itemFactors', () => new ImplicitALS().itemFactors],
  ['BPR.recommend', () => new BPR().recommend(0)],
  ['BPR.scores', () => new BPR().scores(0)],
  ['BPR.userFactors', () => new BPR().userFactors],
  ['BPR.itemFactors', () => new BPR().itemFactors],
  ['BPR.skippedUsers', () => new BPR().skippedUsers],
];
for (const [where, call] of unfitted) add(Error, [where, 'call fit first'], '', call);

// Metrics.
const lists = new Map([[0, [1, 2, 3]]]);
const held = new Map([[0, 2]]);
for (const [where, metric] of Object.entries({ recallAtK, precisionAtK, ndcgAtK, mapAtK })) {
  addNumbers([where, 'k'], notPositiveInteger, (k) => metric(lists, held, k));
  add(TypeError, [where, 'k'], 'undefined', () => metric(lists, held, undefined as never));
  add(RangeError, [where, 'truth'], 'none', () => metric(lists, new Map(), 3));
  const notMaps: readonly (readonly [unknown, string])[] = [
    ...notNumbers,
    [undefined, 'undefined'],
    [new Set([1]), 'an object'],
    [[[0, 1]], 'an array of 1'],
  ];
  for (const [value, shown] of notMaps) {
    if (Array.isArray(value) && typeof value[0] === 'object') {
      add(TypeError, [where, 'recs'], '', () => metric(value as never, held, 3));
      continue;
    }
    add(TypeError, [where, 'recs'], shown, () => metric(value as never, held, 3));
    add(TypeError, [where, 'truth'], shown, () => metric(lists, value as never, 3));
  }
  for (const [value, shown] of notNumbers) {
    if (value === null || Array.isArray(value)) continue;
    const recs = new Map<number, never>([[0, value as never]]);
    add(TypeError, [where, 'recs of user 0'], shown, () => metric(recs, held, 3));
  }
  add(TypeError, [where, 'recs of user 0'], 'an object', () =>
    metric(new Map<number, never>([[0, new Int32Array(3) as never]]), held, 3),
  );
  addNumbers([where, 'truth of user 0'], [...notInteger, -1], (item) =>
    metric(lists, new Map([[0, item]]), 3),
  );
  addNumbers([where, 'user of truth'], [NaN, 0.5, -1], (user) =>
    metric(lists, new Map([[user, 1]]), 3),
  );
}

// The catalogue hands bad options on to the class that names them.
const small = syntheticDataset({ nUsers: 5, nItems: 6, nInter: 30 });
add(RangeError, ['ImplicitALS', 'factors'], '0', () =>
  findModel('implicit-als').fit(small, { factors: 0 }),
);
add(RangeError, ['Trending', 'halfLife'], '-3', () =>
  findModel('trending').fit(small, { halfLife: -3 }),
);
add(RangeError, ['findModel', 'id'], 'nobody', () => findModel('nobody'));

function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('a bad call', () => {
  const places = new Set(table.map(({ where, argument }) => `${where}: ${argument}`));

  test('is tried in all sorts', () => {
    expect(table.length).toBeGreaterThan(150);
    console.log(`${table.length} bad calls in ${places.size} places`);
  });

  for (const place of places) {
    const calls = table.filter(({ where, argument }) => `${where}: ${argument}` === place);
    test(`is refused by name: ${place} (${calls.length} values)`, () => {
      for (const { where, argument, came, kind, call } of calls) {
        const error = thrownBy(call);
        const about = `${where}: ${argument}, given ${came}`;
        expect(error, about).toBeInstanceOf(Error);
        if (!(error instanceof Error)) continue;
        expect(error.constructor.name, `${about}: ${error.message}`).toBe(kind.name);
        expect(error.message, about).toContain(`${where}: ${argument}`);
        expect(error.message.startsWith(`${where}: `), `${about}: ${error.message}`).toBe(true);
        if (kind === Error) continue;
        expect(error.message, about).toMatch(/ must (be|have) ./);
        if (came) expect(error.message.endsWith(`got ${came}`), error.message).toBe(true);
      }
    });
  }
});

describe('a hostile log', () => {
  test('whose rows change between two looks is no way around the checks', () => {
    for (const place of [0, 1]) {
      let looks = 0;
      const row = [0, 0, 0] as unknown as [number, number, number];
      Object.defineProperty(row, place, { get: () => (looks++ === 0 ? 0 : 1_000_000) });
      const R = buildMatrix([row], 2, 2);
      expect([Array.from(R.indptr), Array.from(R.indices)]).toEqual([[0, 1, 1], [0]]);
    }
  });

  test('that gives one and the same row again and again is read right', () => {
    function* reused(): Generator<Interaction> {
      const row: [number, number, number] = [0, 0, 0];
      for (const t of range(4)) {
        row[1] = t;
        row[2] = t;
        yield row;
      }
    }
    expect(trainTestSplitLast(reused(), 1)).toEqual({
      train: [
        [0, 0, 0],
        [0, 1, 1],
        [0, 2, 2],
      ],
      test: new Map([[0, 3]]),
    });
    expect(new Popularity().fit(reused(), 1, 4).scores(0)).toEqual(Float64Array.of(1, 1, 1, 1));
  });

  test('that throws is closed, and its own error comes through', () => {
    let closed = false;
    function* failing(): Generator<Interaction> {
      try {
        yield [0, 0, 0];
        yield [0, 9, 0];
      } finally {
        closed = true;
      }
    }
    expect(() => new Popularity().fit(failing(), 1, 2)).toThrow(RangeError);
    expect(closed).toBe(true);
    const boom = new Error('boom');
    const exploding: Iterable<Interaction> = {
      [Symbol.iterator]: () => {
        throw boom;
      },
    };
    expect(thrownBy(() => new Popularity().fit(exploding, 1, 2))).toBe(boom);
  });

  test('without an end is left at its first bad row', () => {
    function* endless(): Generator<Interaction> {
      for (let n = 0; ; n++) yield [0, n, 0];
    }
    expect(() => new Popularity().fit(endless(), 1, 100)).toThrow(/train\[100\]/);
  });
});

describe('numbers that would overflow', () => {
  test('end in an error, never in scores that are not finite', () => {
    const log: Interaction[] = [
      [0, 0, 0],
      [0, 1, 0],
      [1, 1, 0],
    ];
    const fits: readonly (() => Recommender)[] = [
      () => new BPR({ lr: 1e150, epochs: 1, reg: 0, factors: 2 }).fit(log, 2, 3),
      () => new BPR({ lr: 1e80, epochs: 9, reg: 0, factors: 2 }).fit(log, 2, 3),
      () => new BPR({ reg: 1e300, epochs: 2, factors: 2 }).fit(log, 2, 3),
      () => new ImplicitALS({ alpha: 1e300, factors: 2 }).fit(log, 2, 3),
      () => new ImplicitALS({ reg: 1e300, factors: 2 }).fit(log, 2, 3),
      () => new ImplicitALS({ reg: 1e-300, alpha: 0, factors: 2 }).fit(log, 2, 3),
      () => new ContentBased().fit(log, Matrix.mul(feats, 1e150), 2, 4),
      () => new ContentBased().fit(log, Matrix.mul(feats, 1e200), 2, 4),
      () => new ContentBased().fit(log, Matrix.mul(feats, Number.MAX_VALUE / 2), 2, 4),
      () => new ContentBased().fit(log, Matrix.mul(feats, 1e-200), 2, 4),
    ];
    for (const fit of fits) {
      const error = thrownBy(fit);
      if (error !== undefined) {
        const text = error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
        expect(text).toMatch(/^(Range)?Error: \w+\.fit: /);
        continue;
      }
      const scores = Array.from(fit().scores(0));
      expect(
        scores.filter((s) => !Number.isFinite(s)),
        fit.toString(),
      ).toEqual([]);
    }
  });
});
