import { gzipSync } from 'node:zlib';
import { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { paperLog } from '../../../.vitepress/kit/paper.ts';
import { makeCatalogue } from '../../../.vitepress/chapters/implicit-als/catalogue.ts';
import { makeExample } from '../../../.vitepress/chapters/implicit-als/example.ts';
import { meanOf, principalComponents } from '../../../.vitepress/chapters/implicit-als/eigen.ts';
import { foldedIn } from '../../../.vitepress/chapters/implicit-als/foldedIn.ts';
import {
  alphas,
  bowl,
  mostSteps,
  partOfL,
  regs,
  startSettings,
  startY,
  walk,
  workRow,
} from '../../../.vitepress/chapters/implicit-als/halfSteps.ts';
import type { Picked, Side } from '../../../.vitepress/chapters/implicit-als/halfSteps.ts';
import { boxOf, placeLabels } from '../../../.vitepress/chapters/implicit-als/labels.ts';
import { makeWalks, marksAt } from '../../../.vitepress/chapters/implicit-als/iterations.ts';
import {
  newcomerTitle,
  shelfText,
} from '../../../.vitepress/chapters/implicit-als/newcomerTitle.ts';
import {
  chanceShare,
  nearestRows,
  sameGenre,
} from '../../../.vitepress/chapters/implicit-als/picture.ts';
import { settings } from '../../../.vitepress/chapters/implicit-als/settings.ts';
import { ordinal, stepTitle } from '../../../.vitepress/chapters/implicit-als/stepTitle.ts';
import type { FactorMapPicture } from '../../../.vitepress/chapters/implicit-als/picture.ts';
import { ImplicitALS } from '../../../code/recsys.ts';
import { defaultSpec, fitModel, readRun } from '../../../.vitepress/run/jobs/model.ts';

const rows = (...values: number[][]) => values.map((row) => Float64Array.from(row));
const spec = { ...defaultSpec('implicit-als') };
const small = { ...spec, options: { ...spec.options, factors: 4, iters: 2 } };
const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, v, f) => sum + v * b[f], 0);

test('the components of four points on a cross are its arms', () => {
  const [first, second] = principalComponents(rows([3, 3], [-3, -3], [1, -1], [-1, 1]));
  expect(first.variance).toBeCloseTo(9, 12);
  expect(second.variance).toBeCloseTo(1, 12);
  expect(first.axis[0]).toBeCloseTo(Math.SQRT1_2, 12);
  expect(first.axis[1]).toBeCloseTo(Math.SQRT1_2, 12);
});

test('an axis points to where its largest entry is positive', () => {
  const [first] = principalComponents(rows([-2, 1], [2, -1], [-2, 1], [2, -1]));
  expect(first.axis[0]).toBeGreaterThan(0);
});

test('the variance along each axis of the map is its eigenvalue', () => {
  const { model } = fitModel(small);
  if (!(model instanceof ImplicitALS)) throw new Error('not an ImplicitALS');
  const Y = model.itemFactors.to2DArray().map((row) => Float64Array.from(row));
  const mean = meanOf(Y);
  const components = principalComponents(Y);
  for (const { axis, variance } of components) {
    const along = Y.map((y) => dot(axis, y) - dot(axis, mean));
    const measured = along.reduce((sum, v) => sum + v * v, 0) / Y.length;
    expect(measured).toBeCloseTo(variance, 10);
    expect(dot(axis, axis)).toBeCloseTo(1, 10);
  }
  const total = Y.reduce((sum, y) => sum + dot(y, y) - 2 * dot(y, mean) + dot(mean, mean), 0);
  const variances = components.map(({ variance }) => variance);
  expect(variances.reduce((a, b) => a + b)).toBeCloseTo(total / Y.length, 10);
  expect(variances).toEqual([...variances].sort((a, b) => b - a));
});

test('one factor and equal items still give a picture', () => {
  expect(principalComponents(rows([1], [3]))[0].variance).toBeCloseTo(1, 12);
  expect(principalComponents(rows([1, 2], [1, 2])).map((c) => c.variance)).toEqual([0, 0]);
  const one = { ...small, options: { ...small.options, factors: 1 } };
  const picture = readRun(one, fitModel(one)).picture as FactorMapPicture;
  expect(picture.share).toEqual([1, 0]);
  expect(picture.y.every((y) => y === 0)).toBe(true);
});

test('nearest rows are the first of equals', () => {
  expect(nearestRows(rows([0], [1], [2], [2.5]))).toEqual([1, 0, 3, 2]);
});

