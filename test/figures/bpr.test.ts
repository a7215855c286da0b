import { expect, test } from 'vitest';
import { makeExample } from '../../.vitepress/theme/figures/bpr/example.ts';
import { makePicture, pull, stepCount } from '../../.vitepress/theme/figures/bpr/picture.ts';
import type { TriplePicture } from '../../.vitepress/theme/figures/bpr/picture.ts';
import { defaultSpec, fitModel, readRun } from '../../.vitepress/theme/workers/runModel.ts';

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

test('on paper, one step turns the order', () => {
  const { before, after, w } = makeExample();
  expect(before.margin).toBe(-1);
  expect(w).toBeCloseTo(1 / (1 + Math.exp(-1)), 4);
  // lr w = 0.3655 along (-1, 1), and along the old x = (1, 0)
  expect(after.x).toEqual([0.6345, 0.3655]);
  expect(after.yi).toEqual([0.3655, 1]);
  expect(after.yj).toEqual([0.6345, 0]);
  expect(after.margin).toBeGreaterThan(0);
});

test('on paper, training puts every taken book above every other', () => {
  const { has, late } = makeExample();
  const least = Math.min(...has.map((i) => late[i]));
  const others = late.filter((_, j) => !has.includes(j));
  expect(least).toBeGreaterThan(Math.max(...others));
});
