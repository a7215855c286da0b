import { describe, expect, test } from 'vitest';
import type { Estimate } from '../../../code/evaluation/intervals.ts';
import { BPR, buildMatrix, rowOf } from '../../../code/recsys.ts';
import type { Negatives } from '../../../code/recsys.ts';
import { paperLog } from '../../../.vitepress/kit/paper.ts';
import { makeExample } from '../../../.vitepress/chapters/bpr/example.ts';
import { runNegatives } from '../../../.vitepress/chapters/bpr/negatives.job.ts';
import type { NegativesResult } from '../../../.vitepress/chapters/bpr/negatives.job.ts';
import { negativesPrediction } from '../../../.vitepress/chapters/bpr/negativesPrediction.ts';
import { findingOfWays } from '../../../.vitepress/chapters/bpr/negativesView.ts';
import { makePicture, pull, stepCount } from '../../../.vitepress/chapters/bpr/picture.ts';
import type { TriplePicture } from '../../../.vitepress/chapters/bpr/picture.ts';
import {
  afterStep,
  allTriples,
  momentOf,
  shelves,
  startOptions,
  startPlaces,
  startTriple,
  tripleOf,
  withVector,
} from '../../../.vitepress/chapters/bpr/step.ts';
import {
  epochLength,
  mostSteps,
  train,
  trainingOptions,
} from '../../../.vitepress/chapters/bpr/training.ts';
import { books, people } from '../../../.vitepress/kit/paperNames.ts';
import { questionsOf } from '../../../.vitepress/reader/learning/asked.ts';
import { defaultSpec, fitModel, readRun } from '../../../.vitepress/run/jobs/model.ts';

const spec = defaultSpec('bpr');
const small = { ...spec, options: { ...spec.options, factors: 4, epochs: 3 } };
const fit = fitModel(small);
const result = readRun(small, fit);
const picture = result.picture as TriplePicture;

test('a step from margin 0 weighs one half and moves each vector by lr / 2 of its direction', () => {
  const options = { lr: 0.2, reg: 0 };
  const { likedScores, otherScores, weights, moves } = pull(
    [7, 9],
    [1, 1],
    [
      [1, 0],
      [0, 1],
    ],
    options,
  );
  expect(weights[0]).toBe(0.5);
  // x += 0.1 (1, -1), yi += 0.1 (1, 1), yj -= 0.1 (1, 1)
  expect(moves).toEqual([0.1414, 0.1414, 0.1414]);
  expect(likedScores.slice(0, 2)).toEqual([1, 1.3]);
  expect(otherScores.slice(0, 2)).toEqual([1, 0.7]);
  expect(weights).toHaveLength(stepCount + 1);
});

test('an odd number of factors gives the same step as one that is filled up with a zero', () => {
  const options = { lr: 0.2, reg: 0.1 };
  const odd = pull(
    [0, 1],
    [1, 2, 3],
    [
      [1, 0, 2],
      [0, 1, 1],
    ],
    options,
  );
  const even = pull(
    [0, 1],
    [1, 2, 3, 0],
    [
      [1, 0, 2, 0],
      [0, 1, 1, 0],
    ],
    options,
  );
  expect(odd).toEqual(even);
});

test('the picture shows triples from the most wrong to the clearest, and the weight falls', () => {
  const { triples } = picture;
  expect(triples.length).toBeGreaterThan(3);
  const weights = triples.map((triple) => triple.weights[0]);
  expect(weights).toEqual([...weights].sort((a, b) => b - a));
});

test('the scores of a triple are the scores of the model, and drawing changes no model', () => {
  const before = fit.model.scores(small.user);
  const again = readRun(small, fit).picture as TriplePicture;
  expect(again).toEqual(picture);
  expect(fit.model.scores(small.user)).toEqual(before);
  for (const { liked, other, likedScores, otherScores } of picture.triples) {
    expect(likedScores[0]).toBeCloseTo(before[liked], 3);
    expect(otherScores[0]).toBeCloseTo(before[other], 3);
  }
});