test('chance is the share of other items that are of the same genre', () => {
  expect(chanceShare([0, 0, 1, 1])).toBeCloseTo(1 / 3, 12);
  expect(chanceShare([0])).toBe(0);
});

test('the map is the same for every run, and light', () => {
  const [a, b] = [0, 1].map(() => readRun(small, fitModel(small)).picture as FactorMapPicture);
  expect(a).toEqual(b);
  expect(Math.max(...[...a.x, ...a.y].map(Math.abs))).toBe(1000);
  expect(JSON.stringify(a).length).toBeLessThan(8000);
});

test('with settings for clicks the genres come apart on the map, by default they do not', () => {
  const clicks = { ...spec, options: { ...spec.options, alpha: 1, reg: 10 } };
  const apart = readRun(clicks, fitModel(clicks)).picture as FactorMapPicture;
  const byDefault = readRun(spec, fitModel(spec)).picture as FactorMapPicture;
  expect(apart.nearOnMap).toBeGreaterThan(0.6);
  expect(byDefault.nearOnMap).toBeLessThan(2 * byDefault.chance);
});

test('the table of settings has both sides of the claim beside it', () => {
  const rows = settings.map(({ id, options }) => JSON.stringify([id, options]));
  for (const options of [{ factors: 8 }, { alpha: 1, reg: 10, factors: 8 }])
    expect(rows).toContain(JSON.stringify(['implicit-als', options]));
});

test('on paper, with two factors, the model tells what was taken from what was not', () => {
  const { R, X, Y, scores } = makeExample();
  const events = scores.flatMap((row, u) => row.filter((_, i) => R[u][i] === 1));
  const others = scores.flatMap((row, u) => row.filter((_, i) => R[u][i] === 0));
  expect(Math.min(...events)).toBeGreaterThan(Math.max(...others));
  expect(Y[4]).toEqual([0, 0]);
  expect(scores[1][2]).toBeCloseTo(X[1][0] * Y[2][0] + X[1][1] * Y[2][1], 3);
});

const inTurn = (count: number): Side[] =>
  Array.from({ length: count }, (_, n) => (n % 2 === 0 ? 'users' : 'items'));
const everySetting = alphas.flatMap((alpha) => regs.map((reg) => ({ alpha, reg })));
const everyRow: Picked[] = (['users', 'items'] as const).flatMap((side) =>
  [0, 1, 2, 3, 4].map((row) => ({ side, row })),
);

