// Bad calls, as a table. Each must throw the right kind of error, at once, with a message that
// names the function and the argument, what was needed and what came.
import { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import {
  bootstrap,
  compareAll,
  drawSamples,
  gainInterval,
  holm,
  leastUsers,
  overRuns,
  quantileOfT,
  rateInterval,
  signFlip,
} from '../code/evaluation/intervals.ts';
import {
  chanceAmong,
  chanceInSample,
  leakOf,
  readLogs,
  usualSetup,
} from '../code/evaluation/laboratory.ts';
import {
  countTestUsers,
  gainsOf,
  knownUsers,
  leaderboard,
  recommendAll,
  spreadOf,
} from '../code/evaluation/leaderboard.ts';
import { leaderboardOver } from '../code/evaluation/pooled.ts';
import { countTiedTimes, splitAtTime, splitAtTimes } from '../code/evaluation/splits.ts';
import { halfLifeFor, warningsOf } from '../code/evaluation/warnings.ts';
import { findModel, models, syntheticDataset } from '../code/models.ts';
import * as recsys from '../code/recsys.ts';
import {
  alsObjective,
  BPR,
  bprStep,
  buildMatrix,
  columns,
  ContentBased,
  cosine,
  decayWeight,
  drawTaste,
  foldIn,
  ImplicitALS,
  ItemItemCF,
  itemWeights,
  makeSynthetic,
  mapAtK,
  ndcgAtK,
  negativeSampler,
  Popularity,
  precisionAtK,
  Random,
  recallAtK,
  recommendBatch,
  rowOf,
  sampleAny,
  sampleNegative,
  solveRows,
  stackShelves,
  samplePopular,
  similarItems,
  stream,
  topK,
  trainTestSplitLast,
  Trending,
  useBackend,
  userSeen,
  weightSums,
} from '../code/recsys.ts';
import type { FlatMatrix, Interaction, Recommender } from '../code/recsys.ts';
import { chanceOfHit, standings } from '../code/evaluation/standings.ts';
import { thrownBy } from './support/deadline.ts';
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
  /** Fitted, asked by the call, and to be as it was afterwards. */
  readonly model: Recommender | undefined;
}

const table: BadCall[] = [];

