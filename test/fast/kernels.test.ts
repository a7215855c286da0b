// The kernels and the TypeScript of the book give the same bits, on random numbers and on those at the edges.
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { kernels, place, readBack } from '../../code/fast/backend.ts';
import type { Kernels } from '../../code/fast/backend.ts';
import {
  BPR,
  bprStep,
  buildMatrix,
  exp,
  ImplicitALS,
  solveRows,
  stream,
  useBackend,
} from '../../code/recsys.ts';
import type { BPROptions, Draw, FlatMatrix, Interaction } from '../../code/recsys.ts';
import { fastEpochs, rowsByCG } from '../../code/fast/learn.ts';
import { roundAll } from '../../code/toolbox/conjugate.ts';
import { addGram, rowOfFlat, solveSymmetric, zeros } from '../../code/toolbox/dense.ts';
import { drawInteger } from '../../code/toolbox/draws.ts';
import { rowDots } from '../../code/toolbox/factors.ts';
import { negativeSampler } from '../../code/toolbox/negatives.ts';
import { pairsToLearn } from '../../code/toolbox/pairs.ts';
import { stepInSingle } from '../../code/toolbox/single.ts';

const tries = 10_000;
afterEach(() => useBackend('wasm'));
// From here on small work is theirs too.
beforeAll(fast);

function fast(): Kernels {
  const found = kernels(Infinity);
  if (!found) throw new Error('WebAssembly with SIMD is missing: nothing is compared');
  return found;
}

const edges = [0, -0, 5e-324, -2.5e-310, 2.2250738585072014e-308, 1e-160, -1e160, 1, -1];

/** Mostly from -1 to 1, now and then at an edge. */
const number = (draw: Draw): number =>
  draw() < 0.05 ? edges[drawInteger(draw, edges.length)] : 2 * draw() - 1;

/** With its padding at 0. */
function matrix(draw: Draw, height: number, width: number): FlatMatrix {
  const M = zeros(height, width);
  for (let r = 0; r < height; r++)
    for (let f = 0; f < width; f++) M.data[r * M.stride + f] = number(draw);
  return M;
}

/** The first place where they differ by a bit; -1 if there is none. */
function difference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Math.min(a.length, b.length);
  for (let n = 0; n < a.length; n++) if (!Object.is(a[n], b[n])) return n;
  return -1;
}

/** The lower triangle, row after row; `turned` reads the upper one in its place. */
function triangle(G: Float64Array, size: number, turned = false): number[] {
  const cells: number[] = [];
  for (let a = 0; a < size; a++)
    for (let b = 0; b <= a; b++) cells.push(turned ? G[b * size + a] : G[a * size + b]);
  return cells;
}

test('exp', () => {
  const draw = stream('kernels: exp', 0);
  const near = [709.782712893384, 709.7827128933841, -745.1332191019412, -745.13321910194123];
  const xs = [...edges, ...near, -708.5, -1e9, 1e9, Infinity, -Infinity, NaN];
  for (let n = 0; n < tries; n++) xs.push((n % 3 ? 20 : 1500) * (draw() - 0.5));
  expect(
    difference(
      xs.map((x) => fast().exp(x)),
      xs.map(exp),
    ),
  ).toBe(-1);
});

test('addGram: w MᵀM of any height, its upper triangle for the lower one', () => {
  const draw = stream('kernels: gram', 0);
  for (let n = 0; n < tries; n++) {
    // Now and then higher than a block of rows.
    const height = drawInteger(draw, n % 50 ? 9 : 200);
    const M = matrix(draw, height, 1 + drawInteger(draw, 13));
    const { stride } = M;
    const w = number(draw);
    const G = matrix(draw, stride, stride).data;
    const turned = Float64Array.from(
      G,
      (_, c) => G[(c % stride) * stride + Math.floor(c / stride)],
    );
    const [g, m] = place(fast(), [turned, M.data]) ?? [];
    fast().addGram(g, m, height, stride, w);
    readBack(fast().memory, g, turned);
    addGram(G, M.data, height, stride, w);
    expect(difference(triangle(turned, stride, true), triangle(G, stride)), `try ${n}`).toBe(-1);
  }
});

