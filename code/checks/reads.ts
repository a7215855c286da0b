/** How fit reads a log: any iterable, once, and without a change. */
import { columns } from '../recsys.ts';
import type { Interaction } from '../recsys.ts';
import type { CaseLog } from './cases.ts';
import {
  firstFall,
  pick,
  promise,
  sameAnswers,
  shuffled,
} from './promise.ts';
import type { Trial } from './trial.ts';
import { broken, copyOf, mustNotThrow, nothingToSee } from './trial.ts';
import { say } from './words.ts';

// #region fitted-on
/** The same answers as ever, when fit is given the log in another way. */
function fitsOn(
  trial: Trial,
  data: CaseLog,
  train: Iterable<Interaction>,
  what: string,
): void {
  const expected = trial.answers(trial.fitted(data), data);
  const model = trial.make();
  mustNotThrow(`fit on ${what}`, () => trial.fit(model, data, { train }));
  sameAnswers(expected, trial.answers(model, data), [
    'when fitted on an array',
    `when fitted on ${what}`,
  ]);
}
// #endregion fitted-on

// #region any-iterable
/** An iterable that can be read only once. */
function* oneByOne(rows: readonly Interaction[]): Generator<Interaction> {
  yield* rows;
}

function inColumns(rows: readonly Interaction[]): Iterable<Interaction> {
  return columns({
    users: Int32Array.from(rows, ([user]) => user),
    items: Int32Array.from(rows, ([, item]) => item),
    times: Float64Array.from(rows, ([, , time]) => time),
  });
}

const iterables: readonly {
  readonly what: string;
  readonly of: (rows: readonly Interaction[]) => Iterable<Interaction>;
}[] = [
  { what: 'a Set', of: (rows) => new Set(rows) },
  { what: 'the iterator of an array', of: (rows) => rows.values() },
  {
    what: 'the values of a Map',
    of: (rows) => new Map(rows.map((row, n) => [n, row])).values(),
  },
  { what: 'a generator', of: oneByOne },
  { what: 'columns', of: inColumns },
  {
    what: 'an object with Symbol.iterator',
    of: (rows) => ({ [Symbol.iterator]: () => rows[Symbol.iterator]() }),
  },
];

const anyIterable = promise({
  name: 'any iterable',
  sentence:
    'A log may come as any iterable, also as one that can be read only ' +
    'once.',
  logs: 'any',
  after: 'same bits',
  holds: (trial, { data, salt }) => {
    const { what, of } = pick(iterables, salt);
    fitsOn(trial, data, of(copyOf(data.rows)), what);
  },
});
// #endregion any-iterable

const readOnce = promise({
  name: 'read once',
  sentence: 'A log is read no more than once.',
  logs: 'any',
  holds: (trial, { data }) => {
    trial.fitted(data);
    const rows = copyOf(data.rows);
    let reads = 0;
    const train: Iterable<Interaction> = {
      [Symbol.iterator]: () => {
        reads++;
        return rows[Symbol.iterator]();
      },
    };
    trial.fit(trial.make(), data, { train });
    if (reads > 1) broken(`fit read the log ${reads} times`);
  },
});

const frozenLog = promise({
  name: 'frozen log',
  sentence: 'A frozen log is accepted.',
  logs: 'any',
  after: 'same bits',
  holds: (trial, { data }) => {
    const rows = copyOf(data.rows).map((row) => Object.freeze(row));
    fitsOn(trial, data, Object.freeze(rows), 'a frozen array');
  },
});

const logUntouched = promise({
  name: 'log untouched',
  sentence: 'No log is changed, neither by fit nor by a question.',
  logs: 'any',
  holds: (trial, { data }) => {
    const model = trial.fitted(data);
    const train = copyOf(data.rows);
    trial.fit(model, data, { train });
    trial.answers(model, data);
    const same = (row: readonly number[], n: number) =>
      row.length === 3 && row.every((v, m) => v === data.rows[n]?.[m]);
    if (train.length === data.rows.length && train.every(same)) return;
    broken(`fit was given ${say(data.rows)} and left ${say(train)}`);
  },
});

const logChangedLater = promise({
  name: 'log changed later',
  sentence: 'Changing the log after fit does not change the model.',
  logs: 'any',
  holds: (trial, { data }) => {
    if (data.rows.length === 0) nothingToSee();
    const train = copyOf(data.rows);
    const model = trial.fitted(data);
    trial.fit(model, data, { train });
    const before = trial.settled(model, data);
    for (const row of train) row.fill(0);
    train.length = 1;
    sameAnswers(before, trial.answers(model, data), [
      'before',
      'after the caller had overwritten the log',
    ]);
  },
});

// #region row-order
const rowOrder = promise({
  name: 'row order',
  sentence:
    'The order of the rows does not matter, not even for the last bit of ' +
    'a sum.',
  logs: 'any',
  after: 'same bits',
  holds: (trial, { data, salt }) => {
    if (data.rows.length < 2) nothingToSee();
    const rows = shuffled(data.rows, salt);
    const one = trial.answers(trial.fitted(data), data);
    const other = trial.answers(trial.fitted({ ...data, rows }), data);
    sameAnswers(one, other, [
      'with the rows in this order',
      `with the rows as ${say(rows)}`,
    ]);
  },
});
// #endregion row-order

// #region kept-order
/** Breaks the promise where an item falls behind another. */
function keepsOrder(trial: Trial, data: CaseLog, other: CaseLog): void {
  const one = trial.answers(trial.fitted(data), data);
  const two = trial.answers(trial.fitted(other), other);
  for (const user of one.users) {
    const [a, b] = [one.scores[user], two.scores[user]];
    const fall = firstFall(a, b);
    if (!fall) continue;
    broken(
      `scores(${user}) gave ${say(a)}, with item ${fall[0]} above item ` +
        `${fall[1]}; on the rows ${say(other.rows)} it is not: ${say(b)}`,
    );
  }
}

const doubledLog = promise({
  name: 'doubled log',
  sentence:
    'A log in which every row comes twice says nothing new: what was ' +
    'above stays above.',
  logs: 'any',
  after: 'same bits',
  holds: (trial, { data }) => {
    if (data.rows.length === 0) nothingToSee();
    const rows = data.rows.flatMap((row) => [row, row]);
    keepsOrder(trial, data, { ...data, rows });
  },
});

const otherClock = promise({
  name: 'other clock',
  sentence:
    'It does not matter when the clock began: with all times later, what ' +
    'was above stays above.',
  logs: 'any',
  after: 'same bits',
  holds: (trial, { data, salt }) => {
    const by = pick([1, -1, 1000, -86_400, 1_700_000_000_000], salt);
    const rows = data.rows.map(([u, i, t]): Interaction => [u, i, t + by]);
    const exact = rows.every(([, , t]) => Number.isSafeInteger(t));
    if (rows.length === 0 || !exact) nothingToSee();
    keepsOrder(trial, data, { ...data, rows });
  },
});
// #endregion kept-order

/** How a log is read. */
export const reads = [
  anyIterable,
  readOnce,
  frozenLog,
  logUntouched,
  logChangedLater,
  rowOrder,
  doubledLog,
  otherClock,
];
