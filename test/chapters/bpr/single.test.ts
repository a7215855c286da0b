// BPR in 32-bit floats: the same steps to 24 bits, the same bits every time, and lists as good.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { metrics, recommendAll } from '../../../code/evaluation/metrics.ts';
import { syntheticDataset } from '../../../code/models.ts';
import { BPR, bprStep, exp, stream } from '../../../code/recsys.ts';
import type { BPROptions, FlatMatrix } from '../../../code/recsys.ts';
import { roundAll } from '../../../code/toolbox/conjugate.ts';
import { zeros } from '../../../code/toolbox/dense.ts';
import { stepInSingle } from '../../../code/toolbox/single.ts';
import { root } from '../../support/site.ts';

const { train, test: truth, nUsers, nItems } = syntheticDataset({}, { holdOut: 'last-new' });
const fitted = (options: BPROptions) => new BPR(options).fit(train, nUsers, nItems);
const cellsOf = ({ userFactors, itemFactors }: BPR) =>
  Float64Array.from([...userFactors.to1DArray(), ...itemFactors.to1DArray()]);
const isFloat = (value: number): boolean => value === Math.fround(value);

/** One user and two items of so many factors, as floats. */
function drawSides(factors: number): [FlatMatrix, FlatMatrix] {
  const draw = stream('single', factors);
  const [X, Y] = [zeros(1, factors), zeros(2, factors)];
  for (const M of [X, Y])
    for (let r = 0; r < M.height; r++)
      for (let f = 0; f < factors; f++) M.data[r * M.stride + f] = 4 * draw() - 2;
  roundAll([X, Y], 'single');
  return [X, Y];
}

describe('a step in single precision', () => {
  const settings = { lr: 0.05, reg: 0.01 };

  test.for([1, 2, 3, 5, 8, 13])('of %i factors is the one in double, to 24 bits', (factors) => {
    const [X, Y] = drawSides(factors);
    const [near, nearY] = [X, Y].map((M) => ({ ...M, data: M.data.slice() }));
    const margin = stepInSingle(X, Y, 0, 0, 1, settings);
    expect(margin).toBeCloseTo(bprStep(near, nearY, 0, 0, 1, settings), 4);
    for (const [M, N] of [[X, near] as const, [Y, nearY] as const]) {
      expect(M.data.every(isFloat)).toBe(true);
      M.data.forEach((value, n) => expect(value).toBeCloseTo(N.data[n], 5));
    }
  });

  test('adds up four sums, the first and the third of them first', () => {
    // 2^24 + 1 has no float: what is added in another order comes out as another number.
    const big = 2 ** 24;
    const margins = [
      [big, -big, 1, 1],
      [big, 1, -big, 1],
      [1, big, 1, -big],
    ].map((x) => {
      const X = { ...zeros(1, 4), data: Float64Array.from(x) };
      const Y = { ...zeros(2, 4), data: Float64Array.from([1, 1, 1, 1, 0, 0, 0, 0]) };
      return stepInSingle(X, Y, 0, 0, 1, { lr: 1e-30, reg: 0 });
    });
    // 2^24 + 1 is rounded to 2^24, the even one of two; 1 - 2^24 has a float.
    expect(margins).toEqual([big + (1 - big), 2, 2]);
  });

  test('worked by hand: every result is a 32-bit float', () => {
    const X = { ...zeros(1, 1), data: Float64Array.of(1, 0, 0, 0) };
    const Y = { ...zeros(2, 1), data: Float64Array.of(0.5, 0, 0, 0, 0.25, 0, 0, 0) };
    expect(stepInSingle(X, Y, 0, 0, 1, { lr: 0.5, reg: 0 })).toBe(0.25);
    const push = Math.fround(1 / (1 + exp(0.25))) / 2;
    expect(X.data[0]).toBe(Math.fround(1 + push / 4));
    expect(Y.data[0]).toBe(Math.fround(0.5 + push));
    expect(Y.data[4]).toBe(Math.fround(0.25 - push));
  });
});

describe('BPR in single precision', () => {
  test('begins where the default does, to 24 bits', () => {
    const still = { epochs: 1, lr: 1e-30, reg: 0 };
    const start = cellsOf(fitted(still));
    expect(cellsOf(fitted({ ...still, precision: 'single' }))).toEqual(start.map(Math.fround));
  });

  test.for(['unseen', 'any', 'popular'] as const)('holds floats alone, %s', (negatives) => {
    const cells = cellsOf(fitted({ epochs: 2, negatives, precision: 'single' }));
    expect(cells.every(isFloat)).toBe(true);
    expect(cells).not.toEqual(cellsOf(fitted({ epochs: 2, negatives })));
  });

  test('is what has to be asked for', () => {
    const [usual, double] = [{}, { precision: 'double' } as const].map((options) =>
      cellsOf(fitted({ epochs: 2, ...options })),
    );
    expect(double).toEqual(usual);
  });

  test('has the bits that were committed', () => {
    const digest = createHash('sha256')
      .update(cellsOf(fitted({ precision: 'single' })))
      .digest('hex');
    const committed = readFileSync(join(root, 'test/fixtures/bpr.txt'), 'utf8');
    expect(committed).toBe(`${digest}  single\n`);
  });

  test('finds as much as in double', () => {
    const [double, single] = (['double', 'single'] as const).map((precision) =>
      metrics.recall(recommendAll(fitted({ precision }), truth, 10), truth, 10),
    );
    // Half the width of an interval of this many people.
    expect(Math.abs(single - double)).toBeLessThan(1 / Math.sqrt(truth.size));
  });

  test('refuses what no float can hold', () => {
    expect(() => fitted({ epochs: 1, lr: 1e30, reg: 1e20, precision: 'single' })).toThrow(
      /^BPR.fit: the factors grew beyond all bounds; needed a smaller lr/,
    );
  });

  test('needs one of two names', () => {
    expect(() => new BPR({ precision: 'half' as never })).toThrow(
      "BPR: precision must be 'double' or 'single', got \"half\"",
    );
  });
});