test('solveSymmetric: solutions and refusals', () => {
  const draw = stream('kernels: solve', 0);
  let refused = 0;
  for (let n = 0; n < tries; n++) {
    const size = 4 * (1 + drawInteger(draw, 4));
    const A = zeros(size, size).data;
    // Fewer rows than columns leave it singular, unless something is added to its diagonal.
    const M = matrix(draw, drawInteger(draw, 2 * size), size);
    addGram(A, M.data, M.height, size, 1);
    const reg = [0, 1e-12, 0.1, 1][drawInteger(draw, 4)];
    for (let f = 0; f < size; f++) A[f * size + f] += reg;
    const x = Float64Array.from({ length: size }, () => number(draw));
    const turned = Float64Array.from(A, (_, c) => A[(c % size) * size + Math.floor(c / size)]);
    const [a, b] = place(fast(), [turned, x]) ?? [];
    const answer = fast().solveSymmetric(a, b, size);
    const solution = new Float64Array(size);
    readBack(fast().memory, b, solution);
    const solved = solveSymmetric(A, x);
    expect(answer, `try ${n}`).toBe(Number(solved));
    if (solved) expect(difference(solution, x), `try ${n}`).toBe(-1);
    else refused++;
  }
  expect(refused).toBeGreaterThan(tries / 20);
  expect(refused).toBeLessThan(tries / 2);
});

test('dots: every user with every item, as each pair alone', () => {
  const draw = stream('kernels: dots', 0);
  for (let n = 0; n < tries; n++) {
    const factors = 1 + drawInteger(draw, 13);
    const X = matrix(draw, drawInteger(draw, 6), factors);
    const Y = matrix(draw, drawInteger(draw, n % 50 ? 11 : 70), factors);
    const alone = new Float64Array(X.height * Y.height);
    for (let u = 0; u < X.height; u++)
      rowDots(alone.subarray(u * Y.height), rowOfFlat(X, u), Y, 0, Y.height);
    const together = new Float64Array(alone.length);
    // What lies behind the scores is not theirs.
    const guard = Float64Array.of(1, 2);
    const [s, g, x, y] = place(fast(), [together, guard, X.data, Y.data]) ?? [];
    fast().dots(s, x, X.height, y, Y.height, X.stride);
    readBack(fast().memory, s, together);
    expect(difference(together, alone), `try ${n}`).toBe(-1);
    readBack(fast().memory, g, guard);
    expect(Array.from(guard)).toEqual([1, 2]);
  }
});

/** A small log, in which some have nothing and some have everything. */
function drawLog(draw: Draw, nUsers: number, nItems: number): Interaction[] {
  const log: Interaction[] = [];
  for (let u = 0; u < nUsers; u++) {
    const keep = [0, 1, draw()][drawInteger(draw, 3)];
    for (let i = 0; i < nItems; i++) if (draw() < keep) log.push([u, i, i]);
  }
  return log;
}

