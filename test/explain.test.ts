// Why this? Each score taken apart, and the parts put together again.
import fc from 'fast-check';
import { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { models, syntheticDataset } from '../code/models.ts';
import type { CatalogueEntry, Options } from '../code/models.ts';
import {
  BPR,
  ContentBased,
  foldIn,
  ImplicitALS,
  ItemItemCF,
  Popularity,
  Random,
  Trending,
} from '../code/recsys.ts';
import type { Explanation, Interaction, Recommender } from '../code/recsys.ts';
import { lcg, range } from './support/logs.ts';

type Explaining = Required<Recommender>;

const sumOf = ({ parts }: Explanation): number =>
  parts.reduce((total, { value }) => total + value, 0);

/** Rounding grows with what is added up, not with what is left of it. */
function expectToAddUp(explanation: Explanation): void {
  const size = explanation.parts.reduce((total, { value }) => total + Math.abs(value), 0);
  expect(Math.abs(sumOf(explanation) - explanation.score)).toBeLessThanOrEqual(
    1e-10 * Math.max(size, 1e-300),
  );
}

function features(nItems: number, width: number): Matrix {
  const draw = lcg(7);
  return new Matrix(range(nItems).map(() => range(width).map(() => draw() - 0.3)));
}

/** Few steps, and a half-life within the logs. */
const quick: Options = { halfLife: 3, factors: 3, iters: 2, epochs: 2, alpha: 2 };
const explainers = models.filter(({ explains }) => explains);

function make(entry: CatalogueEntry, log: Interaction[], nUsers: number, nItems: number) {
  const settings = Object.entries(quick).filter(([name]) => name in entry.defaults);
  const data = { train: log, test: new Map(), itemFeats: features(nItems, 3), nUsers, nItems };
  return entry.fit(data, Object.fromEntries(settings)) as Explaining;
}

const anyLog = fc
  .record({ nUsers: fc.integer({ min: 1, max: 6 }), nItems: fc.integer({ min: 1, max: 6 }) })
  .chain((sizes) =>
    fc.record({
      nUsers: fc.constant(sizes.nUsers),
      nItems: fc.constant(sizes.nItems),
      log: fc.array(
        fc.tuple(
          fc.nat(sizes.nUsers - 1),
          fc.nat(sizes.nItems - 1),
          fc.integer({ min: -20, max: 20 }),
        ),
        { maxLength: 25 },
      ),
    }),
  );

describe.for(explainers)('the parts of a score of $name', (entry) => {
  test('add up to it, for every user and item of any log', () => {
    fc.assert(
      fc.property(anyLog, ({ log, nUsers, nItems }) => {
        const model = make(entry, log, nUsers, nItems);
        for (const user of range(nUsers)) {
          const scores = model.scores(user);
          for (const item of range(nItems)) {
            const explanation = model.explain(user, item);
            expectToAddUp(explanation);
            // The sum of another order may differ in the last digits.
            const scale = Math.max(1, Math.abs(scores[item]));
            expect(Math.abs(explanation.score - scores[item])).toBeLessThanOrEqual(1e-12 * scale);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('come once each, none of them 0, the largest first', () => {
    fc.assert(
      fc.property(anyLog, ({ log, nUsers, nItems }) => {
        const { parts } = make(entry, log, nUsers, nItems).explain(0, 0);
        expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
        const sizes = parts.map(({ value }) => Math.abs(value));
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
        expect(sizes.every((size) => size > 0)).toBe(true);
      }),
    );
  });

  test('leave the model as it was', () => {
    const log: Interaction[] = [
      [0, 0, 1],
      [0, 1, 2],
      [1, 1, 3],
    ];
    const model = make(entry, log, 2, 3);
    const before = model.scores(0);
    const first = model.explain(0, 2);
    expect(model.explain(0, 2)).toEqual(first);
    expect(model.scores(0)).toEqual(before);
  });

  test('cannot be asked for a user or an item that is not there', () => {
    const model = make(entry, [[0, 0, 1]], 2, 3);
    expect(() => model.explain(2, 0)).toThrow(/explain: user must be .* got 2/);
    expect(() => model.explain(0, 3)).toThrow(/explain: item must be .* got 3/);
    expect(() => model.explain(0, 0.5)).toThrow(/explain: item must be .* got 0.5/);
  });
});

describe('worked by hand', () => {
  // User 0 took item 0 twice and item 1 once; user 1 took items 0 and 1; user 2 took 1 and 2.
  const log: Interaction[] = [
    [0, 0, 0],
    [0, 0, 1],
    [0, 1, 2],
    [1, 0, 3],
    [1, 1, 4],
    [2, 1, 5],
    [2, 2, 6],
  ];

  test('a count comes from the users who took the item, repeats and all', () => {
    expect(new Popularity().fit(log, 3, 3).explain(2, 0)).toEqual({
      score: 3,
      by: 'user',
      parts: [
        { id: 0, value: 2 },
        { id: 1, value: 1 },
      ],
    });
  });

  test('a trend comes from the same users, by how long ago they took it', () => {
    const { score, parts } = new Trending({ halfLife: 1 }).fit(log, 3, 3).explain(2, 0);
    // Ages 6, 5 and 3 half-lives: 1/64 + 1/32 of user 0, 1/8 of user 1.
    expect(score).toBeCloseTo(11 / 64, 15);
    expect(parts.map(({ id }) => id)).toEqual([1, 0]);
    expect(parts[0].value).toBeCloseTo(1 / 8, 15);
    expect(parts[1].value).toBeCloseTo(3 / 64, 15);
  });

  test('an item is like what the user had: one cosine for each of it', () => {
    const { score, by, parts } = new ItemItemCF().fit(log, 3, 3).explain(0, 2);
    // Item 2 shares user 2 with item 1 (3 users), and nobody with item 0.
    expect(by).toBe('item');
    expect(parts).toEqual([{ id: 1, value: 1 / Math.sqrt(3) }]);
    expect(score).toBe(parts[0].value);
  });

  test('a past item speaks in content by its share of the profile', () => {
    const F = new Matrix([
      [1, 0],
      [0, 1],
      [1, 1],
    ]);
    const model = new ContentBased({ halfLife: Infinity }).fit(log, F, 3, 3);
    const { score, parts } = model.explain(0, 2);
    // The profile of user 0 is (2/3, 1/3): its part on (1, 1) is 2 to 1.
    expect(score).toBeCloseTo(3 / Math.sqrt(10), 14);
    expect(parts.map(({ id }) => id)).toEqual([0, 1]);
    expect(parts[0].value / parts[1].value).toBeCloseTo(2, 12);
  });

  test('a row of ALS is solved from past items, and each of them has its part', () => {
    // One factor, alpha 1, reg 1, one iteration from y = (1, 2, 0); user 0 has items 0 and 1:
    //   A = 5 + (1 + 4) + 1 = 11,  b = 2 · 1 + 2 · 2 = 6,  x = 6/11, of which 2/11 and 4/11.
    const init = {
      userFactors: Matrix.zeros(1, 1),
      itemFactors: new Matrix([[1], [2], [0]]),
    };
    const rows: Interaction[] = [
      [0, 0, 1],
      [0, 1, 2],
    ];
    const model = new ImplicitALS({ factors: 1, alpha: 1, reg: 1, iters: 1, init }).fit(rows, 1, 3);
    const y = model.itemFactors.get(0, 0);
    const { parts } = model.explain(0, 0);
    expect(parts.map(({ id }) => id)).toEqual([1, 0]);
    expect(parts[0].value).toBeCloseTo((4 / 11) * y, 14);
    expect(parts[1].value).toBeCloseTo((2 / 11) * y, 14);
  });

  test('a score of BPR is x times y, factor by factor', () => {
    const model = new BPR({ factors: 2, epochs: 1 }).fit(log, 3, 3);
    const { by, parts } = model.explain(0, 1);
    expect(by).toBe('factor');
    for (const { id, value } of parts) {
      expect(value).toBe(model.userFactors.get(0, id) * model.itemFactors.get(1, id));
    }
    expect(parts).toHaveLength(2);
  });

  test('chance gives no reason but the draw', () => {
    const model = new Random().fit(log, 3, 3);
    const score = model.scores(0)[2];
    expect(model.explain(0, 2)).toEqual({ score, by: 'draw', parts: [{ id: 2, value: score }] });
  });
});

describe('on the book’s own log', () => {
  const data = syntheticDataset({ seed: 0 });

  test.for(explainers)('$title explains each of ten recommendations', (entry) => {
    const model = entry.fit(data);
    const list = model.recommend(108, 10);
    expect(list).toHaveLength(10);
    for (const item of list) {
      const explanation = model.explain?.(108, item);
      if (!explanation) throw new Error(`${entry.title} explains nothing`);
      expectToAddUp(explanation);
      expect(explanation.parts.length).toBeGreaterThan(0);
    }
  });
});

describe('a user who is folded in', () => {
  test('gets the row that solves their own equations', () => {
    const data = syntheticDataset({ seed: 0 });
    const { train, nUsers, nItems } = data;
    const settings = { alpha: 2, reg: 3 };
    const model = new ImplicitALS({ ...settings, factors: 5, iters: 3 }).fit(train, nUsers, nItems);
    const { itemFactors } = model;
    const items = train.filter(([u]) => u === 108).map(([, i]) => i);
    const { A, b, x } = foldIn(itemFactors, items, settings);
    // A x = b, with A and b summed cell by cell.
    const Ax = Float64Array.from(range(5), (f) => {
      const row = range(5).map((g) => A.get(f, g) * x[g]);
      return row.reduce((total, value) => total + value, 0);
    });
    range(5).forEach((f) => expect(Ax[f]).toBeCloseTo(b[f], 9));
    const has = new Set(items);
    for (const f of range(5)) {
      const by = range(nItems).reduce(
        (t, i) => t + (has.has(i) ? 3 * itemFactors.get(i, f) : 0),
        0,
      );
      expect(b[f]).toBeCloseTo(by, 10);
      for (const g of range(5)) {
        const cells = range(nItems).map((i) => {
          return (has.has(i) ? 3 : 1) * itemFactors.get(i, f) * itemFactors.get(i, g);
        });
        const sum = cells.reduce((t, v) => t + v, f === g ? 3 : 0);
        expect(A.get(f, g)).toBeCloseTo(sum, 9);
      }
    }
  });

  test('is the user of the model itself, where the factors have settled', () => {
    const log: Interaction[] = range(6).flatMap((u) =>
      range(5)
        .filter((i) => (u + i) % 2 === 0)
        .map((i): Interaction => [u, i, u]),
    );
    const settings = { alpha: 1, reg: 0.5 };
    const model = new ImplicitALS({ ...settings, factors: 2, iters: 400 }).fit(log, 6, 5);
    const { x } = foldIn(model.itemFactors, [4, 0, 2, 2], settings);
    expect(x[0]).toBeCloseTo(model.userFactors.get(0, 0), 8);
    expect(x[1]).toBeCloseTo(model.userFactors.get(0, 1), 8);
  });

  test('has a row of zeros without items', () => {
    const { b, x } = foldIn(new Matrix([[1, 2], [3, 4]]), []); // prettier-ignore
    expect(Array.from(x)).toEqual([0, 0]);
    expect(Array.from(b)).toEqual([0, 0]);
  });
});
