import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { syntheticDataset } from '../../../code/models.ts';
import { EASE, solveEASE } from '../../../code/models/ease.ts';
import { buildMatrix } from '../../../code/recsys.ts';
import type { Interaction } from '../../../code/recsys.ts';
import { invertSymmetric } from '../../../code/toolbox/inverse.ts';
import { lcg, range } from '../../support/logs.ts';
import { sharedJson } from '../../support/shared.ts';

/** Rows of a log: who has which items. */
const logOf = (lists: readonly (readonly number[])[]): Interaction[] =>
  lists.flatMap((items, u) => items.map((i, t): Interaction => [u, i, t]));

/** A log in which each user has each item with this chance. */
function randomLog(nUsers: number, nItems: number, seed: number, chance = 0.3): Interaction[] {
  const draw = lcg(seed);
  return logOf(range(nUsers).map(() => range(nItems).filter(() => draw() < chance)));
}

const rowsOf = (weights: Float64Array, nItems: number): number[][] =>
  range(nItems).map((i) => Array.from(weights.subarray(i * nItems, (i + 1) * nItems)));

/** Solves A x = b by elimination, the textbook way. */
function solve(A: readonly (readonly number[])[], b: readonly number[]): number[] {
  const M = A.map((row, i) => [...row, b[i]]);
  M.forEach((pivot, p) => {
    for (const row of M.slice(p + 1)) {
      const factor = row[p] / pivot[p];
      pivot.forEach((value, c) => (row[c] -= factor * value));
    }
  });
  const x = new Array<number>(M.length).fill(0);
  for (const p of range(M.length).reverse()) {
    const known = range(M.length).reduce((sum, c) => sum + (c > p ? M[p][c] * x[c] : 0), 0);
    x[p] = (M[p][M.length] - known) / M[p][p];
  }
  return x;
}

describe('worked by hand', () => {
  // Users 0 and 1 have both items, user 2 the first alone: RᵀR = [3 2; 2 2]. With l2 = 1,
  //   A = [4 2; 2 3],  det A = 8,  P = [3 -2; -2 4] / 8,
  //   B[0, 1] = 2 / 4,  B[1, 0] = 2 / 3.
  const model = new EASE({ l2: 1 }).fit(logOf([[0, 1], [0, 1], [0]]), 3, 2);

  test('two items foretell each other, each by its own weight', () => {
    const [[b00, b01], [b10, b11]] = rowsOf(model.weights, 2);
    expect([b00, b11]).toEqual([0, 0]);
    expect(b01).toBeCloseTo(1 / 2, 14);
    expect(b10).toBeCloseTo(2 / 3, 14);
  });

  test('the score of an item is what the past items say of it', () => {
    expect(model.scores(2)[0]).toBe(0);
    expect(model.scores(2)[1]).toBeCloseTo(1 / 2, 14);
    expect(model.recommend(2)).toEqual([1]);
  });

  test('two items that nobody has together, but both with a third, push each other away', () => {
    // Users have 0 and 2, or 1 and 2: RᵀR = [1 0 1; 0 1 1; 1 1 2]. With l2 = 1,
    //   A = [2 0 1; 0 2 1; 1 1 3],  det A = 8,  P = [5 1 -2; 1 5 -2; -2 -2 4] / 8.
    const three = new EASE({ l2: 1 }).fit(logOf([[0, 2], [1, 2]]), 2, 3); // prettier-ignore
    const B = rowsOf(three.weights, 3);
    const wanted = [[0, -1 / 5, 1 / 2], [-1 / 5, 0, 1 / 2], [2 / 5, 2 / 5, 0]]; // prettier-ignore
    for (const i of range(3))
      for (const j of range(3)) expect(B[i][j]).toBeCloseTo(wanted[i][j], 14);
    expect(three.explain(0, 1).parts.map(({ id }) => id)).toEqual([2, 0]);
    expect(three.explain(0, 1).parts[1].value).toBeCloseTo(-1 / 5, 14);
  });
});

/** Pairs of items are inverted in the first, and pairs of users in the second. */
const shapes = [
  { nUsers: 40, nItems: 9 },
  { nUsers: 7, nItems: 20 },
];

test.for(shapes)(
  'each column is the ridge regression of its item on all the others: %o',
  (shape) => {
    const { nUsers, nItems } = shape;
    const l2 = 3;
    const rows = randomLog(nUsers, nItems, 5);
    const B = rowsOf(new EASE({ l2 }).fit(rows, nUsers, nItems).weights, nItems);
    const has = range(nUsers).map((u) => new Set(rows.filter(([v]) => v === u).map(([, i]) => i)));
    const both = (i: number, j: number): number =>
      has.filter((items) => items.has(i) && items.has(j)).length;
    for (const j of range(nItems)) {
      const others = range(nItems).filter((i) => i !== j);
      const A = others.map((a) => others.map((b) => both(a, b) + (a === b ? l2 : 0)));
      const ridge = solve(
        A,
        others.map((i) => both(i, j)),
      );
      others.forEach((i, n) => expect(B[i][j]).toBeCloseTo(ridge[n], 12));
      expect(B[j][j]).toBe(0);
    }
  },
);