test('a triple is of a liked and an unseen item', () => {
  const liked = new Set(result.history.map(({ item }) => item));
  expect(picture.pairs).toBe(liked.size * (fit.data.nItems - liked.size));
  expect(picture.inOrder).toBeLessThanOrEqual(picture.pairs);
  expect(picture.triples.every((t) => liked.has(t.liked) && !liked.has(t.other))).toBe(true);
});

test('a user without history has no triples', () => {
  const run = { spec: small, data: fit.data, model: fit.model, genres: [0] };
  const empty = makePicture({ ...run, result: { ...result, history: [] } });
  expect(empty).toMatchObject({ triples: [], pairs: 0, inOrder: 0 });
});

describe('one step by hand', () => {
  test('turns the order of the pair that the figure begins with', () => {
    const now = momentOf(startPlaces, startTriple);
    expect(now).toMatchObject({ x: [1, 0], yi: [0, 1], yj: [1, -0.5], scores: [0, 1], margin: -1 });
    expect(now.w).toBeCloseTo(1 / (1 + Math.exp(-1)), 14);
    // lr w = 0.3655: x moves along yi - yj = (-1, 1.5), the books along the old x = (1, 0).
    const then = momentOf(afterStep(startPlaces, startTriple, startOptions), startTriple);
    const vectors = [
      [1 - 0.36553, 1.5 * 0.36553],
      [0.36553, 1],
      [1 - 0.36553, -0.5],
    ];
    [then.x, then.yi, then.yj].forEach((vector, n) => {
      expect(vector[0]).toBeCloseTo(vectors[n][0], 4);
      expect(vector[1]).toBeCloseTo(vectors[n][1], 4);
    });
    expect(then.margin).toBeGreaterThan(0);
  });

  test('keeps 1 - lr reg of each vector', () => {
    // x = 0: the margin is 0, w = 1/2, and the books get nothing of x.
    const places = { X: [[0, 0]] as const, Y: [[2, 0], [0, 1]] as const }; // prettier-ignore
    const { X, Y } = afterStep(places, { u: 0, i: 0, j: 1 }, { lr: 0.5, reg: 0.2 });
    expect(X).toEqual([[0.25 * 2, 0.25 * -1]]);
    expect(Y).toEqual([[1.8, 0], [0, 0.9]]); // prettier-ignore
  });

  test('moves no other person and no other book, and not what it was given', () => {
    const before = JSON.stringify(startPlaces);
    const after = afterStep(startPlaces, startTriple, startOptions);
    expect(JSON.stringify(startPlaces)).toBe(before);
    const { u, i, j } = startTriple;
    startPlaces.X.forEach((x, n) => n !== u && expect(after.X[n]).toEqual(x));
    startPlaces.Y.forEach((y, n) => n !== i && n !== j && expect(after.Y[n]).toEqual(y));
  });

  test('raises the margin of every triple of the log, and by less each time', () => {
    for (const triple of allTriples) {
      const options = { lr: 0.2, reg: 0 };
      let places = startPlaces;
      const margins = Array.from({ length: 8 }, () => {
        places = afterStep(places, triple, options);
        return momentOf(places, triple).margin;
      });
      expect([...margins].sort((a, b) => a - b)).toEqual(margins);
      const w = momentOf(places, triple).w;
      expect(w).toBeLessThan(momentOf(startPlaces, triple).w);
    }
  });

  test('is about the shelves of the log on paper', () => {
    const R = buildMatrix(paperLog, people.length, books.length);
    expect(shelves).toEqual(people.map((_, u) => Array.from(rowOf(R, u))));
    expect(allTriples).toHaveLength(28);
    expect(tripleOf(4, { u: 4, i: 0, j: 2 })).toEqual({ u: 4, i: 2, j: 0 });
    expect(tripleOf(0, { u: 0, i: 1, j: 4 })).toEqual({ u: 0, i: 1, j: 4 });
  });

  test('takes a dragged tip to the nearest twentieth, within the plane', () => {
    const moved = withVector(startPlaces, startTriple, 'yj', [0.511, -7]);
    expect(moved.Y[startTriple.j]).toEqual([0.5, -2]);
    expect(moved.X).toBe(startPlaces.X);
    expect(withVector(startPlaces, startTriple, 'x', [0.29, 9]).X[startTriple.u]).toEqual([0.3, 2]);
    expect(withVector(startPlaces, startTriple, 'yi', [0, 0]).Y[startTriple.i]).toEqual([0, 0]);
  });
});

