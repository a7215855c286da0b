// ALS by conjugate gradient: near the exact one, nearer with more steps, and the same bits every time.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildMatrix, ImplicitALS, recallAtK, solveRows, stream } from '../code/recsys.ts';
import type { ImplicitALSOptions } from '../code/recsys.ts';
import { syntheticDataset } from '../code/models.ts';
import { roundAll, solveRowsByCG } from '../code/toolbox/conjugate.ts';
import { zeros } from '../code/toolbox/dense.ts';
import { root } from './support/site.ts';

const { train, test: truth, nUsers, nItems } = syntheticDataset({}, { holdOut: 'last-new' });
const R = buildMatrix(train, nUsers, nItems);
const settings = { reg: 0.1, alpha: 40, cgSteps: 3, precision: 'double' } as const;

function draws(height: number, width: number) {
  const M = zeros(height, width);
  const draw = stream('conjugate', height);
  for (let r = 0; r < height; r++)
    for (let f = 0; f < width; f++) M.data[r * M.stride + f] = draw() - 0.5;
  return M;
}

/** The largest distance of a cell. */
const apart = (a: Float64Array, b: Float64Array): number =>
  a.reduce((most, value, n) => Math.max(most, Math.abs(value - b[n])), 0);

const fitted = (options: ImplicitALSOptions) => new ImplicitALS(options).fit(train, nUsers, nItems);
const cellsOf = ({ itemFactors }: ImplicitALS) => Float64Array.from(itemFactors.to1DArray());

describe('rows by conjugate gradient', () => {
  test('come to the exact ones: with as many steps as factors, to rounding', () => {
    const [Y, X] = [draws(nItems, 8), draws(nUsers, 8)];
    const exact = { ...X, data: X.data.slice() };
    solveRows(exact, R, Y, settings);
    const distances = [1, 3, 8].map((cgSteps) => {
      const near = { ...X, data: X.data.slice() };
      solveRowsByCG(near, R, Y, { ...settings, cgSteps });
      return apart(near.data, exact.data);
    });
    for (let n = 1; n < distances.length; n++) expect(distances[n]).toBeLessThan(distances[n - 1]);
    expect(distances[2]).toBeLessThan(1e-9);
  });

  test('of no events become 0', () => {
    const [Y, X] = [draws(3, 4), draws(2, 4)];
    solveRowsByCG(X, buildMatrix([[1, 2, 0]], 2, 3), Y, settings);
    expect([...X.data.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
    expect(X.data.subarray(4).every((value) => value !== 0)).toBe(true);
  });

  test('in single precision hold numbers of 24 bits, near those in double', () => {
    const [Y, X] = [draws(nItems, 6), draws(nUsers, 6)];
    roundAll([X, Y], 'single');
    const near = { ...X, data: X.data.slice() };
    solveRowsByCG(near, R, Y, settings);
    solveRowsByCG(X, R, Y, { ...settings, precision: 'single' });
    expect(X.data.every((value) => value === Math.fround(value))).toBe(true);
    expect(apart(X.data, near.data)).toBeGreaterThan(0);
    expect(apart(X.data, near.data)).toBeLessThan(1e-3);
  });
});

describe("ImplicitALS with solver 'cg'", () => {
  const recallOf = (model: ImplicitALS): number => {
    const lists = new Map(Array.from(truth.keys(), (user) => [user, model.recommend(user, 10)]));
    return recallAtK(lists, truth, 10);
  };

  test('is as good a model as the exact one, in either precision', () => {
    const exact = recallOf(fitted({}));
    for (const precision of ['double', 'single'] as const) {
      const recall = recallOf(fitted({ solver: 'cg', precision }));
      // Half the width of an interval of this many people.
      expect(Math.abs(recall - exact), precision).toBeLessThan(1 / Math.sqrt(truth.size));
    }
  });

  test('gives the same bits again, and others with more steps or fewer bits', () => {
    const [one, again, more, single] = [
      { solver: 'cg' },
      { solver: 'cg', cgSteps: 3, precision: 'double' },
      { solver: 'cg', cgSteps: 4 },
      { solver: 'cg', precision: 'single' },
    ].map((options) => cellsOf(fitted({ ...(options as ImplicitALSOptions), iters: 3 })));
    expect(again).toEqual(one);
    expect(more).not.toEqual(one);
    expect(single).not.toEqual(one);
    expect(single.every((value) => value === Math.fround(value))).toBe(true);
  });

  test.each(['double', 'single'] as const)('has the bits that were committed, %s', (precision) => {
    const { userFactors, itemFactors } = fitted({ solver: 'cg', precision });
    const cells = [...userFactors.to1DArray(), ...itemFactors.to1DArray()];
    const digest = createHash('sha256').update(Float64Array.from(cells)).digest('hex');
    const committed = readFileSync(join(root, 'test/fixtures/conjugate.txt'), 'utf8');
    expect(committed).toContain(`${digest}  ${precision}\n`);
  });

  test('never lets L rise', () => {
    const values: number[] = [];
    fitted({ solver: 'cg', onProgress: ({ objective }) => values.push(objective) });
    for (let n = 1; n < values.length; n++) expect(values[n]).toBeLessThan(values[n - 1]);
  });

  test('explains a score by its factors, in parts that add up to it', () => {
    const model = fitted({ solver: 'cg', iters: 3 });
    const { by, score, parts } = model.explain(3, 5);
    expect(by).toBe('factor');
    expect(parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(score, 12);
  });

  test('is what a single precision needs', () => {
    expect(() => new ImplicitALS({ precision: 'single' })).toThrow(
      "ImplicitALS: precision must be 'double', or solver 'cg', got \"single\"",
    );
  });
});
