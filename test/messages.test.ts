// What an error says, to the letter: where, what was needed and what came.
import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import {
  BPR,
  bprStep,
  checkInteger,
  checkOptions,
  ContentBased,
  cosine,
  ImplicitALS,
  makeSynthetic,
  Popularity,
  Random,
  recallAtK,
  stream,
  topK,
  Trending,
  trainTestSplitLast,
} from '../code/recsys.ts';

const truth = new Map([[0, 1]]);
const scores = Float64Array.of(1, 2);
const X = { data: new Float64Array(4), height: 1, width: 2, stride: 4 };
const [Y, huge] = [new Matrix([[1]]), new Matrix([[1e200]])];
const fitted = new Popularity().fit([[0, 0, 0]], 2, 3);
/** What types refuse, and JavaScript does not. */
const any = (value: unknown) => value as never;

const calls: readonly (readonly [() => unknown, ErrorConstructor, string])[] = [
  [
    () => new Popularity().fit(any(5), 1, 1),
    TypeError,
    'Popularity.fit: train must be an iterable of interactions, got 5',
  ],
  [
    () => new Popularity().fit(any([[0, 0]]), 1, 1),
    TypeError,
    'Popularity.fit: train[0] must be [user, item, time], got [0, 0]',
  ],
  [
    () => new Popularity().fit([[0, 1, 0]], 1, 1),
    RangeError,
    'Popularity.fit: item of train[0] must be an integer from 0 to 0, got 1',
  ],
  [
    () => new Popularity().fit([[0, 0, 0.5]], 1, 1),
    RangeError,
    'Popularity.fit: time of train[0] must be an integer, got 0.5',
  ],
  [
    () => new Popularity().fit([], 0, 1),
    RangeError,
    'Popularity.fit: nUsers must be an integer from 1 to 10000000, got 0',
  ],
  [
    () => trainTestSplitLast(any('rows'), 1),
    TypeError,
    'trainTestSplitLast: interactions must be an iterable of interactions, got "rows"',
  ],
  [
    () => fitted.recommend(0, 0),
    RangeError,
    'Popularity.recommend: k must be a positive integer, got 0',
  ],
  [
    () => fitted.recommend(2),
    RangeError,
    'Popularity.recommend: user must be an integer from 0 to 1, got 2',
  ],
  [
    () => fitted.recommend(any('0')),
    TypeError,
    'Popularity.recommend: user must be an integer from 0 to 1, got "0"',
  ],
  [() => new Random({ seed: 0.5 }), RangeError, 'Random: seed must be an integer, got 0.5'],
  [
    () => new Random(any({ sed: 1 })),
    RangeError,
    'Random: option name must be one of seed, got "sed"',
  ],
  [() => new Random(any(1)), TypeError, 'Random: options must be an object, got 1'],
  [() => new Random().recommend(0), Error, 'Random.recommend: call fit first'],
  [
    () => new BPR(any({ rate: 1 })),
    RangeError,
    'BPR: option name must be one of factors, lr, reg, epochs, seed, negatives, precision, onProgress, got "rate"',
  ],
  [
    () => new BPR({ factors: 0 }),
    RangeError,
    'BPR: factors must be an integer from 1 to 4096, got 0',
  ],
  [() => new BPR({ lr: 0 }), RangeError, 'BPR: lr must be a positive number, got 0'],
  [() => new BPR({ reg: -1 }), RangeError, 'BPR: reg must be a finite number from 0, got -1'],
  [() => new BPR({ onProgress: any(3) }), TypeError, 'BPR: onProgress must be a function, got 3'],
  [
    () => new Trending({ halfLife: NaN }),
    RangeError,
    'Trending: halfLife must be a positive number, got NaN',
  ],
  [
    () => new ImplicitALS({ factors: 1, init: any(3) }),
    TypeError,
    'ImplicitALS: init must be an object { userFactors, itemFactors }, got 3',
  ],
  [
    () => new ContentBased().fit([], any([]), 1, 1),
    TypeError,
    'ContentBased.fit: itemFeats must be an ml-matrix Matrix, got []',
  ],
  [
    () =>
      new ImplicitALS({ factors: 1, init: { userFactors: Y, itemFactors: huge } }).fit([], 1, 1),
    RangeError,
    'ImplicitALS.fit: init.itemFactors[0, 0] must be a number from -1e150 to 1e150, got 1e+200',
  ],
  [
    () => cosine(scores, Float64Array.of(1)),
    RangeError,
    'cosine: b must be of length 2, as a is, got 1',
  ],
  [() => stream(any(1), 0), TypeError, 'stream: purpose must be a string, got 1'],
  [
    () => makeSynthetic({ popWeight: 2 }),
    RangeError,
    'makeSynthetic: popWeight must be a number from 0 to 1, got 2',
  ],
  [
    () => makeSynthetic({ nUsers: 1e6, nGenres: 100 }),
    RangeError,
    'makeSynthetic: nUsers x nGenres must be at most 67108864 numbers, got 1000000 x 100',
  ],
  [
    () => recallAtK(any([]), truth, 5),
    TypeError,
    'recallAtK: recs must be a Map from user to item(s), got []',
  ],
  [
    () => recallAtK(new Map(), new Map(), 5),
    RangeError,
    'recallAtK: truth must have a test user, got none',
  ],
  [
    () => recallAtK(new Map(), new Map([[-1, 0]]), 5),
    RangeError,
    'recallAtK: user of truth must be an integer from 0, got -1',
  ],
  [
    () => recallAtK(new Map(), new Map([[0, -1]]), 5),
    RangeError,
    'recallAtK: truth of user 0 must be an integer from 0, got -1',
  ],
  [
    () => recallAtK(new Map([[0, any('x')]]), truth, 5),
    TypeError,
    'recallAtK: recs of user 0 must be an array, got "x"',
  ],
  [
    () => recallAtK(new Map([[0, [0.5]]]), truth, 5),
    RangeError,
    'recallAtK: recs of user 0[0] must be an integer from 0, got 0.5',
  ],
  [() => topK(any([1]), [], 1), TypeError, 'topK: scores must be a Float64Array, got [1]'],
  [() => topK(scores, any(null), 1), TypeError, 'topK: seen must be a list of item ids, got null'],
  [
    () => topK(Float64Array.of(1, NaN), [], 1),
    RangeError,
    'topK: scores[1] must be a number, got NaN',
  ],
  [
    () => bprStep(X, X, 1, 0, 0, { lr: 1, reg: 0 }),
    RangeError,
    'bprStep: u must be an integer from 0 to 0, got 1',
  ],
  [() => checkInteger('here', 'n', 0, 1), RangeError, 'here: n must be a positive integer, got 0'],
  [
    () => checkOptions('here', { a: 1 }, []),
    RangeError,
    'here: option name must be absent, got "a"',
  ],
  [
    () => checkOptions('here', { c: 1 }, ['a', 'b']),
    RangeError,
    'here: option name must be one of a, b, got "c"',
  ],
];

test.for(calls.map(([call, Kind, message]) => ({ call, Kind, message })))(
  '$message',
  ({ call, Kind, message }) => {
    const thrown = (() => {
      try {
        return call();
      } catch (error) {
        return error;
      }
    })();
    expect(thrown).toBeInstanceOf(Kind);
    expect((thrown as Error).message).toBe(message);
  },
);
