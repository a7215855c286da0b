import fc from 'fast-check';
import { Matrix } from 'ml-matrix';
import { afterAll, describe, expect, test } from 'vitest';
import { syntheticDataset } from '../../../code/models.ts';
import { ImplicitALS } from '../../../code/recsys.ts';
import type { ALSProgress, Factors, Interaction } from '../../../code/recsys.ts';
import {
  denseIteration,
  denseObjective,
  normalEquations,
  residualOf,
  transposed,
} from '../../support/dense.ts';
import type { ALSSettings, Dense } from '../../support/dense.ts';
import { itemsOf, lcg, randomLog, range } from '../../support/logs.ts';
import type { SmallLog } from '../../support/logs.ts';

/** The binary matrix, written out. */
function denseMatrix(log: SmallLog): Dense {
  return range(log.nUsers).map((u) => {
    const items = itemsOf(log, u);
    return range(log.nItems).map((i) => (items.includes(i) ? 1 : 0));
  });
}

function drawn(rows: number, columns: number, seed: number): Matrix {
  const draw = lcg(seed);
  return new Matrix(range(rows).map(() => range(columns).map(() => 0.2 * (draw() - 0.5))));
}

function initFor(
  { nUsers, nItems }: Pick<SmallLog, 'nUsers' | 'nItems'>,
  factors: number,
  seed = 1,
): Factors {
  return {
    userFactors: drawn(nUsers, factors, seed),
    itemFactors: drawn(nItems, factors, seed + 1),
  };
}

function largestDifference(a: Dense, b: Dense): number {
  return Math.max(...a.flatMap((row, r) => row.map((v, c) => Math.abs(v - b[r][c]))));
}

const both = ({ userFactors, itemFactors }: Factors) => ({
  X: userFactors.to2DArray(),
  Y: itemFactors.to2DArray(),
});

const log = randomLog(14, 11, 60);