describe('half-steps by hand', () => {
  test('begin as on paper: L is a miss on every event, and 8 squares of factors', () => {
    // alpha = 1, 11 events: 11 · 2 · 1². The books: 1 + 2 + 1 + 2 + 2 = 8, times reg = 1.
    const [start] = walk([], startSettings);
    expect(start.L).toBe(22 + 8);
    expect(start.scores.flat().every((score) => score === 0)).toBe(true);
  });

  test('solve Ada and Eve as by hand', () => {
    // Y = (1, 0) (1, 1) (0, 1) (1, -1) (-1, 1), so YᵀY = [4 -1; -1 4].
    //   Ada has A and B: A = [4 + 2 + 1, -1 + 1; -1 + 1, 4 + 1 + 1], b = 2 (2, 1), x = (4/7, 2/6)
    //   Eve has C: A = [4 + 0 + 1, -1; -1, 4 + 1 + 1], b = 2 (0, 1), x = (2/29, 10/29)
    const [start, first] = walk(['users'], startSettings);
    const ada = workRow(start, { side: 'users', row: 0 }, startSettings);
    expect(ada.shared).toEqual([[4, -1], [-1, 4]]); // prettier-ignore
    expect(ada.own).toEqual([[2, 1], [1, 1]]); // prettier-ignore
    expect(ada.A).toEqual([[7, 0], [0, 6]]); // prettier-ignore
    expect([ada.sum, ada.b, ada.now]).toEqual([[2, 1], [4, 2], [0, 0]]); // prettier-ignore
    expect(first.X[0][0]).toBeCloseTo(4 / 7, 14);
    expect(first.X[0][1]).toBeCloseTo(2 / 6, 14);
    expect(first.X[4][0]).toBeCloseTo(2 / 29, 14);
    expect(first.scores[4][2]).toBeCloseTo(10 / 29, 14);
  });

  test('never raise L, whatever alpha and reg', () => {
    for (const settings of everySetting) {
      const states = walk(inTurn(mostSteps), settings);
      states.slice(1).forEach(({ L }, n) => {
        expect(L, JSON.stringify(settings)).toBeLessThanOrEqual(states[n].L * (1 + 1e-14));
      });
    }
  });

  test('solve A x = b to twelve digits, with A the sum of its three parts', () => {
    let worst = 0;
    for (const settings of everySetting) {
      for (const state of walk(inTurn(3), settings)) {
        for (const picked of everyRow) {
          const { shared, own, A, sum, b, Ax } = workRow(state, picked, settings);
          const scale = Math.max(1, ...A.flat().map(Math.abs));
          const note = (one: number, other: number) =>
            (worst = Math.max(worst, Math.abs(one - other) / scale));
          for (const f of [0, 1] as const) {
            note(Ax[f], b[f]);
            note(b[f], (1 + settings.alpha) * sum[f]);
            for (const g of [0, 1] as const) {
              const ridge = f === g ? settings.reg : 0;
              note(A[f][g], shared[f][g] + settings.alpha * own[f][g] + ridge);
            }
          }
        }
      }
    }
    expect(worst).toBeLessThan(1e-12);
  });

  test('put every row of their side where the equations of that row say', () => {
    const states = walk(inTurn(4), startSettings);
    states.slice(1).forEach((state, n) => {
      const rows = state.solved === 'users' ? state.X : state.Y;
      rows.forEach((row, at) => {
        const side = state.solved ?? 'users';
        const { x } = workRow(states[n], { side, row: at }, startSettings);
        expect(row[0]).toBeCloseTo(x[0], 13);
        expect(row[1]).toBeCloseTo(x[1], 13);
      });
    });
  });

  test('leave everything where it is when the same side is solved again', () => {
    const [, first, again] = walk(['users', 'users'], startSettings);
    expect([again.X, again.Y, again.L]).toEqual([first.X, first.Y, first.L]);
    expect(stepTitle([first, again])).toMatch(/left L at .* at its lowest already$/);
  });

  test('are the iterations of the model', () => {
    const states = walk(inTurn(4), startSettings);
    const zeros = Matrix.zeros(5, 2);
    const init = { userFactors: zeros, itemFactors: new Matrix(startY.map((y) => [...y])) };
    const model = new ImplicitALS({ ...startSettings, factors: 2, iters: 2, init });
    model.fit(paperLog, 5, 5);
    expect(model.userFactors.to2DArray()).toEqual(states[4].X);
    expect(model.itemFactors.to2DArray()).toEqual(states[4].Y);
  });

  test('find the lowest place of a row: no other has less of L', () => {
    const [state] = walk([], startSettings);
    for (const picked of everyRow) {
      const { x, A } = workRow(state, picked, startSettings);
      const lowest = partOfL(state, picked, x, startSettings);
      for (const [a, b] of [
        [0.1, 0],
        [-0.1, 0],
        [0, 0.1],
        [0, -0.1],
        [0.3, 0.2],
      ] as const) {
        // prettier-ignore
        const there = partOfL(state, picked, [x[0] + a, x[1] + b], startSettings);
        // The bowl is dᵀA d above its lowest place.
        const above = a * (A[0][0] * a + A[0][1] * b) + b * (A[1][0] * a + A[1][1] * b);
        expect(there - lowest).toBeCloseTo(above, 12);
      }
    }
  });

  test('have a bowl whose rings are of equal L', () => {
    const A = [[7, -2], [-2, 6]] as const; // prettier-ignore
    const [a, b, d] = bowl(A);
    for (const [c, s] of [
      [1, 0],
      [0, 1],
      [0.6, 0.8],
      [-0.8, 0.6],
    ] as const) {
      // prettier-ignore
      const [x, y] = [a * c + b * s, d * s];
      expect(x * (7 * x - 2 * y) + y * (6 * y - 2 * x)).toBeCloseTo(1, 12);
    }
  });

  test('never take a row out of the plane that is drawn', () => {
    for (const settings of everySetting) {
      const all = walk(inTurn(mostSteps), settings).flatMap(({ X, Y }) => [...X, ...Y].flat());
      expect(Math.max(...all.map(Math.abs))).toBeLessThan(1.75);
    }
  });

  test('with a large reg end on one line: one factor would do', () => {
    const settings = { alpha: 1, reg: 5 };
    const { X } = walk(inTurn(mostSteps), settings)[mostSteps];
    for (const [a, b] of X.slice(1)) expect(Math.abs(a * X[0][1] - b * X[0][0])).toBeLessThan(0.01);
    expect(X[0][0]).toBeGreaterThan(0.1);
  });

  test('are counted in words', () => {
    expect([1, 2, 3, 4, 11, 12].map(ordinal)).toEqual(['1st', '2nd', '3rd', '4th', '11th', '12th']);
    expect(stepTitle(walk(['users'], startSettings))).toBe(
      'The 1st half-step took L from 30.00 to 16.87, by solving every person’s row',
    );
  });
});