function add(
  kind: ErrorConstructor,
  [where, argument]: readonly [where: string, argument: string],
  came: string,
  call: () => unknown,
  model?: Recommender,
): void {
  table.push({ where, argument, came, kind, call, model });
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

/** What breaks when it is touched, and what looks like a number but is none. */
const hostile: readonly (readonly [value: unknown, shown: string])[] = [
  [revoked(), 'an object'],
  [new Proxy([], { get: () => fail() }), 'an object'],
  [{ valueOf: fail, toString: fail, [Symbol.toPrimitive]: fail }, 'an object'],
  [Object.defineProperty([1], 0, { get: fail }), 'an object'],
  [Object.create(null), 'an object'],
  [new Number(3), 'an object'],
  [new Float64Array(1), 'an object'],
  [new Array(5), 'an array of 5'],
  [[[3]], 'an array of 1'],
  ['', '""'],
  ['x'.repeat(1e6), `"${'x'.repeat(40)}"`],
  [new Date(3), 'an object'],
];

function fail(): never {
  throw new Error('do not touch');
}

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** As a message shows a number. */
const shown = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

/** Calls with every value that is not a number, and with these numbers that are not right. */
function addNumbers(
  place: readonly [where: string, argument: string],
  wrong: readonly number[],
  call: (value: never) => unknown,
  model?: Recommender,
): void {
  for (const value of wrong) {
    add(RangeError, place, shown(value), () => call(value as never), model);
  }
  for (const [value, text] of [...notNumbers, ...hostile]) {
    add(TypeError, place, text, () => call(value as never), model);
  }
}

const notFinite = [NaN, Infinity, -Infinity];
const notInteger = [...notFinite, 2.5, -0.5, 2 ** 53, 1e300];
const notPositiveInteger = [...notInteger, 0, -1, -7];
const notSize = [...notPositiveInteger, 1e7 + 1, 2 ** 31, 1e12];
const notSteps = [...notPositiveInteger, 100_001, 2 ** 31];
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
addNumbers(['makeSynthetic', 'nInter'], [...notInteger, -1, 1e7 + 1, 2 ** 31, 1e12], (nInter) =>
  makeSynthetic({ nInter }),
);
addNumbers(['makeSynthetic', 'popWeight'], [...notReal, 1.0001, 2], (popWeight) =>
  makeSynthetic({ popWeight }),
);
for (const name of ['tastePow', 'tailPow']) {
  addNumbers(['makeSynthetic', name], [...notReal, 20.5, 1e9], (v) => makeSynthetic({ [name]: v }));
}
addNumbers(['makeSynthetic', 'repeats'], [...notReal, 1.0001, 2], (repeats) =>
  makeSynthetic({ repeats }),
);
addNumbers(['makeSynthetic', 'drift'], [...notReal, 100.5, 1e9], (drift) =>
  makeSynthetic({ drift }),
);
const pop = Float64Array.of(0.5, 0.3, 0.2);
addNumbers(['itemWeights', 'popWeight'], [...notReal, 1.0001, 2], (w) => itemWeights(pop, w));
for (const g of [2, 3, -1]) {
  add(RangeError, ['stackShelves', 'genre[1]'], String(g), () =>
    stackShelves(Int32Array.of(1, g, 0), pop, 2),
  );
}
const shelves = stackShelves(Int32Array.of(1, 1, 0), pop, 2);
addNumbers(['drawTaste', 'p'], [...notReal, 20.5, 1e9], (p) => drawTaste(() => 0.5, shelves, p));
for (const name of ['nUsers', 'nItems']) {
  add(RangeError, ['makeSynthetic', `${name} x nGenres`], '1000000 x 100', () =>
    makeSynthetic({ [name]: 1e6, nGenres: 100 }),
  );
}
const { probabilities } = makeSynthetic({ nUsers: 3, nItems: 4, nInter: 5 });
addNumbers(['probabilities', 'user'], [...notInteger, -1, 3], (user) => probabilities(user));
addNumbers(['probabilities', 'time'], [...notInteger, -1, 6], (time) => probabilities(0, time));
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
addNumbers(['ImplicitALS', 'iters'], notSteps, (iters) => new ImplicitALS({ iters }));
addNumbers(['BPR', 'epochs'], notSteps, (epochs) => new BPR({ epochs }));
addNumbers(['ImplicitALS', 'reg'], notReal, (reg) => new ImplicitALS({ reg }));
addNumbers(['ImplicitALS', 'alpha'], notReal, (alpha) => new ImplicitALS({ alpha }));
addNumbers(['BPR', 'reg'], notReal, (reg) => new BPR({ reg }));
addNumbers(['BPR', 'lr'], [...notReal, 0], (lr) => new BPR({ lr }));
for (const { name, Class, defaults } of models) {
  for (const option of Object.keys(defaults)) {
    addNumbers([name, option], [NaN, -Infinity], (value) => new Class({ [option]: value }));
  }
}

const small = syntheticDataset({ nUsers: 5, nItems: 6, nInter: 30 });
const optionUsers: readonly (readonly [string, (options: never) => unknown])[] = [
  ['makeSynthetic', (o) => makeSynthetic(o)],
  ...models
    .filter(({ defaults }) => Object.keys(defaults).length > 0)
    .map(({ name, Class }): [string, (options: never) => unknown] => [name, (o) => new Class(o)]),
  ['trainTestSplitLast', (o) => trainTestSplitLast(rows, 3, o)],
  ['leaderboard', (o) => leaderboard(small, o)],
];
for (const [where, use] of optionUsers) {
  for (const name of ['facters', 'Seed', '0', 'seed ', '']) {
    add(RangeError, [where, 'option name'], JSON.stringify(name), () =>
      use({ [name]: 3 } as never),
    );
  }
  add(TypeError, [where, 'options'], '[]', () => use([] as never));
  add(TypeError, [where, 'options'], '[7]', () => use([7] as never));
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

// Fitted models. No bad call may change them.
const random = new Random().fit(rows, 3, 4);
const popularity = new Popularity().fit(rows, 3, 4);
const trending = new Trending().fit(rows, 3, 4);
const contentBased = new ContentBased().fit(rows, feats, 3, 4);
const itemItem = new ItemItemCF().fit(rows, 3, 4);
const als = new ImplicitALS({ factors: 2 }).fit(rows, 3, 4);
const bpr = new BPR({ factors: 2 }).fit(rows, 3, 4);
/** The models with a file of their own, fitted on the same rows. */
const further = models
  .filter(({ name }) => !(name in recsys))
  .map((entry) => {
    const data = { train: rows, test: new Map(), itemFeats: feats, nUsers: 3, nItems: 4 };
    const model = entry.fit(data) as Recommender & { fit(...log: unknown[]): unknown };
    return { ...entry, model };
  });

// The log, its ids, times and sizes: every function that takes one.
type TakesLog = (log: never, nUsers: never, nItems: never) => unknown;
const logUsers: readonly (readonly [where: string, take: TakesLog, model?: Recommender])[] = [
  ['userSeen', (log, nUsers) => userSeen(log, nUsers)],
  ['trainTestSplitLast', (log, nUsers) => trainTestSplitLast(log, nUsers)],
  ['buildMatrix', (...log) => buildMatrix(...log)],
  ['Random.fit', (...log) => random.fit(...log), random],
  ['Popularity.fit', (...log) => popularity.fit(...log), popularity],
  ['Trending.fit', (...log) => trending.fit(...log), trending],
  ['ContentBased.fit', (log, ...sizes) => contentBased.fit(log, feats, ...sizes), contentBased],
  ['ItemItemCF.fit', (...log) => itemItem.fit(...log), itemItem],
  ['ImplicitALS.fit', (...log) => als.fit(...log), als],
  ['BPR.fit', (...log) => bpr.fit(...log), bpr],
  ...further.map(({ name, features, model }): (typeof logUsers)[number] => [
    `${name}.fit`,
    (...[log, ...sizes]) => model.fit(log, ...(features ? [feats] : []), ...sizes),
    model,
  ]),
];
for (const [where, take, model] of logUsers) {
  const knowsItems = take.length === 0;
  const name = where === 'trainTestSplitLast' ? 'interactions' : 'train';
  const fit = (log: unknown): unknown => take(log as never, 3 as never, 4 as never);
  addNumbers([where, 'nUsers'], notSize, (v) => take(rows as never, v, 4 as never), model);
  add(TypeError, [where, 'nUsers'], 'undefined', () =>
    take(rows as never, undefined as never, 4 as never),
  );
  if (knowsItems) {
    addNumbers([where, 'nItems'], notSize, (v) => take(rows as never, 3 as never, v), model);
  }

  const notIterable: readonly (readonly [unknown, string])[] = [
    ...notNumbers.filter(([value]) => !Array.isArray(value)),
    [undefined, 'undefined'],
    [5, '5'],
    [{ length: 2, 0: [0, 0, 0] }, 'an object'],
    [{ [Symbol.iterator]: 5 }, 'an object'],
  ];
  for (const [value, shown] of notIterable) {
    add(TypeError, [where, name], shown, () => fit(value), model);
  }
  // An iterator gives its rows once: whoever reads it next would learn nothing, and say nothing.
  for (const spent of [
    rows.values(),
    new Set(rows).values(),
    (function* () {
      yield* rows;
    })(),
  ]) {
    userSeen(spent, 3);
    add(RangeError, [where, name], 'an object', () => fit(spent), model);
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
    add(TypeError, [where, `${name}[1]`], shown, () => fit([rows[0], value]), model);
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
    const withOne = (value: number): unknown => {
      const row: number[] = [1, 1, 1];
      row[place] = value;
      return fit([rows[0], row, rows[2]]);
    };
    addNumbers([where, `${part} of ${name}[1]`], wrong, withOne, model);
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
  ['ContentBased.fit', 'itemFeats', (m) => contentBased.fit(rows, m, 3, 4)],
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
    [{ klass: 'Matrix' }, 'an object'],
    [{ klass: 'Matrix', rows: 4, columns: 2 }, 'an object'],
    [{ klass: 'Matrix', rows: 4, columns: NaN, get: () => 0 }, 'an object'],
    [{ klass: 'Matrix', rows: 4, columns: 2 ** 31, get: () => 0 }, 'an object'],
    [{ klass: 'Matrix', rows: -4, columns: '2', get: () => 0 }, 'an object'],
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
for (const [value, shown] of [...notNumbers, ...hostile]) {
  const liar = { klass: 'Matrix', rows: 4, columns: 2, get: () => value };
  add(RangeError, ['ContentBased.fit', 'itemFeats[0, 0]'], shown, () =>
    contentBased.fit(rows, liar as never, 3, 4),
  );
}
add(RangeError, ['ContentBased.fit', 'itemFeats'], '4 x 60000000', () => {
  const vast = { klass: 'Matrix', rows: 4, columns: 6e7, get: () => 0 };
  return contentBased.fit(rows, vast as never, 3, 4);
});
for (const [where, Class] of [
  ['ImplicitALS.fit', ImplicitALS],
  ['BPR.fit', BPR],
] as const) {
  add(RangeError, [where, 'nUsers x factors'], '20000 x 4096', () =>
    new Class({ factors: 4096 }).fit(rows, 20_000, 4),
  );
  add(RangeError, [where, 'nItems x factors'], '20000 x 4096', () =>
    new Class({ factors: 4096 }).fit(rows, 3, 20_000),
  );
}
for (const width of [1, 3]) {
  const zeros = { userFactors: Matrix.zeros(3, width), itemFactors: Matrix.zeros(4, width) };
  add(RangeError, ['ImplicitALS.fit', 'init.userFactors'], `[3 x ${width}]`, () =>
    new ImplicitALS({ factors: 2, init: zeros }).fit(rows, 3, 4),
  );
}

// Questions to a model: the user, and k.
const fittedModels: Readonly<Record<string, Recommender>> = {
  ...Object.fromEntries(further.map(({ name, model }) => [name, model])),
  Random: random,
  Popularity: popularity,
  Trending: trending,
  ContentBased: contentBased,
  ItemItemCF: itemItem,
  ImplicitALS: als,
  BPR: bpr,
};
for (const [name, model] of Object.entries(fittedModels)) {
  const notUser = [...notInteger, -1, 3, 2 ** 31];
  addNumbers([`${name}.recommend`, 'user'], notUser, (user) => model.recommend(user, 2), model);
  addNumbers([`${name}.scores`, 'user'], notUser, (user) => model.scores(user), model);
  const notK = [...notPositiveInteger, -0];
  addNumbers([`${name}.recommend`, 'k'], notK, (k) => model.recommend(0, k), model);
  // A stranger and a user with a bad k: the k is bad all the same.
  add(RangeError, [`${name}.recommend`, 'k'], '0', () => model.recommend(2, 0), model);
  for (const ask of ['recommend', 'scores'] as const) {
    const nobody = () => model[ask](undefined as never);
    add(TypeError, [`${name}.${ask}`, 'user'], 'undefined', nobody, model);
  }
}
addNumbers(['ContentBased.profile', 'user'], [-1, 3, 0.5, NaN], (u) => contentBased.profile(u));
addNumbers(['ItemItemCF.similarity', 'item'], [-1, 4, 0.5, NaN], (i) => itemItem.similarity(i));

// Questions before fit, of every method and getter of every model.
for (const { name, Class } of models) {
  for (const asked of Object.getOwnPropertyNames(Class.prototype)) {
    if (asked === 'constructor' || asked === 'fit') continue;
    add(Error, [`${name}.${asked}`, 'call fit first'], '', () => {
      const model = new Class();
      const found: unknown = Reflect.get(model, asked);
      return typeof found === 'function' ? Reflect.apply(found, model, [0, 0]) : found;
    });
  }
}

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
    if (Array.isArray(value)) continue;
    const recs = new Map<number, never>([[0, value as never]]);
    add(TypeError, [where, 'recs of user 0'], shown, () => metric(recs, held, 3));
  }
  add(TypeError, [where, 'recs of user 0'], 'an object', () =>
    metric(new Map<number, never>([[0, new Int32Array(3) as never]]), held, 3),
  );
  addNumbers([where, 'recs of user 0[1]'], [...notInteger, -1], (item) =>
    metric(new Map([[0, [1, item, 2]]]), held, 3),
  );
  add(TypeError, [where, 'recs of user 0[0]'], 'undefined', () =>
    metric(new Map([[0, new Array<number>(2 ** 32 - 1)]]), held, Number.MAX_SAFE_INTEGER),
  );
  addNumbers([where, 'truth of user 0'], [...notInteger, -1], (item) =>
    metric(lists, new Map([[0, item]]), 3),
  );
  addNumbers([where, 'user of truth'], [NaN, 0.5, -1], (user) =>
    metric(lists, new Map([[user, 1]]), 3),
  );
}

// The catalogue hands bad options on to the class that names them.
add(RangeError, ['ImplicitALS', 'factors'], '0', () =>
  findModel('implicit-als').fit(small, { factors: 0 }),
);
add(RangeError, ['Trending', 'halfLife'], '-3', () =>
  findModel('trending').fit(small, { halfLife: -3 }),
);
for (const [id, name] of [
  ['popularity', 'Popularity'],
  ['item-item-cf', 'ItemItemCF'],
  ['bpr', 'BPR'],
] as const) {
  add(RangeError, [name, 'option name'], '"halfLife"', () =>
    findModel(id).fit(small, { halfLife: 1 }),
  );
}
add(RangeError, ['findModel', 'id'], '"nobody"', () => findModel('nobody'));
for (const [value, shown] of [...notNumbers, ...hostile]) {
  add(RangeError, ['findModel', 'id'], shown, () => findModel(value as never));
}

// The split's option, the leaderboard and its statistics.
for (const value of ['first', 'LAST', '', 'constructor']) {
  add(RangeError, ['trainTestSplitLast', 'holdOut'], JSON.stringify(value), () =>
    trainTestSplitLast(rows, 3, { holdOut: value as never }),
  );
}
for (const [value, shown] of [...notNumbers, ...hostile]) {
  if (typeof value === 'string') continue;
  add(TypeError, ['trainTestSplitLast', 'holdOut'], shown, () =>
    trainTestSplitLast(rows, 3, { holdOut: value as never }),
  );
}
addNumbers(['leaderboard', 'k'], notPositiveInteger, (k) => leaderboard(small, { k }));
addNumbers(['leaderboard', 'samples'], [...notPositiveInteger, 2 ** 31], (samples) =>
  leaderboard(small, { samples }),
);
addNumbers(['leaderboard', 'seed'], notInteger, (seed) => leaderboard(small, { seed }));
for (const [value, shown] of [
  [null, 'null'],
  [{}, 'an object'],
  ['bpr', '"bpr"'],
] as const) {
  const entries = value as never;
  add(TypeError, ['leaderboard', 'entries'], shown, () => leaderboard(small, { entries }));
}
for (const [value, shown] of [
  [undefined, 'undefined'],
  [null, 'null'],
  [[1], '[1]'],
] as const) {
  const test_ = value as never;
  add(TypeError, ['leaderboard', 'test of data'], shown, () =>
    leaderboard({ ...small, test: test_ }),
  );
}
add(TypeError, ['leaderboard', 'test of data'], 'undefined', () => leaderboard(null as never));
add(RangeError, ['leaderboard', 'test of data'], 'an object', () =>
  leaderboard({ ...small, test: new Map() }),
);
addNumbers(['drawSamples', 'size'], notSize, (size) => drawSamples(size, 3, 0));
addNumbers(['drawSamples', 'samples'], [...notPositiveInteger, 2 ** 31], (samples) =>
  drawSamples(3, samples, 0),
);
addNumbers(['drawSamples', 'seed'], notInteger, (seed) => drawSamples(3, 3, seed));
add(RangeError, ['bootstrap', 'number of values'], '2', () =>
  bootstrap([1, 2], drawSamples(3, 3, 0)),
);
add(RangeError, ['bootstrap', 'number of values'], '0', () =>
  bootstrap([], { size: 0, places: new Int32Array(0) }),
);
add(
  RangeError,
  ['compareAll', 'number of gains of b'],
  '4',
  () =>
  compareAll(new Map([['a', [1, 0, 1]], ['b', [1, 0, 1, 1]]])), // prettier-ignore
);
add(RangeError, ['overRuns', 'number of values'], '0', () => overRuns([]));
addNumbers(['quantileOfT', 'freedom'], [...notInteger, -1], (freedom) => quantileOfT(freedom));
addNumbers(['chanceOfHit', 'k'], [...notInteger, -1], (k) => chanceOfHit(null, k, 'random'));
for (const [value, shown] of [
  [undefined, 'undefined'],
  ['first', '"first"'],
  [null, 'null'],
] as const) {
  add(RangeError, ['chanceOfHit', 'rule'], shown, () => chanceOfHit(null, 3, value as never));
}

// What the figures call.
const flat: FlatMatrix = { data: new Float64Array(12), height: 3, width: 4, stride: 4 };
const step = { lr: 0.1, reg: 0.1 };
const notRowNumber = [...notInteger, -1, 3, 2 ** 31];
addNumbers(['bprStep', 'u'], notRowNumber, (u) => bprStep(flat, flat, u, 0, 1, step));
addNumbers(['bprStep', 'i'], notRowNumber, (i) => bprStep(flat, flat, 0, i, 1, step));
addNumbers(['bprStep', 'j'], notRowNumber, (j) => bprStep(flat, flat, 0, 1, j, step));
const everything = range(4).map((i): Interaction => [2, i, 0]);
const R = buildMatrix([...rows, ...everything], 3, 4);
addNumbers(['rowOf', 'r'], notRowNumber, (r) => rowOf(R, r));
for (const u of [2, 3, -1, 0.5, NaN, Infinity]) {
  add(RangeError, ['sampleNegative', 'u'], String(u), () => sampleNegative(() => 0.5, R, u));
  add(RangeError, ['samplePopular', 'u'], String(u), () =>
    samplePopular(() => 0.5, R, u, weightSums(R)),
  );
}
for (const i of [4, -1, 0.5, NaN, Infinity]) {
  add(RangeError, ['sampleAny', 'i'], String(i), () => sampleAny(() => 0.5, R, i));
}
add(RangeError, ['sampleAny', 'i'], '0', () =>
  sampleAny(() => 0.5, buildMatrix([[0, 0, 0]], 1, 1), 0),
);
for (const [where, name, use] of [
  ['ImplicitALS', 'solver', (solver: never) => new ImplicitALS({ solver })],
  ['ImplicitALS', 'precision', (precision: never) => new ImplicitALS({ precision })],
  ['BPR', 'precision', (precision: never) => new BPR({ precision })],
] as const) {
  for (const value of ['CG', '', 'constructor']) {
    add(RangeError, [where, name], JSON.stringify(value), () => use(value as never));
  }
  for (const [value, shown] of [...notNumbers, ...hostile]) {
    if (typeof value === 'string') continue;
    add(TypeError, [where, name], shown, () => use(value as never));
  }
}
addNumbers(
  ['ImplicitALS', 'cgSteps'],
  notPositiveInteger,
  (cgSteps) => new ImplicitALS({ cgSteps }),
);
for (const value of ['WASM', '', 'constructor']) {
  add(RangeError, ['useBackend', 'name'], JSON.stringify(value), () => useBackend(value as never));
}
for (const [value, shown] of [...notNumbers, ...hostile]) {
  if (typeof value === 'string') continue;
  add(TypeError, ['useBackend', 'name'], shown, () => useBackend(value as never));
}
for (const [where, use] of [
  ['BPR', (negatives: never) => new BPR({ negatives })],
  ['negativeSampler', (negatives: never) => negativeSampler(R, negatives)],
] as const) {
  for (const value of ['all', 'UNSEEN', '', 'constructor', 'toString']) {
    add(RangeError, [where, 'negatives'], JSON.stringify(value), () => use(value as never));
  }
  for (const [value, shown] of [...notNumbers, ...hostile]) {
    if (typeof value === 'string') continue;
    add(TypeError, [where, 'negatives'], shown, () => use(value as never));
  }
}
const scores = Float64Array.of(1, 2, 3);
addNumbers(['topK', 'k'], notPositiveInteger, (k) => topK(scores, [], k));
for (const [value, shown] of [...notNumbers, [undefined, 'undefined'] as const]) {
  add(TypeError, ['topK', 'scores'], shown, () => topK(value as never, [], 1));
  if (typeof value === 'string' || typeof value === 'function' || Array.isArray(value)) continue;
  add(TypeError, ['topK', 'seen'], shown, () => topK(scores, value as never, 1));
}
for (const k of [1, 2, 100]) {
  add(RangeError, ['topK', 'scores[1]'], 'NaN', () => topK(Float64Array.of(1, NaN, 3), [], k));
}
addNumbers(['decayWeight', 'age'], notReal, (age) => decayWeight(age, 10));
addNumbers(['decayWeight', 'halfLife'], notHalfLife, (halfLife) => decayWeight(3, halfLife));
const Y = new Matrix([[1, 0], [0, 1], [1, 1]]); // prettier-ignore
addNumbers(['foldIn', 'reg'], notReal, (reg) => foldIn(Y, [0], { reg }));
addNumbers(['foldIn', 'alpha'], notReal, (alpha) => foldIn(Y, [0], { alpha }));
addNumbers(['foldIn', 'items[1]'], [...notInteger, -1, 3], (item) => foldIn(Y, [0, item]));
add(RangeError, ['foldIn', 'reg'], '0', () => foldIn(Matrix.zeros(3, 2), [0], { reg: 0 }));
add(
  RangeError,
  ['foldIn', 'itemFactors[2, 1]'],
  'NaN',
  () =>
  foldIn(new Matrix([[1, 0], [0, 1], [1, NaN]]), [0]), // prettier-ignore
);
for (const [value, shown] of notNumbers) {
  add(TypeError, ['foldIn', 'itemFactors'], shown, () => foldIn(value as never, [0]));
  if (Array.isArray(value)) continue;
  add(TypeError, ['foldIn', 'items'], shown, () => foldIn(Y, value as never));
}
// R is [3 x 4].
const [threeRows, fourRows] = [3, 4].map((height): FlatMatrix => {
  return { data: new Float64Array(4 * height), height, width: 2, stride: 4 };
});
for (const [where, kernel] of Object.entries({ solveRows, alsObjective })) {
  const settings = { reg: 1, alpha: 1 };
  addNumbers([where, 'X.height'], [...notInteger, 2, 4], (height) =>
    kernel({ ...threeRows, height }, R, fourRows, settings),
  );
  addNumbers([where, 'Y.height'], [...notInteger, 3, 5], (height) =>
    kernel(threeRows, R, { ...fourRows, height }, settings),
  );
  addNumbers([where, 'X.stride'], [...notInteger, 3, 5], (stride) =>
    kernel({ ...threeRows, stride }, R, fourRows, settings),
  );
  for (const stride of [2, 6]) {
    add(RangeError, [where, 'Y.stride'], String(stride), () =>
      kernel({ ...threeRows, stride }, R, { ...fourRows, stride }, settings),
    );
  }
}
// What is in the way of a list: not ascending, there twice, no item of the catalogue.
for (const [seen, n, came] of [
  [[2, 0], 1, '0'],
  [[0, 0, 2], 1, '0'],
  [[0, 1, 3], 2, '3'],
  [[-1], 0, '-1'],
  [[0.5], 0, '0.5'],
  [[NaN], 0, 'NaN'],
] as const) {
  for (const k of [1, 2, 100]) {
    add(RangeError, ['topK', `seen[${n}]`], came, () => topK(scores, seen, k));
  }
}
for (const [value, shown] of notNumbers) {
  add(TypeError, ['topK', 'seen[1]'], shown, () => topK(scores, [0, value] as never, 1));
}
for (const [where, setting] of [
  ['lr', (value: never) => ({ lr: value, reg: 0.1 })],
  ['reg', (value: never) => ({ lr: 0.1, reg: value })],
] as const) {
  addNumbers(['bprStep', where], notReal, (value) =>
    bprStep(threeRows, fourRows, 0, 0, 1, setting(value)),
  );
}
for (const value of [NaN, Infinity, -Infinity]) {
  add(RangeError, ['cosine', 'a · b'], 'NaN', () =>
    cosine(Float64Array.of(1, value), Float64Array.of(1, 2)),
  );
}
for (const [value, shown] of [...notNumbers, ...hostile]) {
  if (typeof value === 'object' && value) continue;
  add(TypeError, ['Popularity', 'options'], shown, () => new Popularity(value as never));
}
for (const option of ['halfLife', 'seed', 'k']) {
  add(
    RangeError,
    ['Popularity', 'option name'],
    `"${option}"`,
    () => new Popularity({ [option]: 3 } as never),
  );
}
// The evaluation keeps the same promise.
addNumbers(
  ['splitAtTime', 'time of interactions[1]'],
  notInteger,
  (time) =>
  splitAtTime([[0, 0, 0], [0, 1, time]]), // prettier-ignore
);
addNumbers(['splitAtTime', 'user of interactions[0]'], [...notInteger, -1], (user) =>
  splitAtTime([[user, 0, 0]]),
);
add(
  TypeError,
  ['splitAtTime', 'interactions[0]'],
  '[0, 1, 5, 9]',
  () =>
  splitAtTime([[0, 1, 5, 9]] as never), // prettier-ignore
);
for (const values of [
  [1, NaN],
  [1, Infinity],
  [1, -Infinity],
]) {
  // prettier-ignore
  const came = shown(values[1]);
  const drawn = drawSamples(2, 3, 0);
  add(RangeError, ['bootstrap', 'values[1]'], came, () => bootstrap(values, drawn));
  add(RangeError, ['overRuns', 'values[1]'], came, () => overRuns(values));
  add(RangeError, ['compareAll', 'gains of a[1]'], came, () =>
    compareAll(new Map([['a', values]])),
  );
}
addNumbers(['holm', 'ps[1]'], [NaN, Infinity, -0.1, 1.1], (p) => holm([0.5, p]));
addNumbers(['spreadOf', 'nItems'], notSize, (nItems) => spreadOf(new Map(), nItems));
addNumbers(['spreadOf', 'item of user 7'], [...notInteger, -1, 3], (item) =>
  spreadOf(new Map([[7, [0, item]]]), 3),
);
for (const [value, came] of [
  [rows.values(), 'an object'],
  [undefined, 'undefined'],
  [null, 'null'],
  ['rows', '"rows"'],
] as const) {
  add(TypeError, ['leaderboard', 'train of data'], came, () =>
    leaderboard({ ...small, train: value } as never),
  );
}
// Times as people write them, and rows with a rating between item and time.
for (const time of ['2018-09-20', '2018-09-20T10:00:00Z', '1537437600', '']) {
  const row = [0, 1, time] as never;
  add(TypeError, ['splitAtTime', 'time of interactions[1]'], JSON.stringify(time), () =>
    splitAtTime([[0, 0, 0], row]),
  );
  add(TypeError, ['splitAtTimes', 'time of interactions[1]'], JSON.stringify(time), () =>
    splitAtTimes([[0, 0, 0], row]),
  );
  add(TypeError, ['countTiedTimes', 'time of interactions[1]'], JSON.stringify(time), () =>
    countTiedTimes([[0, 0, 0], row], 1),
  );
  add(TypeError, ['halfLifeFor', 'time of interactions[1]'], JSON.stringify(time), () =>
    halfLifeFor([[0, 0, 0], row]),
  );
}
for (const [where, read] of [
  ['splitAtTimes', (log: never) => splitAtTimes(log)],
  ['countTiedTimes', (log: never) => countTiedTimes(log, 3)],
  ['halfLifeFor', (log: never) => halfLifeFor(log)],
] as const) {
  add(TypeError, [where, 'interactions[0]'], '[0, 1, 5, 9]', () => read([[0, 1, 5, 9]] as never));
  for (const [value, came] of [...notNumbers, [undefined, 'undefined'] as const]) {
    if (Array.isArray(value)) continue;
    add(TypeError, [where, 'interactions'], came, () => read(value as never));
  }
}
const notShare = [NaN, 0, 1, -0.1, 1.5, Infinity];
addNumbers(['splitAtTime', 'share'], notShare, (share) => splitAtTime([], share));
addNumbers(['splitAtTimes', 'shares[1]'], notShare, (share) => splitAtTimes([], [0.3, share]));
add(RangeError, ['splitAtTimes', 'shares[1]'], '0.5', () => splitAtTimes([], [0.5, 0.5]));
for (const [value, came] of [
  [0.5, '0.5'],
  [[], '[]'],
  [null, 'null'],
  ['0.5', '"0.5"'],
] as const) {
  // prettier-ignore
  add(TypeError, ['splitAtTimes', 'shares'], came, () => splitAtTimes([], value as never));
}
addNumbers(['trainTestSplitLast', 'tieSeed'], notInteger, (tieSeed) =>
  trainTestSplitLast(rows, 3, { tieSeed }),
);
addNumbers(['countTiedTimes', 'nUsers'], notSize, (nUsers) => countTiedTimes([], nUsers));
addNumbers(['halfLifeFor', 'share'], [NaN, 0, -1, Infinity], (share) => halfLifeFor(rows, share));
// A split whose rows can be read once, and what is no split.
for (const [where, use] of [
  ['countTestUsers', (data: never) => countTestUsers(data)],
  ['knownUsers', (data: never) => knownUsers(data)],
  ['standings', (data: never) => standings(new Popularity(), data)],
  ['warningsOf', (data: never) => warningsOf(data, [])],
] as const) {
  add(TypeError, [where, 'train of data'], 'an object', () =>
    use({ ...small, train: small.train.values() } as never),
  );
  add(TypeError, [where, 'test of data'], 'undefined', () => use(null as never));
  add(RangeError, [where, 'test of data'], 'an object', () =>
    use({ ...small, test: new Map() } as never),
  );
}
for (const [value, came] of [
  [null, 'null'],
  [3, '3'],
  [small, 'an object'],
] as const) {
  // prettier-ignore
  add(TypeError, ['leaderboardOver', 'cuts'], came, () => leaderboardOver(value as never));
}
add(TypeError, ['leaderboardOver', 'cuts[1]'], 'null', () =>
  leaderboardOver([small, null] as never),
);
add(RangeError, ['leaderboardOver', 'cuts'], '[]', () => leaderboardOver([]));
for (const listener of ['onProgress', 'onRow', 'onWarning']) {
  add(TypeError, ['leaderboard', listener], '3', () => leaderboard(small, { [listener]: 3 }));
}
addNumbers(['recommendAll', 'k'], notPositiveInteger, (k) =>
  recommendAll(new Popularity(), small.test, k),
);
addNumbers(['gainsOf', 'k'], notPositiveInteger, (k) => gainsOf('recall', [1], k));
addNumbers(['gainsOf', 'ranks[1]'], [...notInteger, -1], (rank) => gainsOf('map', [1, rank], 5));
for (const name of ['Recall', 'hitRate', '', 'constructor', 'toString']) {
  add(RangeError, ['gainsOf', 'metric'], JSON.stringify(name), () =>
    gainsOf(name as never, [1], 5),
  );
}
const [oneOfThree, twoDrawn] = [[0, 0, 1], drawSamples(2, 3, 0)];
addNumbers(['rateInterval', 'n'], notSize, (n) => rateInterval(0, n));
addNumbers(['rateInterval', 'hits'], [...notInteger, -1, 4], (hits) => rateInterval(hits, 3));
addNumbers(['gainInterval', 'most'], [NaN, 0, -1, Infinity], (most) =>
  gainInterval([1, 0], most, twoDrawn),
);
add(RangeError, ['gainInterval', 'gains[0]'], '2', () => gainInterval([2, 0], 1, twoDrawn));
add(RangeError, ['gainInterval', 'gains[1]'], '-1', () => gainInterval([1, -1], 1, twoDrawn));
add(RangeError, ['gainInterval', 'number of values'], '3', () =>
  gainInterval(oneOfThree, 1, twoDrawn),
);
for (const [value, came] of [
  [null, 'null'],
  [undefined, 'undefined'],
  [{}, 'an object'],
] as const) {
  // prettier-ignore
  add(TypeError, ['gainInterval', 'drawn'], came, () => gainInterval([1, 0], 1, value as never));
  add(TypeError, ['bootstrap', 'drawn'], came, () => bootstrap([1, 0], value as never));
  add(TypeError, ['bootstrap', 'values'], came, () => bootstrap(value as never, twoDrawn));
  add(TypeError, ['overRuns', 'values'], came, () => overRuns(value as never));
  add(TypeError, ['holm', 'ps'], came, () => holm(value as never));
  add(TypeError, ['signFlip', 'differences'], came, () => signFlip(value as never));
  add(TypeError, ['compareAll', 'gains'], came, () => compareAll(value as never));
  add(TypeError, ['spreadOf', 'lists'], came, () => spreadOf(value as never, 3));
  add(TypeError, ['gainsOf', 'ranks'], came, () => gainsOf('map', value as never, 5));
}
addNumbers(['signFlip', 'differences[1]'], [NaN, Infinity, -Infinity], (d) => signFlip([0.5, d]));
addNumbers(
  ['compareAll', 'gains of b[1]'],
  [NaN, -0.1, 1.1, Infinity],
  (gain) =>
  compareAll(new Map([['a', [1, 0]], ['b', [0, gain]]])), // prettier-ignore
);
addNumbers(['compareAll', 'most'], [NaN, 0, -1, Infinity], (most) => compareAll(new Map(), most));
add(RangeError, ['compareAll', 'number of users'], '5', () =>
  compareAll(new Map(['a', 'b'].map((id) => [id, [1, 1, 1, 0, 0]]))),
);
addNumbers(['leastUsers', 'models'], notPositiveInteger, (models) => leastUsers(models));
// The laboratory.
for (const [n, argument] of ['N', 'A', 'm', 'k'].entries()) {
  const given = [9, 3, 4, 2];
  addNumbers(['chanceAmong', argument], [...notInteger, -1], (value) => {
    const [N, A, m, k] = given.with(n, value);
    return chanceAmong(N, A, m, k);
  });
}
add(RangeError, ['chanceAmong', 'A'], '10', () => chanceAmong(9, 10, 4, 2));
addNumbers(['chanceInSample', 'm'], [...notInteger, -1], (m) =>
  chanceInSample(null, 3, 'random', m),
);
add(RangeError, ['readLogs', 'logs'], '[]', () => readLogs([], usualSetup));
add(TypeError, ['leakOf', 'train'], 'an object', () =>
  leakOf(small.train.values() as never, small.test, small.train),
);
add(TypeError, ['leakOf', 'test'], 'null', () => leakOf(small.train, null as never, small.train));
// Kernels: one setting that is no number poisons every row.
for (const [where, kernel] of Object.entries({ solveRows, alsObjective })) {
  for (const setting of ['reg', 'alpha']) {
    addNumbers([where, setting], notReal, (value) =>
      kernel(threeRows, R, fourRows, { reg: 1, alpha: 1, [setting]: value }),
    );
  }
}
for (const value of [NaN, -1, Infinity]) {
  add(RangeError, ['itemWeights', 'pop[1]'], String(value), () =>
    itemWeights(Float64Array.of(1, value), 0.5),
  );
  add(RangeError, ['stackShelves', 'weight[1]'], String(value), () =>
    stackShelves(Int32Array.of(0, 1), Float64Array.of(1, value), 2),
  );
}
add(RangeError, ['itemWeights', 'sum of pop'], '0', () => itemWeights(new Float64Array(3), 0.5));
add(RangeError, ['cosine', 'b'], '2', () => cosine(scores, scores.subarray(1)));
addNumbers(['stream', 'seed'], notInteger, (seed) => stream('a purpose', seed));
addNumbers(['stream', 'user'], [...notInteger, -1], (user) => stream('a purpose', 0, user));
for (const [value, shown] of [
  [undefined, 'undefined'],
  [3, '3'],
  [{}, 'an object'],
] as const) {
  add(TypeError, ['stream', 'purpose'], shown, () => stream(value as never, 0));
}
// Lists for many users: the list of users, k, and how many numbers come back.
type AsksMany = (users: never, k: never) => unknown;
const askMany: readonly (readonly [where: string, ask: AsksMany, model?: Recommender])[] = [
  ['recommendBatch', (users, k) => recommendBatch(itemItem, users, k), itemItem],
  ['ImplicitALS.recommendBatch', (users, k) => als.recommendBatch(users, k), als],
  ['BPR.recommendBatch', (users, k) => bpr.recommendBatch(users, k), bpr],
];
for (const [where, ask, model] of askMany) {
  const users = [0, 1] as never;
  addNumbers([where, 'k'], [...notPositiveInteger, -0], (k) => ask(users, k), model);
  const notLists = [
    ...notNumbers.filter(([value]) => !Array.isArray(value)),
    [undefined, 'undefined'],
    [3, '3'],
    [{ length: 'two' }, 'an object'],
  ] as const;
  for (const [value, shown] of notLists) {
    add(TypeError, [where, 'users'], shown, () => ask(value as never, 2 as never), model);
  }
  add(RangeError, [where, 'users x k'], '2 x 40000000', () => ask(users, 4e7 as never), model);
  const whose = where === 'recommendBatch' ? 'ItemItemCF.recommend' : where;
  const notUser = [...notInteger, -1, 3, 2 ** 31];
  addNumbers([whose, 'user'], notUser, (user) => ask([0, user] as never, 2 as never), model);
  add(
    TypeError,
    [whose, 'user'],
    'undefined',
    () => ask([0, undefined] as never, 2 as never),
    model,
  );
}
for (const Class of [ImplicitALS, BPR]) {
  add(Error, [`${Class.name}.recommendBatch`, 'call fit first'], '', () =>
    recommendBatch(new Class(), [0], 2),
  );
}
// What else a list must keep to: the same for one list and for many.
type AsksFor = (options: never) => unknown;
const askFor: readonly (readonly [where: string, ask: AsksFor, model: Recommender])[] = [
  ['ItemItemCF.recommend', (options) => itemItem.recommend(0, 2, options), itemItem],
  ['ImplicitALS.recommend', (options) => als.recommend(0, 2, options), als],
  ['ImplicitALS.recommendBatch', (options) => als.recommendBatch([0], 2, options), als],
  ['recommendBatch', (options) => recommendBatch(itemItem, [0], 2, options), itemItem],
];
for (const [where, ask, model] of askFor) {
  for (const option of ['exclude', 'only']) {
    for (const [value, shown] of [
      [3, '3'],
      ['12', '"12"'],
      [null, 'null'],
    ] as const) {
      add(TypeError, [where, option], shown, () => ask({ [option]: value } as never), model);
    }
    const whose = where === 'recommendBatch' ? 'ItemItemCF.recommend' : where;
    for (const [value, shown] of [
      [-1, '-1'],
      [99, '99'],
      [1.5, '1.5'],
    ] as const) {
      add(
        RangeError,
        [whose, `${option}[1]`],
        shown,
        () => ask({ [option]: [0, value] } as never),
        model,
      );
    }
    add(TypeError, [whose, `${option}[0]`], '"1"', () => ask({ [option]: ['1'] } as never), model);
  }
  add(TypeError, [where, 'options'], 'null', () => ask(null as never), model);
  add(RangeError, [where, 'option name'], '"without"', () => ask({ without: [] } as never), model);
}
const compares = (item: unknown, k: unknown = 2) => similarItems(als, item as never, k as never);
addNumbers(['similarItems', 'k'], notPositiveInteger, (k) => compares(0, k), als);
addNumbers(['similarItems', 'item'], [...notInteger, -1, 99], (item) => compares(item), als);
add(TypeError, ['similarItems', 'model'], 'null', () => similarItems(null as never, 0));
add(TypeError, ['similarItems', 'model'], 'an object', () =>
  similarItems(new Popularity() as never, 0),
);
const longLister = { scores: () => scores, recommend: () => [0, 1, 2] };
add(RangeError, ['recommendBatch', 'list of user 1'], '3', () =>
  recommendBatch(longLister, [1], 2),
);

// A log in columns: the arrays themselves. What is in them is checked as rows are.
const fine = { users: Int32Array.of(0), items: Int32Array.of(0), times: Float64Array.of(0) };
for (const [value, shown] of [...notNumbers, [undefined, 'undefined']] as const) {
  const isObject = typeof value === 'object' && value !== null;
  const argument = isObject ? 'users' : 'arrays';
  add(TypeError, ['columns', argument], isObject ? 'undefined' : shown, () =>
    columns(value as never),
  );
  for (const column of ['users', 'items', 'times']) {
    add(TypeError, ['columns', column], shown, () => columns({ ...fine, [column]: value }));
  }
}
add(RangeError, ['columns', 'items'], '2', () => columns({ ...fine, items: new Int32Array(2) }));

/** Exports with no bad call, and why. */
const unchecked: Readonly<Record<string, string>> = {
  backend: 'takes nothing',
  exp: 'answers NaN with NaN, as Math.exp does',
  log: 'answers NaN where Math.log does',
  transpose: 'takes a matrix that the module made, and nothing else',
  similarityRow: 'asks rowOf, which names the row',
  drawItem: 'takes what stackShelves and drawTaste made, and nothing else',
  chances: 'takes what drawTaste made, and nothing else',
  weightSums: 'takes a matrix that the module made, and nothing else',
  recommendFrom: 'refuses in the name of the model that asks it',
  bad: 'makes the errors',
  checkInteger: 'makes the errors',
  checkOptions: 'makes the errors',
};

interface Try {
  readonly bad: BadCall;
  readonly error: unknown;
  /** Of the processor, not of the clock: who else is busy does not matter. */
  readonly milliseconds: number;
}

/** All these calls, one after another; the one that does not end is the last. */
function triesOf(calls: readonly BadCall[]): Try[] {
  const tries: Try[] = [];
  const late = thrownBy(() => {
    for (const bad of calls) {
      const start = process.cpuUsage();
      let error: unknown;
      try {
        bad.call();
      } catch (thrown) {
        error = thrown;
      }
      tries.push({ bad, error, milliseconds: process.cpuUsage(start).user / 1000 });
    }
  }, 300_000);
  if (late) tries.push({ bad: calls[tries.length], error: late, milliseconds: Infinity });
  return tries;
}

/** What is not as it should be about a bad call, in words. */
function wrongWith({ bad, error, milliseconds }: Try): string[] {
  const { where, argument, came, kind } = bad;
  const about = `${where}: ${argument}, given ${came}`;
  if (!(error instanceof Error)) return [`${about}: no error`];
  const { message } = error;
  const right = {
    'took more than a second': milliseconds <= 1000,
    [`is no ${kind.name}`]: error.constructor.name === kind.name,
    'does not begin with the place': message.startsWith(`${where}: ${argument}`),
    'does not say what was needed': kind === Error || / must (be|have) ./.test(message),
    'does not end with what came': kind === Error || !came || message.endsWith(`got ${came}`),
  };
  const wrong = Object.entries(right).filter(([, is]) => !is);
  return wrong.map(([what]) => `${about}: ${what}: ${error.name}: ${message}`);
}

/** All that can be asked of a model. */
const digest = (model: Recommender): string =>
  JSON.stringify(range(3).map((u) => [Array.from(model.scores(u)), model.recommend(u, 4)]));

describe('a bad call', () => {
  const places = new Set(table.map(({ where, argument }) => `${where}: ${argument}`));

  test('is tried in all sorts, at least 300 of them', () => {
    // Two that differ neither in place nor in what the message shows count as one.
    const sorts = new Set(table.map((bad) => `${bad.where}: ${bad.argument}, got ${bad.came}`));
    console.log(
      `${table.length} bad calls: ${sorts.size} that differ by what they show, ` +
        `in ${places.size} places`,
    );
    expect(sorts.size).toBeGreaterThanOrEqual(300);
    expect(places.size).toBeGreaterThan(200);
  });

  test('is tried on every function, method and getter of the module', () => {
    const asked = new Set(table.map(({ where }) => where));
    const classes = models.map(({ name, Class }) => [name, Class] as const);
    const all: Record<string, unknown> = { ...recsys, ...Object.fromEntries(classes) };
    const exported = Object.entries(all).filter(([, value]) => typeof value === 'function');
    const names = exported.flatMap(([name]) => {
      const entry = models.find((one) => one.name === name);
      const shape: unknown = entry ? entry.Class.prototype : {};
      const methods = Object.getOwnPropertyNames(shape);
      const own = methods.filter((method) => method !== 'constructor');
      const withoutOptions = entry && Object.keys(entry.defaults).length === 0;
      return [...(withoutOptions ? [] : [name]), ...own.map((method) => `${name}.${method}`)];
    });
    expect(names.length).toBeGreaterThan(40);
    expect(names.filter((name) => !asked.has(name) && !(name in unchecked))).toEqual([]);
    expect(Object.keys(unchecked).filter((name) => asked.has(name))).toEqual([]);
  });

  for (const place of places) {
    const calls = table.filter(({ where, argument }) => `${where}: ${argument}` === place);
    test(`is refused by name: ${place} (${calls.length} values)`, () => {
      const models = Array.from(new Set(calls.flatMap(({ model }) => model ?? [])));
      const before = models.map(digest);
      expect(triesOf(calls).flatMap(wrongWith)).toEqual([]);
      expect(models.map(digest)).toEqual(before);
    });
  }

  test('that would never end is noticed', () => {
    const error = thrownBy(() => {
      for (;;);
    }, 20);
    expect(String(error)).toBe('Error: did not end within 20 ms');
    expect(thrownBy(() => 3)).toBeUndefined();
  });
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

  test('without an end and without a bad row is left after 10 million rows', () => {
    let given = 0;
    const row = { done: false, value: [0, 0, 0] };
    const endless = {
      [Symbol.iterator]: () => ({
        next: () => {
          given++;
          return row;
        },
      }),
    };
    const error = thrownBy(() => userSeen(endless as never, 1), 300_000);
    expect(String(error)).toBe(
      'RangeError: userSeen: train must have at most 10000000 rows, got more',
    );
    expect(given).toBe(10_000_001);
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