describe('ImplicitALS', () => {
  test('solves one user and one item as by hand', () => {
    // One factor, alpha = 1, reg = 1, y = (1, 2). User 0 has item 0, user 1 has item 1.
    //   YᵀY = 1 + 4 = 5
    //   user 0: A = 5 + 1 · 1 + 1 = 7,   b = (1 + 1) · 1 = 2,  x = 2/7
    //   user 1: A = 5 + 1 · 4 + 1 = 10,  b = (1 + 1) · 2 = 4,  x = 2/5
    // Then the items, with XᵀX = 4/49 + 4/25 = 296/1225:
    //   item 0: A = 296/1225 + 100/1225 + 1 = 1621/1225,  b = 2 · 2/7,  y = 700/1621
    //   item 1: A = 296/1225 + 196/1225 + 1 = 1717/1225,  b = 2 · 2/5,  y = 980/1717
    const init = { userFactors: new Matrix([[9], [9]]), itemFactors: new Matrix([[1], [2]]) };
    const rows: Interaction[] = [
      [0, 0, 0],
      [1, 1, 0],
    ];
    const model = new ImplicitALS({ factors: 1, alpha: 1, reg: 1, iters: 1, init }).fit(rows, 2, 2);
    expect(model.userFactors.get(0, 0)).toBeCloseTo(2 / 7, 15);
    expect(model.userFactors.get(1, 0)).toBeCloseTo(2 / 5, 15);
    expect(model.itemFactors.get(0, 0)).toBeCloseTo(700 / 1621, 15);
    expect(model.itemFactors.get(1, 0)).toBeCloseTo(980 / 1717, 15);
    expect(model.scores(0)[1]).toBeCloseTo(((2 / 7) * 980) / 1717, 15);
    expect(model.recommend(0)).toEqual([1]);
  });

  test.for([
    [1, 0.5, 1],
    [2, 0.1, 40],
    [3, 2, 0],
    [3, 0, 5],
    [4, 0, 5],
    [5, 0.1, 5],
    [8, 10, 1],
  ] as const)('%s factors, reg %s, alpha %s: agrees with a dense textbook version', (given) => {
    const [factors, reg, alpha] = given;
    const init = initFor(log, factors);
    const R = denseMatrix(log);
    let Y = init.itemFactors.to2DArray();
    for (const iters of [1, 2, 3]) {
      const dense = denseIteration(R, Y, { reg, alpha });
      Y = dense.Y;
      const model = new ImplicitALS({ factors, reg, alpha, iters, init }).fit(log.rows, 14, 11);
      const { X: ours, Y: ourItems } = both(model);
      expect(largestDifference(ours, dense.X)).toBeLessThan(1e-9);
      expect(largestDifference(ourItems, dense.Y)).toBeLessThan(1e-9);
    }
  });

  test('the last half-step solves the normal equations of every item', () => {
    const settings = { reg: 0.1, alpha: 40 };
    const model = new ImplicitALS({ ...settings, factors: 6, iters: 4 }).fit(log.rows, 14, 11);
    const { X, Y } = both(model);
    transposed(denseMatrix(log)).forEach((column, i) => {
      const { A, b } = normalEquations(column, X, settings);
      const scale = Math.max(1, ...A.flat().map(Math.abs));
      A.forEach((row, f) => {
        const left = row.reduce((sum, a, g) => sum + a * Y[i][g], 0);
        expect(Math.abs(left - b[f]) / scale).toBeLessThan(1e-11);
      });
    });
  });

  test('the objective is the sum over every cell, and never rises', () => {
    const R = denseMatrix(log);
    for (const settings of [
      { reg: 0.1, alpha: 40, factors: 5 },
      { reg: 10, alpha: 1, factors: 3 },
      { reg: 0.5, alpha: 0, factors: 7 },
    ]) {
      const progress: ALSProgress[] = [];
      const iters = 12;
      const onProgress = (p: ALSProgress) => progress.push(p);
      new ImplicitALS({ ...settings, iters, onProgress }).fit(log.rows, 14, 11);
      expect(progress.map((p) => p.iteration)).toEqual(range(iters).map((n) => n + 1));
      expect(progress.map((p) => p.total)).toEqual(range(iters).map(() => iters));

      progress.forEach(({ iteration, objective }, n) => {
        const model = new ImplicitALS({ ...settings, iters: iteration }).fit(log.rows, 14, 11);
        const { X, Y } = both(model);
        const expected = denseObjective(R, X, Y, settings);
        expect(Math.abs(objective / expected - 1)).toBeLessThan(1e-12);
        if (n > 0) expect(objective).toBeLessThanOrEqual(progress[n - 1].objective * (1 + 1e-13));
      });
      expect(progress[iters - 1].objective).toBeLessThan(progress[0].objective);
    }
  });

  test('to ask for progress changes nothing', () => {
    const quiet = new ImplicitALS({ factors: 4, iters: 3 }).fit(log.rows, 14, 11);
    const loud = new ImplicitALS({ factors: 4, iters: 3, onProgress: () => undefined });
    expect(both(loud.fit(log.rows, 14, 11))).toEqual(both(quiet));
  });

  test('one more iteration from the factors of a fit is one iteration more', () => {
    const options = { factors: 5, seed: 4 };
    const three = new ImplicitALS({ ...options, iters: 3 }).fit(log.rows, 14, 11);
    const four = new ImplicitALS({ ...options, iters: 4 }).fit(log.rows, 14, 11);
    const init = { userFactors: three.userFactors, itemFactors: three.itemFactors };
    const warm = new ImplicitALS({ ...options, iters: 1, init }).fit(log.rows, 14, 11);
    expect(both(warm)).toEqual(both(four));
  });

  test('a warm start is copied, not changed', () => {
    const init = initFor(log, 4);
    const before = both(init);
    const model = new ImplicitALS({ factors: 4, iters: 2, init }).fit(log.rows, 14, 11);
    expect(both(init)).toEqual(before);
    const after = both(model);
    init.itemFactors.set(0, 0, 5);
    expect(both(model)).toEqual(after);
  });

  test('a warm start that does not fit leaves the model as it was', () => {
    const init = initFor(log, 4);
    const model = new ImplicitALS({ factors: 4, iters: 1, init });
    expect(() => model.fit(log.rows, 15, 11)).toThrow(/init.userFactors must be \[15 x 4\]/);
    expect(() => model.recommend(0)).toThrow(/call fit first/);
    const before = both(model.fit(log.rows, 14, 11));
    expect(() => model.fit(log.rows, 14, 12)).toThrow(/init.itemFactors must be \[12 x 4\]/);
    expect(both(model)).toEqual(before);
  });

  test('a fitted model may be its own warm start', () => {
    const options = { factors: 3, iters: 2 };
    const first = new ImplicitALS(options).fit(log.rows, 14, 11);
    const next = new ImplicitALS({ ...options, init: first }).fit(log.rows, 14, 11);
    const four = new ImplicitALS({ ...options, iters: 4 }).fit(log.rows, 14, 11);
    expect(both(next)).toEqual(both(four));
  });

  test('factors have one row per user and per item, and zeros for those without history', () => {
    const rows: Interaction[] = log.rows.filter(([u, i]) => u !== 5 && i !== 7);
    const model = new ImplicitALS({ factors: 3, iters: 2 }).fit(rows, 14, 11);
    expect([model.userFactors.rows, model.userFactors.columns]).toEqual([14, 3]);
    expect([model.itemFactors.rows, model.itemFactors.columns]).toEqual([11, 3]);
    expect(model.userFactors.getRow(5)).toEqual([0, 0, 0]);
    expect(model.itemFactors.getRow(7)).toEqual([0, 0, 0]);
    expect(Matrix.isMatrix(model.userFactors)).toBe(true);
  });

  test('a score is the product of factors', () => {
    const model = new ImplicitALS({ factors: 5, iters: 2 }).fit(log.rows, 14, 11);
    const product = model.userFactors.mmul(model.itemFactors.transpose());
    for (const u of range(14)) {
      Array.from(model.scores(u)).forEach((score, i) => {
        expect(score).toBeCloseTo(product.get(u, i), 14);
      });
    }
  });

  test('ten times as many users, all without history, change not one bit', () => {
    const init = initFor(log, 4);
    const more = new Matrix([...init.userFactors.to2DArray(), ...drawn(14 * 9, 4, 3).to2DArray()]);
    const fit = (userFactors: Matrix, nUsers: number) =>
      new ImplicitALS({ factors: 4, iters: 3, init: { ...init, userFactors } }).fit(
        log.rows,
        nUsers,
        11,
      );
    const [few, many] = [fit(init.userFactors, 14), fit(more, 140)];
    expect(both(many).Y).toEqual(both(few).Y);
    expect(both(many).X.slice(0, 14)).toEqual(both(few).X);
    expect(
      both(many)
        .X.slice(14)
        .flat()
        .every((x) => x === 0),
    ).toBe(true);
  });

  test('empty cells cost nothing: 5,000 million of them fit in a moment', () => {
    // A visit to each would take minutes, and 40 GB.
    const rows = range(200).map((n): Interaction => [n * 400, (n % 20) * 2000, n]);
    const model = new ImplicitALS({ factors: 4, iters: 3 }).fit(rows, 100_000, 50_000);
    expect(model.recommend(400, 3)).toHaveLength(3);
    expect(model.recommend(401, 3)).toEqual([]);
  });

  test('a user with every item, and a log in which all have all, are solved too', () => {
    const rows = range(4).flatMap((u) => range(3).map((i): Interaction => [u, i, 0]));
    const model = new ImplicitALS({ factors: 2 }).fit(rows, 4, 3);
    for (const u of range(4)) expect(Math.abs(model.scores(u)[0] - 1)).toBeLessThan(0.01);
  });

  test('without regularisation and with more factors than items it says that it cannot solve', () => {
    const model = new ImplicitALS({ factors: 8, reg: 0 });
    expect(() => model.fit([[0, 0, 0]], 1, 2)).toThrow(/^ImplicitALS.fit: .*larger reg/);
    expect(() => model.recommend(0)).toThrow(/call fit first/);
  });

  test.for([1, 2, 3, 4, 5])(
    'one item too few for %i factors and no reg is always an error',
    (n) => {
      // A of n + 1 rows has rank n: what is left of its last diagonal is rounding, above 0 or below.
      for (const seed of range(200)) {
        const factors = n + 1;
        const nUsers = 8; // so many that the items could be solved, were the users' rows numbers
        const init = initFor({ nUsers, nItems: n }, factors, 2 * seed);
        const rows = range(nUsers * n)
          .filter((at) => at % n === 0 || at % 3 > 0)
          .map((at): Interaction => [Math.floor(at / n), at % n, 0]);
        const model = new ImplicitALS({ factors, iters: 1, reg: 0, init });
        expect(() => model.fit(rows, nUsers, n), `seed ${seed}`).toThrow(/larger reg/);
      }
    },
  );

  test('small numbers are no reason for an error', () => {
    const init = initFor({ nUsers: 14, nItems: 11 }, 2);
    const itemFactors = init.itemFactors.clone().mul(1e-5);
    const model = new ImplicitALS({
      factors: 2,
      iters: 1,
      reg: 1e-12,
      init: { ...init, itemFactors },
    });
    expect(() => model.fit(log.rows, 14, 11)).not.toThrow();
  });

  test('of both sides the largest numbers are taken, and none that is larger is given', () => {
    const fitFrom = (rows: readonly Interaction[], x: number, ys: readonly number[]) => () =>
      new ImplicitALS({
        factors: 1,
        iters: 1,
        reg: 0,
        init: { userFactors: new Matrix([[x]]), itemFactors: new Matrix(ys.map((y) => [y])) },
      }).fit(rows, 1, ys.length);
    expect(fitFrom([], 1e150, [-1e150])).not.toThrow();

    // One user with one of the items: x = 41 y0 / (41 y0² + Σ other y²), then y0 = 1 / x.
    const grew = /^ImplicitALS.fit: the factors grew beyond all bounds/;
    // x = 1e151, y0 = 1e-151
    expect(fitFrom([[0, 0, 0]], 1, [1e-151])).toThrow(grew);
    // x = 0.95e-150, y0 = 1.05e150
    expect(fitFrom([[0, 0, 0]], 1, [1e150, 1e150, 1e150])).toThrow(grew);
  });

  test('numbers that grow out of bounds end in an error, never in a list', () => {
    for (const options of [{ alpha: 1e308 }, { reg: 1e308 }, { alpha: 1e200, reg: 1e-300 }]) {
      const model = new ImplicitALS({ factors: 3, ...options });
      let failed = false;
      try {
        model.fit(log.rows, 14, 11);
      } catch (error) {
        failed = true;
        expect(String(error)).toMatch(/^Error: ImplicitALS.fit: /);
      }
      if (!failed) expect(Array.from(model.scores(0)).every(Number.isFinite)).toBe(true);
    }
  });

  test("has the seed's defaults", () => {
    const expected = { factors: 32, reg: 0.1, alpha: 40, iters: 15, seed: 0 };
    expect(ImplicitALS.defaults).toEqual(expected);
    expect(new ImplicitALS().options).toEqual(expected);
  });
});