test('a name stands beside its point, and goes to another side when that one is taken', () => {
  const point = { x: 100, y: 100, width: 25, away: 7 };
  const [alone] = placeLabels([point], []);
  expect(alone).toEqual({ dx: 7, dy: -3.5, anchor: 'start' });
  const inTheWay = boxOf(alone, 100, 100, 25);
  const [beside] = placeLabels([point], [inTheWay]);
  expect(beside).not.toEqual(alone);
  const four = placeLabels([point, point, point, point], []);
  expect(new Set(four.map(({ dx, dy }) => `${dx} ${dy}`)).size).toBe(4);
});

describe('the map of all iterations', () => {
  const { walks, genres, chance } = makeWalks();

  test('starts at chance, and with settings for clicks the genres part in two iterations', () => {
    const [clicks, defaults] = walks;
    expect(clicks.near[0]).toBeLessThan(2 * chance);
    expect(clicks.near[2]).toBeGreaterThan(0.7);
    expect(Math.max(...defaults.near)).toBeLessThan(2 * chance);
    for (const { L } of walks) {
      L.slice(1).forEach((value, n) => {
        expect(value).toBeLessThanOrEqual(L[n]);
      });
    }
  });

  test('says of each frame what its marks show', () => {
    for (const walk of walks) {
      for (const frame of [0, 2, 15]) {
        const { x, y } = marksAt(walk, frame);
        expect(Math.max(...[...x, ...y].map(Math.abs))).toBe(1000);
        const points = x.map((value, item) => Float64Array.of(value, y[item]));
        // The marks are rounded: a few neighbours change.
        expect(Math.abs(sameGenre(nearestRows(points), genres) - walk.near[frame])).toBeLessThan(
          0.05,
        );
      }
    }
  });

  test('is light', () => {
    expect(gzipSync(JSON.stringify(walks)).length).toBeLessThan(9000);
  });
});

describe('someone new', () => {
  const catalogue = makeCatalogue();
  const poetry = catalogue.shelf[7];

  test('gets the row that the module solves, and a list without what they have', () => {
    const { A, b, x, list } = foldedIn(catalogue, poetry);
    A.forEach((row, f) => {
      expect(row.reduce((sum, value, g) => sum + value * x[g], 0)).toBeCloseTo(b[f], 12);
    });
    expect(list).toHaveLength(10);
    expect(list.filter(({ item }) => poetry.includes(item))).toEqual([]);
    expect(list.every(({ genre }) => genre === 7)).toBe(true);
  });

  test('is told why: the parts of each score are one per chosen book, and add up', () => {
    const chosen = [...poetry, catalogue.shelf[0][0]];
    for (const { score, why } of foldedIn(catalogue, chosen).list) {
      expect(why?.parts.map(({ id }) => id).sort((a, b) => a - b)).toEqual(
        [...chosen].sort((a, b) => a - b),
      );
      expect(why?.parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(score, 12);
    }
  });

  test('gets the same whatever the order of choosing', () => {
    const [a, b] = [poetry[0], catalogue.shelf[2][1]];
    expect(foldedIn(catalogue, [a, b])).toEqual(foldedIn(catalogue, [b, a]));
  });

  test('without a book has no row and no list', () => {
    const nobody = foldedIn(catalogue, []);
    expect([nobody.b, nobody.x].flat().every((value) => value === 0)).toBe(true);
    expect([nobody.list, nobody.user]).toEqual([[], null]);
    expect(newcomerTitle([], nobody)).toMatch(/^With no book at all b is 0/);
  });

  test('is said to have what was chosen, most of it first', () => {
    expect(shelfText([7])).toBe('1 book of Poetry');
    expect(shelfText([0, 7, 7])).toBe('2 books of Poetry and 1 of Crime');
    expect(shelfText([0, 1, 2])).toBe('1 book of Crime, 1 of Science fiction and 1 of Romance');
    expect(shelfText([0, 1, 2, 3, 3])).toBe('5 books of 4 genres');
    expect(newcomerTitle([7, 7], foldedIn(catalogue, poetry))).toMatch(
      /^With 2 books of Poetry, the list begins with .*, and all its 10 are of that genre$/,
    );
  });
});
