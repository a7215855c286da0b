/** What a model refuses, and that a refusal leaves no trace. */
import type { Interaction, Recommender } from '../recsys.ts';
import type { Case, CaseLog } from './cases.ts';
import {
  mustRefuse,
  pick,
  promise,
  sameAnswers,
  stillUnfitted,
  unfittedComplaint,
} from './promise.ts';
import type { FitLog, Trial } from './trial.ts';
import { broken, copyOf, nothingToSee } from './trial.ts';
import { say } from './words.ts';

// #region bad-questions
/** Asks bad questions, which must leave no trace. */
function refusesQuestions(
  trial: Trial,
  data: CaseLog,
  ask: (model: Recommender) => void,
): void {
  const model = trial.fitted(data);
  const before = trial.settled(model, data);
  ask(model);
  sameAnswers(before, trial.answers(model, data), [
    'before',
    'after a question that was refused',
  ]);
}

const badUser = promise({
  name: 'bad user',
  sentence: 'A number that is no user of the log is a RangeError.',
  logs: 'any',
  holds: (trial, { data, salt }) => {
    const beyond = data.nUsers + (salt % 7);
    const wrong = [-1, beyond, 0.5, NaN, Infinity, -Infinity, -1 - salt];
    const user = pick(wrong, salt);
    refusesQuestions(trial, data, (model) => {
      mustRefuse(`recommend(${user}, 3)`, [RangeError], () =>
        model.recommend(user, 3),
      );
      mustRefuse(`scores(${user})`, [RangeError], () => model.scores(user));
    });
  },
});

const badK = promise({
  name: 'bad k',
  sentence: 'A k that is no positive integer is a RangeError.',
  logs: 'any',
  holds: (trial, { data, salt, user }) => {
    const k = pick([0, -1, 2.5, NaN, Infinity, -Infinity, -salt], salt);
    refusesQuestions(trial, data, (model) => {
      mustRefuse(`recommend(${user}, ${k})`, [RangeError], () =>
        model.recommend(user, k),
      );
    });
  },
});

const wrongType = promise({
  name: 'wrong type',
  sentence: 'A user or a k that is no number is a TypeError.',
  logs: 'any',
  holds: (trial, { data, salt, user }) => {
    const wrong = pick([null, '1', 1n, {}, [1], true, '0'], salt);
    const value = wrong as unknown as number;
    const questions: [string, (model: Recommender) => unknown][] = [
      [`recommend(${say(wrong)}, 3)`, (m) => m.recommend(value, 3)],
      [`scores(${say(wrong)})`, (m) => m.scores(value)],
      [
        `recommend(${user}, ${say(wrong)})`,
        (m) => m.recommend(user, value),
      ],
    ];
    refusesQuestions(trial, data, (model) => {
      for (const [what, ask] of questions) {
        mustRefuse(what, [TypeError], () => ask(model));
      }
    });
  },
});

const beforeFit = promise({
  name: 'before fit',
  sentence: 'A model says nothing before it is fitted.',
  logs: 'any',
  holds: (trial) => {
    const complaint = unfittedComplaint(trial.make());
    if (complaint) broken(`before fit, ${complaint}`);
  },
});
// #endregion bad-questions

// #region bad-logs
/** The rows with one more, at a place that the salt decides. */
function withRow({ data, salt }: Case, row: unknown): Interaction[] {
  const rows = copyOf(data.rows) as unknown[];
  rows.splice(salt % (rows.length + 1), 0, row);
  return rows as Interaction[];
}

/** Breaks the promise if fit takes it. */
function refusesFit(
  trial: Trial,
  data: CaseLog,
  bad: Partial<FitLog>,
): void {
  trial.fitted(data);
  const given = Object.entries(bad).map(
    ([name, value]) => `${name} ${say(value)}`,
  );
  mustRefuse(
    `fit with ${given.join(', ')}`,
    [RangeError, TypeError],
    () => {
      trial.fit(trial.make(), data, bad);
      return 'no error';
    },
  );
}

function unknownId(drawn: Case): Interaction[] {
  const { nUsers, nItems } = drawn.data;
  const user = pick(
    [nUsers, -1, 0.5, NaN, nUsers + 3, Infinity],
    drawn.salt,
  );
  const item = pick(
    [nItems, -1, 0.5, NaN, nItems + 3, Infinity],
    drawn.salt,
  );
  const ofUser = (drawn.salt & 64) > 0;
  return withRow(drawn, ofUser ? [user, 0, 1] : [0, item, 1]);
}

const unknownIds = promise({
  name: 'unknown ids',
  sentence: 'A row of an unknown user or item is refused.',
  logs: 'any',
  holds: (trial, drawn) => {
    refusesFit(trial, drawn.data, { train: unknownId(drawn) });
  },
});