/** One half of an iteration: the rows of one side were solved, those of the other stood still. */
interface HalfStep {
  /** R when users were solved, Rᵀ when items were: one row per solved row. */
  readonly rows: Dense;
  readonly solved: Dense;
  readonly fixed: Dense;
  /** L by the cell-by-cell sum, before and after. */
  readonly before: number;
  readonly after: number;
}

interface Walk {
  readonly log: SmallLog;
  readonly settings: ALSSettings;
  readonly factors: number;
  readonly init: Factors;
  readonly iterations: number;
}

/**
 * Takes iterations apart. Each starts from the factors of the one before, and the users that it
 * returns were solved against the items that it was given: both halves lie open.
 */
function* halfSteps({
  log: given,
  settings,
  factors,
  init,
  iterations,
}: Walk): Generator<HalfStep> {
  const R = denseMatrix(given);
  const Rt = transposed(R);
  let { X: oldX, Y: oldY } = both(init);
  let at: Factors = init;
  let before = denseObjective(R, oldX, oldY, settings);
  for (let n = 0; n < iterations; n++) {
    let reported = NaN;
    const onProgress = (p: ALSProgress) => (reported = p.objective);
    const options = { ...settings, factors, iters: 1, init: at, onProgress };
    at = new ImplicitALS(options).fit(given.rows, given.nUsers, given.nItems);
    const { X, Y } = both(at);
    const between = denseObjective(R, X, oldY, settings);
    yield { rows: R, solved: X, fixed: oldY, before, after: between };
    const after = denseObjective(R, X, Y, settings);
    yield { rows: Rt, solved: Y, fixed: X, before: between, after };
    // The model's own sum takes Σ s² over the seen cells from Σ s² over all: it rounds at the size
    // of these sums, about one for each cell that is fitted well.
    expect(Math.abs(reported - after)).toBeLessThan(1e-12 * (after + given.nUsers * given.nItems));
    [oldX, oldY, before] = [X, Y, after];
  }
  expect([oldX, oldY]).not.toEqual(both(init));
}