test.for(shapes)('no weights near them have a smaller loss: %o', ({ nUsers, nItems }) => {
  const l2 = 2;
  const rows = randomLog(nUsers, nItems, 11);
  const { weights } = new EASE({ l2 }).fit(rows, nUsers, nItems);
  const R = range(nUsers).map((u) =>
    range(nItems).map((i) => Number(rows.some(([v, j]) => v === u && j === i))),
  );
  const loss = (B: Float64Array): number => {
    const squares = R.flatMap((row) =>
      row.map((r, j) => {
        const said = row.reduce((sum, x, i) => sum + x * B[i * nItems + j], 0);
        return (r - said) * (r - said);
      }),
    );
    const penalty = B.reduce((sum, b) => sum + l2 * b * b, 0);
    return squares.reduce((sum, square) => sum + square, penalty);
  };
  const draw = lcg(3);
  const best = loss(weights);
  for (let n = 0; n < 50; n++) {
    const near = weights.map((b, cell) =>
      cell % (nItems + 1) === 0 ? 0 : b + 0.01 * (draw() - 0.5),
    );
    expect(loss(near)).toBeGreaterThan(best);
  }
});

describe('a stranger', () => {
  const { train, nUsers, nItems } = syntheticDataset({ seed: 3 });
  const model = new EASE().fit(train, nUsers, nItems);

  test('with the items of a user has the very scores of that user', () => {
    for (const user of [0, 7, 108]) {
      const items = train.filter(([u]) => u === user).map(([, i]) => i);
      expect(model.foldIn(items)).toEqual(model.scores(user));
      expect(model.foldIn([...items, ...items].reverse())).toEqual(model.scores(user));
    }
  });

  test('without items has nothing to say', () => {
    expect(model.foldIn([])).toEqual(new Float64Array(nItems));
  });
});

test('a larger l2 makes every scale of the weights smaller', () => {
  const rows = randomLog(50, 12, 2);
  const sizes = [0.1, 1, 10, 100, 1000].map((l2) => {
    const { weights } = new EASE({ l2 }).fit(rows, 50, 12);
    return weights.reduce((sum, b) => sum + b * b, 0);
  });
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  expect(sizes[4]).toBeLessThan(sizes[0] / 100);
});

test('the weights are a copy: who changes them changes no score', () => {
  const model = new EASE({ l2: 1 }).fit(logOf([[0, 1], [0]]), 2, 2);
  const before = model.scores(1);
  model.weights.fill(9);
  expect(model.scores(1)).toEqual(before);
});

test('an l2 that leaves no inverse is refused, and the fit before it stays', () => {
  // Two items that always come together, and l2 below the rounding of 3.
  const rows = logOf([
    [0, 1],
    [0, 1],
    [0, 1],
  ]);
  const message =
    'EASE.fit: RᵀR + l2 I has no inverse that doubles can hold; needed a larger l2, got 1e-20';
  const model = new EASE({ l2: 1e-20 }).fit([], 3, 2);
  expect(() => model.fit(rows, 3, 2)).toThrow(message);
  expect(model.weights.every((b) => b === 0)).toBe(true);
  // Fewer users than items: three who have the same four, and one whose only item is nobody else's.
  expect(() => model.fit(logOf(range(3).map(() => range(4))), 3, 4)).toThrow(message);
  expect(() => model.fit(logOf([[0], [1, 2]]), 2, 3)).toThrow(message);
  expect(model.weights.every((b) => b === 0)).toBe(true);
});

test('a log of few users has the weights of the same users many times over, at as many times the l2', () => {
  // The factor stands before RᵀR and l2 alike. With copies enough, users are no longer fewer than items.
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 2, max: 60 }),
      fc.nat(1000),
      fc.constantFrom(0.01, 1, 200),
      (nUsers, nItems, seed, l2) => {
        const rows = randomLog(nUsers, nItems, seed, 0.2);
        const few = new EASE({ l2 }).fit(rows, nUsers, nItems).weights;
        const copies = 1 + nItems;
        const crowd = range(copies).flatMap((n) =>
          rows.map(([u, i, t]): Interaction => [u + n * nUsers, i, t]),
        );
        const model = new EASE({ l2: l2 * copies }).fit(crowd, nUsers * copies, nItems);
        const many = model.weights;
        few.forEach((b, n) => expect(Math.abs(b - many[n])).toBeLessThan(1e-10));
      },
    ),
  );
});