const badTimes = promise({
  name: 'bad times',
  sentence: 'A time that is no safe integer is refused.',
  logs: 'any',
  holds: (trial, drawn) => {
    const { data, salt } = drawn;
    const inexact = Number.MAX_SAFE_INTEGER + 1;
    const times = [NaN, 0.5, Infinity, -Infinity, inexact, '7', null];
    const train = withRow(drawn, [0, 0, pick(times, salt)]);
    refusesFit(trial, data, { train });
  },
});

const badSizes = promise({
  name: 'bad sizes',
  sentence: 'nUsers and nItems that are no positive integers are refused.',
  logs: 'any',
  holds: (trial, { data, salt }) => {
    const wrong = [0, -1, 1.5, NaN, Infinity, '3', null];
    const size = pick(wrong, salt) as number;
    const rows = salt & 64 ? [] : copyOf(data.rows);
    const bad = salt & 128 ? { nUsers: size } : { nItems: size };
    refusesFit(trial, data, { train: rows, ...bad });
  },
});

const noLog = promise({
  name: 'no log',
  sentence:
    'Anything that is not a log is refused, and so is a row that is not a row.',
  logs: 'any',
  holds: (trial, drawn) => {
    const noLogs = [null, undefined, 7, {}, true, 'log'] as const;
    const noRows = [[0, 0], [0, 0, 1, 1], 7, null, {}, '0,0,1'] as const;
    const train =
      drawn.salt & 64
        ? (pick(noLogs, drawn.salt) as unknown as Interaction[])
        : withRow(drawn, pick(noRows, drawn.salt));
    refusesFit(trial, drawn.data, { train });
  },
});
// #endregion bad-logs

// #region failing-fits
/** A log that can't be read to its end. */
function* breaksOff({ data, salt }: Case): Generator<Interaction> {
  yield* copyOf(data.rows).slice(0, salt % (data.rows.length + 1));
  throw new Error('the disk is gone');
}

const logBreaksOff = promise({
  name: 'log breaks off',
  sentence: 'An error in reading the log is not swallowed.',
  logs: 'any',
  holds: (trial, drawn) => {
    trial.fitted(drawn.data);
    // An array, so that it is met by index as well as by iterator.
    const train = withRow(drawn, null);
    const get = () => {
      throw new Error('the disk is gone');
    };
    Object.defineProperty(train, train.indexOf(null as never), { get });
    try {
      trial.fit(trial.make(), drawn.data, { train });
    } catch {
      return;
    }
    broken(
      'a row of the log threw an error, and fit ended as if it had not',
    );
  },
});

/** Fits that fail, at once or in the middle or at the end of the log. */
function failingFit(drawn: Case): Partial<FitLog> {
  const { data, salt } = drawn;
  const ways: readonly (() => Partial<FitLog>)[] = [
    () => ({ train: breaksOff(drawn) }),
    () => ({ train: unknownId(drawn) }),
    () => ({ train: [...copyOf(data.rows), [0, data.nItems, 1]] }),
    () => ({ train: withRow(drawn, [0, 0, NaN]) }),
    () => ({ train: null as never }),
    () => ({ nUsers: 0 }),
    () => ({ nItems: 0 }),
  ];
  return pick(ways, salt >> 3)();
}

/** Fits as above. What does not fail breaks another promise. */
function fails(trial: Trial, model: Recommender, drawn: Case): void {
  try {
    trial.fit(model, drawn.data, failingFit(drawn));
  } catch {
    return;
  }
  nothingToSee();
}

const failedFirstFit = promise({
  name: 'failed first fit',
  sentence: 'A first fit that fails leaves the model unfitted.',
  logs: 'any',
  holds: (trial, drawn) => {
    const model = trial.make();
    fails(trial, model, drawn);
    stillUnfitted(trial, model);
  },
});

const failedRefit = promise({
  name: 'failed refit',
  sentence: 'A later fit that fails leaves the model as it was.',
  logs: 'pairs',
  holds: (trial, drawn) => {
    const { data, other } = drawn;
    const model = trial.fitted(data);
    const before = trial.settled(model, data);
    fails(trial, model, { ...drawn, data: other });
    sameAnswers(before, trial.answers(model, data), [
      'before',
      'after a fit that failed',
    ]);
  },
});
// #endregion failing-fits

/** What is refused, and that it leaves no trace. */
export const refuses = [
  badUser,
  badK,
  wrongType,
  beforeFit,
  unknownIds,
  badTimes,
  badSizes,
  noLog,
  logBreaksOff,
  failedFirstFit,
  failedRefit,
];