/** The largest ‖A x - b‖ / ‖b‖ of a half-step; a row without history must be exactly 0. */
function worstResidual({ rows, solved, fixed }: HalfStep, settings: ALSSettings): number {
  let worst = 0;
  rows.forEach((row, r) => {
    const { left, right } = residualOf(row, solved[r], fixed, settings);
    if (right === 0) expect(solved[r].every((x) => x === 0)).toBe(true);
    else worst = Math.max(worst, left / right);
  });
  return worst;
}

interface Seen {
  halfSteps: number;
  wide: number;
  refused: number;
  residual: number;
  rise: number;
}

const nothingSeen = (): Seen => {
  return { halfSteps: 0, wide: 0, refused: 0, residual: 0, rise: -Infinity };
};

function note(seen: Seen, { factors, log: { nItems }, settings }: Walk, step: HalfStep): void {
  seen.halfSteps++;
  if (factors > nItems) seen.wide++;
  seen.residual = Math.max(seen.residual, worstResidual(step, settings));
  seen.rise = Math.max(seen.rise, step.after / step.before - 1);
}

function add(all: Seen, one: Seen): void {
  all.halfSteps += one.halfSteps;
  all.wide += one.wide;
  all.residual = Math.max(all.residual, one.residual);
  all.rise = Math.max(all.rise, one.rise);
}