describe('many steps on paper', () => {
  const { start } = makeExample();

  test.for(['unseen', 'any', 'popular'] as const)(
    'with j drawn as %s are those of the model, bit for bit',
    (negatives) => {
      for (const epochs of [1, 7, 40]) {
        const { lr, reg, seed } = trainingOptions;
        const model = new BPR({ factors: 2, lr, reg, seed, epochs, negatives });
        model.fit(paperLog, people.length, books.length);
        const { places } = train(start, negatives, epochs * epochLength);
        expect(places.X).toEqual(model.userFactors.to2DArray());
        expect(places.Y).toEqual(model.itemFactors.to2DArray());
      }
    },
  );

  test('end with every triple in order, sooner when what a person has is never pushed down', () => {
    const after = (negatives: Negatives) => train(start, negatives, 20 * epochLength);
    expect(train(start, 'unseen', 0).inOrder).toBeLessThan(0.6);
    expect(after('unseen').inOrder).toBe(1);
    expect(after('any').inOrder).toBeLessThan(1);
    expect(train(start, 'any', mostSteps).inOrder).toBeLessThanOrEqual(1);
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
    for (const negatives of ['unseen', 'any', 'popular'] as const) {
      const { lacked, had } = after(negatives);
      expect(sum(lacked) + sum(had)).toBe(20 * epochLength);
      expect(sum(had) > 0).toBe(negatives === 'any');
    }
    // Nobody has book E; everyone but Eve has book A.
    expect(after('popular').lacked[4]).toBeLessThan(after('unseen').lacked[4]);
    expect(after('popular').lacked[0]).toBeGreaterThan(after('unseen').lacked[0]);
  });

  test('count a tie as half', () => {
    const nothing = { X: people.map(() => [0, 0] as const), Y: books.map(() => [0, 0] as const) };
    expect(train(nothing, 'unseen', 0)).toMatchObject({ inOrder: 0.5, last: undefined });
  });
});

describe('what is asked of the ways to draw j', () => {
  const printed = runNegatives({ data: { seed: 0 } });
  const withGain = (peopleGain: Estimate | null): NegativesResult => ({
    ...printed,
    rows: printed.rows.map((row) => ({
      ...row,
      stops: row.stops.map((stop) => ({ ...stop, peopleGain })),
    })),
  });
  const { answers, finding, right } = negativesPrediction;
  const answerTo = (result: NegativesResult): string => answers[right(result, printed)];

  test('is a further question of the chapter, beside that of its run', () => {
    expect(questionsOf('bpr')).toEqual(['bpr', 'bpr-negatives']);
    expect(questionsOf('ease')).toEqual(['ease']);
  });

  test('is answered by the interval of the last epoch', () => {
    const gain = (low: number, high: number) => withGain({ mean: (low + high) / 2, low, high });
    expect(answerTo(gain(0.1, 0.2))).toBe('Better known items');
    expect(answerTo(gain(-0.1, 0.2))).toBe('Items as well known');
    expect(answerTo(gain(-0.2, -0.1))).toBe('Less known items');
    expect(answerTo(withGain(null))).toBe('Items as well known');
  });

  test('is answered on the printed log with the numbers of the demo', () => {
    expect(answerTo(printed)).toBe('Less known items');
    expect(finding(printed, printed)).toBe(
      `${findingOfWays(printed, printed.rows[0].stops.length - 1)}.`,
    );
  });
});

test('on paper, training puts every taken book above every other', () => {
  const { has, late } = makeExample();
  const least = Math.min(...has.map((i) => late[i]));
  const others = late.filter((_, j) => !has.includes(j));
  expect(least).toBeGreaterThan(Math.max(...others));
});