describe('what stands on them, by either backend', () => {
  test('solveRows: rows without ones, padding, and what has no inverse', () => {
    const draw = stream('kernels: rows', 0);
    let refused = 0;
    for (let n = 0; n < tries; n++) {
      const [nUsers, nItems, factors] = [1, 1, 1].map((low) => low + drawInteger(draw, 9));
      const R = buildMatrix(drawLog(draw, nUsers, nItems), nUsers, nItems);
      const [X, Y] = [matrix(draw, nUsers, factors), matrix(draw, nItems, factors)];
      const settings = { reg: [0, 0.1, 1][drawInteger(draw, 3)], alpha: 40 * draw() };
      const answers = (['wasm', 'typescript'] as const).map((name) => {
        useBackend(name);
        const rows = { ...X, data: X.data.slice() };
        try {
          solveRows(rows, R, Y, settings);
          return Array.from(rows.data);
        } catch (error) {
          return String(error);
        }
      });
      if (typeof answers[0] === 'string') refused++;
      const same = Array.isArray(answers[0]) && Array.isArray(answers[1]);
      if (same)
        expect(difference(answers[0] as number[], answers[1] as number[]), `try ${n}`).toBe(-1);
      else expect(answers[0]).toBe(answers[1]);
    }
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(tries / 2);
  });

  const precisions = ['double', 'single'] as const;

  test.each(precisions)('a step of BPR after the other, %s: numbers at the edges', (precision) => {
    const draw = stream(`kernels: steps ${precision}`, 0);
    const step = { double: bprStep, single: stepInSingle }[precision];
    for (let n = 0; n < tries; n++) {
      const [nUsers, nItems, factors] = [1, 2, 1].map((low) => low + drawInteger(draw, 9));
      const R = buildMatrix(drawLog(draw, nUsers, nItems), nUsers, nItems);
      const sides = [matrix(draw, nUsers, factors), matrix(draw, nItems, factors)];
      // Now and then so small, or so large, that a float can hardly hold it.
      const scale = [1, 1, 1e-42, 1e25][drawInteger(draw, 4)];
      for (const { data } of sides) data.forEach((value, c) => (data[c] = scale * value));
      roundAll(sides, precision);
      const [X, Y] = sides.map((M) => ({ ...M, data: M.data.slice() }));
      const negatives = (['unseen', 'any', 'popular'] as const)[drawInteger(draw, 3)];
      const settings = { lr: draw(), reg: n % 9 ? draw() : 1e30 };
      const pairs = pairsToLearn(R);
      const epoch = fastEpochs({ X, Y, R }, pairs, { negatives, precision });
      const auc = epoch(stream('steps', n), settings);
      const [again, sample] = [stream('steps', n), negativeSampler(R, negatives)];
      let ordered = 0;
      for (const place of pairs.order) {
        const [u, i] = [pairs.users[place], R.indices[place]];
        const j = sample(again, u, i);
        const margin = step(sides[0], sides[1], u, i, j, settings);
        ordered += margin > 0 ? 1 : margin === 0 ? 0.5 : 0;
      }
      expect(auc, `try ${n}`).toBe(ordered / Math.max(pairs.order.length, 1));
      for (const [M, N] of [[sides[0], X] as const, [sides[1], Y] as const]) {
        for (let r = 0; r < M.height; r++)
          expect(difference(rowOfFlat(N, r), rowOfFlat(M, r)), `try ${n}, row ${r}`).toBe(-1);
      }
    }
  });

  test.each(precisions)(
    'BPR, %s: each way to draw j, odd factors, what it reports',
    (precision) => {
      const draw = stream(`kernels: bpr ${precision}`, 0);
      for (let n = 0; n < tries / 10; n++) {
        const [nUsers, nItems, factors] = [1, 2, 1].map((low) => low + drawInteger(draw, 9));
        const log = drawLog(draw, nUsers, nItems);
        const negatives = (['unseen', 'any', 'popular'] as const)[drawInteger(draw, 3)];
        const options: BPROptions = {
          factors,
          negatives,
          precision,
          epochs: 3,
          // Now and then so large that their product has no double.
          lr: n % 20 ? draw() : 1e200,
          reg: n % 20 ? draw() : 1e200,
          seed: n,
        };
        const [one, other] = (['wasm', 'typescript'] as const).map((name) => {
          useBackend(name);
          const aucs: number[] = [];
          const model = new BPR({ ...options, onProgress: ({ auc }) => aucs.push(auc) });
          try {
            model.fit(log, nUsers, nItems);
          } catch {
            return aucs;
          }
          return [...aucs, ...model.userFactors.to1DArray(), ...model.itemFactors.to1DArray()];
        });
        expect(difference(one, other), `try ${n}`).toBe(-1);
      }
    },
  );

  test('ImplicitALS on more ones than fit one block of rows', () => {
    const draw = stream('kernels: als', 0);
    const log = drawLog(draw, 90, 210);
    const [one, other] = (['wasm', 'typescript'] as const).map((name) => {
      useBackend(name);
      const { userFactors, itemFactors } = new ImplicitALS({ factors: 33, iters: 2 }).fit(
        log,
        90,
        210,
      );
      return [...userFactors.to1DArray(), ...itemFactors.to1DArray()];
    });
    expect(difference(one, other)).toBe(-1);
  });

  test.each(precisions)('rows by conjugate gradient, %s', (precision) => {
    const draw = stream(`kernels: cg ${precision}`, 0);
    for (let n = 0; n < tries; n++) {
      const [nUsers, nItems, factors] = [1, 1, 1].map((low) => low + drawInteger(draw, 9));
      const R = buildMatrix(drawLog(draw, nUsers, nItems), nUsers, nItems);
      const [X, Y] = [matrix(draw, nUsers, factors), matrix(draw, nItems, factors)];
      roundAll([X, Y], precision);
      const settings = {
        reg: draw(),
        alpha: 40 * draw(),
        cgSteps: 1 + drawInteger(draw, 5),
        precision,
      };
      const [one, other] = (['wasm', 'typescript'] as const).map((name) => {
        useBackend(name);
        const rows = { ...X, data: X.data.slice() };
        rowsByCG(rows, R, Y, settings);
        return rows.data;
      });
      expect(difference(one, other), `try ${n}`).toBe(-1);
    }
  });
});