/** Walks of 10 iterations on small logs; `reg` is a power of √10. */
function walks(
  [regFrom, regTo]: readonly [number, number],
  alphas: readonly number[],
): fc.Arbitrary<Walk> {
  const size = (max: number) => fc.integer({ min: 1, max });
  return fc
    .record({
      nUsers: size(14),
      nItems: size(12),
      events: size(80),
      factors: size(16),
      seed: fc.integer({ min: 0, max: 9999 }),
      reg: fc.integer({ min: 2 * regFrom, max: 2 * regTo }).map((n) => 10 ** (n / 2)),
      alpha: fc.constantFrom(...alphas),
      spread: fc.constantFrom(0.01, 0.3, 5),
    })
    .map(({ nUsers, nItems, events, factors, seed, reg, alpha, spread }) => {
      const start = initFor({ nUsers, nItems }, factors, seed);
      const init = {
        userFactors: Matrix.mul(start.userFactors, spread),
        itemFactors: Matrix.mul(start.itemFactors, spread),
      };
      const given = randomLog(nUsers, nItems, events, seed);
      return { log: given, settings: { reg, alpha }, factors, init, iterations: 10 };
    });
}

describe('a half-step of ImplicitALS', () => {
  const said: string[] = [];
  afterAll(() => {
    console.log(said.join('\n'));
  });
  const say = (name: string, s: Seen): void => {
    said.push(
      `${name}: ${s.halfSteps} half-steps, ${s.wide} of them with more factors than items, ` +
        `${s.refused} fits refused; largest rise of L ${s.rise.toExponential(1)} of L, ` +
        `largest residual ${s.residual.toExponential(1)} of b`,
    );
  };

  test('never raises the objective and solves its normal equations, 10,000 times', () => {
    const seen = nothingSeen();
    fc.assert(
      fc.property(walks([-4, 2], [0, 0.1, 1, 5, 40, 1000]), (walk) => {
        const own = nothingSeen();
        for (const step of halfSteps(walk)) note(own, walk, step);
        // L is a sum of some 200 products of doubles, none negative: 200 ulp are 5e-14.
        expect(own.rise).toBeLessThan(1e-13);
        expect(own.residual).toBeLessThan(1e-10);
        add(seen, own);
      }),
      { seed: 20_260, numRuns: 520 },
    );
    say('ordinary', seen);
    expect(seen.halfSteps).toBeGreaterThanOrEqual(10_000);
    expect(seen.wide).toBeGreaterThan(1000);
  });

  test('does so, or says that it cannot, where A has next to no inverse', () => {
    const seen = nothingSeen();
    fc.assert(
      fc.property(walks([-9, -5], [1, 1000, 1e5]), (walk) => {
        const own = nothingSeen();
        try {
          for (const step of halfSteps(walk)) {
            let slack = 1e-13 * step.before;
            step.rows.forEach((row, r) => {
              // An x with residual g lies gᵀA⁻¹g above the lowest L, and A⁻¹ is at most 1 / reg.
              const { left } = residualOf(row, step.solved[r], step.fixed, walk.settings);
              slack += (left * left) / walk.settings.reg;
            });
            note(own, walk, step);
            expect(step.after).toBeLessThanOrEqual(step.before + slack);
          }
        } catch (error) {
          if (!/^Error: ImplicitALS.fit: A has no inverse/.test(String(error))) throw error;
          seen.refused++;
        }
        expect(own.residual).toBeLessThan(1e-10);
        add(seen, own);
      }),
      { seed: 20_260, numRuns: 120 },
    );
    say('extreme', seen);
    expect(seen.halfSteps).toBeGreaterThan(1000);
    expect(seen.refused).toBeLessThan(40);
  });

  test('on the default log, with 32 factors, it does so too', () => {
    const { train, nUsers, nItems } = syntheticDataset();
    const settings = { reg: 0.1, alpha: 40 };
    const given = { rows: train, nUsers, nItems };
    const init = new ImplicitALS({ ...settings, iters: 1 }).fit(train, nUsers, nItems);
    const walk = { log: given, settings, factors: 32, init, iterations: 4 };
    const seen = nothingSeen();
    for (const step of halfSteps(walk)) note(seen, walk, step);
    say('default', seen);
    expect(seen.rise).toBeLessThan(0);
    expect(seen.residual).toBeLessThan(1e-10);
  });

  test('would be found out by an error in the ninth digit', () => {
    const settings = { reg: 0.1, alpha: 40 };
    const walk = { log, settings, factors: 4, init: initFor(log, 4), iterations: 30 };
    const [last] = Array.from(halfSteps(walk)).slice(-1);
    const off = last.solved.map((row) => row.map((v, f) => v * (f === 0 ? 1 + 1e-9 : 1)));
    expect(worstResidual(last, settings)).toBeLessThan(1e-13);
    expect(worstResidual({ ...last, solved: off }, settings)).toBeGreaterThan(1e-10);
    // A thousandth off the lowest point the sum over all cells is higher, by more than its rounding.
    const far = last.solved.map((row) => row.map((v) => 1.001 * v));
    const above = denseObjective(transposed(last.rows), last.fixed, far, settings);
    expect(above / last.after - 1).toBeGreaterThan(1e-9);
  });
});