test('a hundred thousand users without events cost no room', () => {
  const rows = randomLog(5, 40, 1);
  const [few, many] = [5, 100_000].map((nUsers) => new EASE().fit(rows, nUsers, 40).weights);
  expect(many).toEqual(few);
});

test.for([
  [0, 'RangeError: EASE: l2 must be a positive number, got 0'],
  [-1, 'RangeError: EASE: l2 must be a positive number, got -1'],
  [Infinity, 'RangeError: EASE: l2 must be a positive number, got Infinity'],
  ['1', 'TypeError: EASE: l2 must be a positive number, got "1"'],
] as const)('l2 of %s is refused', ([l2, message]) => {
  let said = '';
  try {
    new EASE({ l2: l2 as number });
  } catch (error) {
    said = String(error);
  }
  expect(said).toBe(message);
});

test('more items than a square of doubles can hold are refused before it is made', () => {
  expect(() => new EASE().fit([[0, 0, 0]], 1, 8193)).toThrow(
    'EASE.fit: nItems x nItems must be at most 67108864 numbers, got 8193 x 8193',
  );
});

describe('the inverse', () => {
  /** MᵀM + I of a random M: symmetric and positive definite. */
  function matrixOf(size: number, seed: number): Float64Array {
    const draw = lcg(seed);
    const M = Float64Array.from({ length: size * size }, () => draw() - 0.5);
    return Float64Array.from({ length: size * size }, (_, n) => {
      const [i, j] = [Math.floor(n / size), n % size];
      let s = i === j ? 1 : 0;
      for (let f = 0; f < size; f++) s += M[f * size + i] * M[f * size + j];
      return s;
    });
  }

  test.for([3, 33, 36, 39, 72, 102])('of %i rows times the matrix is 1', (size) => {
    const A = matrixOf(size, size);
    const P = A.slice();
    // Only the lower triangle is read.
    for (let i = 0; i < size; i++) P.fill(NaN, i * size + i + 1, (i + 1) * size);
    expect(invertSymmetric(P, size)).toBe(true);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        let s = 0;
        for (let f = 0; f < size; f++) s += A[i * size + f] * P[f * size + j];
        expect(Math.abs(s - (i === j ? 1 : 0))).toBeLessThan(1e-12);
        expect(P[i * size + j]).toBe(P[j * size + i]);
      }
    }
  });

  test('is refused of a matrix that is not positive definite, wherever that shows', () => {
    for (const size of [3, 72]) {
      for (const row of [0, 1, size - 1]) {
        const A = matrixOf(size, 1);
        A[row * size + row] = -1;
        expect(invertSymmetric(A, size)).toBe(false);
        A[row * size + row] = NaN;
        expect(invertSymmetric(A, size)).toBe(false);
      }
    }
    expect(invertSymmetric(new Float64Array(36).fill(1), 6)).toBe(false);
    expect(() => invertSymmetric(new Float64Array(16), 4)).toThrow(/size must be a multiple of 3/);
  });
});

test('the number of items need be no multiple of anything', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(1000), (nItems, seed) => {
      const R = buildMatrix(randomLog(20, nItems, seed, 0.2), 20, nItems);
      const B = solveEASE(R, 5);
      expect(B).toHaveLength(nItems * nItems);
      expect(B.every(Number.isFinite)).toBe(true);
      for (let i = 0; i < nItems; i++) expect(B[i * nItems + i]).toBe(0);
    }),
  );
});

describe('against NumPy', () => {
  interface Golden {
    readonly rows: readonly (readonly number[])[];
    readonly nItems: number;
    readonly lambdas: Readonly<
      Record<string, { B: number[][]; scoresUser0: number[]; foldIn_items_0_3_5: number[] }>
    >;
  }

  test('weights, scores and a fold-in agree to 1e-12', (context) => {
    const golden = sharedJson(context, 'oracle/production/ease.json') as Golden;
    expect(Object.keys(golden.lambdas)).toHaveLength(3);
    for (const [l2, { B, scoresUser0, foldIn_items_0_3_5 }] of Object.entries(golden.lambdas)) {
      const { rows, nItems } = golden;
      const model = new EASE({ l2: Number(l2) }).fit(logOf(rows), rows.length, nItems);
      const far = (ours: ArrayLike<number>, theirs: readonly number[]): number =>
        Math.max(...theirs.map((value, n) => Math.abs(value - ours[n])));
      expect(far(model.weights, B.flat()), `B at ${l2}`).toBeLessThan(1e-12);
      expect(far(model.scores(0), scoresUser0), `scores at ${l2}`).toBeLessThan(1e-12);
      expect(far(model.foldIn([0, 3, 5]), foldIn_items_0_3_5), `fold-in at ${l2}`).toBeLessThan(
        1e-12,
      );
    }
  });
});
