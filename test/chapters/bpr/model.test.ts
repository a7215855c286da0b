import { describe, expect, test } from 'vitest';
import {
  BPR,
  bprStep,
  buildMatrix,
  log,
  negativeSampler,
  sampleAny,
  sampleNegative,
  samplePopular,
  stream,
  weightSums,
} from '../../../code/recsys.ts';
import type { BPRProgress, FlatMatrix, Interaction, Negatives } from '../../../code/recsys.ts';
import { itemsOf, lcg, randomLog, range } from '../../support/logs.ts';
import { chiSquare, chiSquareBound, mean } from '../../support/statistics.ts';

/** A matrix as the kernels take it: rows padded to a multiple of four numbers. */
function flat(rows: readonly (readonly number[])[]): FlatMatrix {
  const width = rows[0].length;
  const stride = 4 * Math.ceil(width / 4);
  const data = new Float64Array(rows.length * stride);
  rows.forEach((row, r) => {
    data.set(row, r * stride);
  });
  return { data, height: rows.length, width, stride };
}

function rowsOf({ data, height, width, stride }: FlatMatrix): number[][] {
  return range(height).map((r) => Array.from(data.slice(r * stride, r * stride + width)));
}

function expectRows(M: FlatMatrix, expected: readonly (readonly number[])[]): void {
  expected.flat().forEach((v, n) => {
    expect(rowsOf(M).flat()[n]).toBeCloseTo(v, 14);
  });
}

interface PlantedLog {
  readonly rows: readonly Interaction[];
  readonly held: readonly Interaction[];
  readonly nUsers: number;
  readonly nItems: number;
}

/** Three circles of users, each with shelves of its own; a fifth of what they take is held out. */
function plantedLog(seed: number): PlantedLog {
  const draw = lcg(seed);
  const [nUsers, nItems, circles] = [30, 36, 3];
  const taken = range(nUsers).flatMap((u) =>
    range(nItems)
      .filter((i) => i % circles === u % circles && draw() < 0.75)
      .map((i): Interaction => [u, i, 0]),
  );
  const [rows, held]: [Interaction[], Interaction[]] = [[], []];
  for (const row of taken) (draw() < 0.2 ? held : rows).push(row);
  return { rows, held, nUsers, nItems };
}

/** The share of pairs that are in order: an item of these rows above one that the user never took. */
function areaUnder(model: BPR, log: PlantedLog, liked: 'rows' | 'held'): number {
  let [ordered, pairs] = [0, 0];
  for (const u of range(log.nUsers)) {
    const scores = model.scores(u);
    const own = itemsOf({ rows: [...log.rows, ...log.held] }, u);
    const others = range(log.nItems).filter((i) => !own.includes(i));
    for (const i of itemsOf({ rows: log[liked] }, u)) {
      for (const j of others) {
        if (scores[i] > scores[j]) ordered++;
        else if (scores[i] === scores[j]) ordered += 0.5;
        pairs++;
      }
    }
  }
  return ordered / pairs;
}

/** The AUC of untrained factors: one epoch with steps too small to matter. */
function untrainedAUC(rows: readonly Interaction[]): number {
  const seen: number[] = [];
  const onProgress = (p: BPRProgress) => seen.push(p.auc);
  new BPR({ factors: 8, epochs: 1, lr: 1e-12, onProgress }).fit(rows, 40, 30);
  return seen[0];
}

describe('a step of BPR', () => {
  test('moves all three vectors as by hand', () => {
    // x = (1, 2), yi = (2, 0), yj = (0, 1): the margin is 1 · 2 + 2 · (-1) = 0, so w = 1/2.
    // With lr = 0.1 and reg = 0.5:
    //   x  += 0.1 (1/2 · (2, -1) - 1/2 · (1, 2)) = (0.05, -0.15)
    //   yi += 0.1 (1/2 · (1, 2) - 1/2 · (2, 0))  = (-0.05, 0.10)
    //   yj += 0.1 (-1/2 · (1, 2) - 1/2 · (0, 1)) = (-0.05, -0.15)
    const [X, Y] = [flat([[1, 2]]), flat([[2, 0], [0, 1], [7, 7]])]; // prettier-ignore
    expect(bprStep(X, Y, 0, 0, 1, { lr: 0.1, reg: 0.5 })).toBe(0);
    expectRows(X, [[1.05, 1.85]]);
    expectRows(Y, [[1.95, 0.1], [-0.05, 0.85], [7, 7]]); // prettier-ignore
  });

  test('weighs a wrong order more than a right one', () => {
    // One factor, x = 1, yj = 0. With yi = ln 3 the margin is ln 3 and w = 1 / (1 + 3) = 1/4; with
    // yi = -ln 3 it is -ln 3 and w = 1 / (1 + 1/3) = 3/4. Without reg, yj moves by -lr w x.
    for (const [yi, w] of [
      [Math.log(3), 1 / 4],
      [-Math.log(3), 3 / 4],
    ]) {
      const [X, Y] = [flat([[1]]), flat([[yi], [0]])];
      bprStep(X, Y, 0, 0, 1, { lr: 1, reg: 0 });
      expectRows(Y, [[yi + w], [-w]]);
      expectRows(X, [[1 + w * yi]]);
    }
  });

  test('is the gradient of its objective, by finite differences, on 400 random triples', () => {
    const draw = lcg(5);
    let [worst, tried] = [0, 0];
    for (const n of range(400)) {
      const width = 1 + (n % 9);
      const [nUsers, nItems] = [3, 5];
      // Entries up to 2: margins from about -40 to 40, so w is seen near 0, near 1 and between.
      const table = (height: number) =>
        range(height).map(() => range(width).map(() => 4 * draw() - 2));
      const [xs, ys] = [table(nUsers), table(nItems)];
      const [u, i] = [Math.floor(nUsers * draw()), Math.floor(nItems * draw())];
      const j = (i + 1 + Math.floor((nItems - 1) * draw())) % nItems;
      const [lr, reg] = [0.01 + draw(), n % 5 === 0 ? 0 : draw()];

      /** ln σ(x·(yi - yj)) - reg (‖x‖² + ‖yi‖² + ‖yj‖²) / 2 */
      const value = (): number => {
        const margin = xs[u].reduce((sum, x, f) => sum + x * (ys[i][f] - ys[j][f]), 0);
        const size = [xs[u], ys[i], ys[j]].flat().reduce((sum, v) => sum + v * v, 0);
        return -Math.log1p(Math.exp(-margin)) - (reg / 2) * size;
      };
      const [X, Y] = [flat(xs), flat(ys)];
      bprStep(X, Y, u, i, j, { lr, reg });
      const moved = [...rowsOf(X), ...rowsOf(Y)];
      [...xs, ...ys].forEach((row, r) => {
        row.forEach((v, f) => {
          const h = 1e-5;
          const [above, below] = [v + h, v - h].map((at) => {
            row[f] = at;
            return value();
          });
          row[f] = v;
          const error = Math.abs((moved[r][f] - v) / lr - (above - below) / (2 * h));
          worst = Math.max(worst, error);
          tried++;
        });
      });
    }
    console.log(`BPR: ${tried} partial derivatives, off by ${worst.toExponential(1)} at most`);
    expect(tried).toBeGreaterThan(10_000);
    expect(worst).toBeLessThan(1e-8);
  });

  test('leaves the padding of the rows at 0', () => {
    const [X, Y] = [flat([[1, 2, 3]]), flat([[1, 0, 0], [0, 1, 0]])]; // prettier-ignore
    bprStep(X, Y, 0, 0, 1, { lr: 0.1, reg: 0.1 });
    expect([X.data[3], Y.data[3], Y.data[7]]).toEqual([0, 0, 0]);
  });

  test('stands margins of any size', () => {
    for (const size of [1e3, 1e8, 1e150]) {
      for (const sign of [1, -1]) {
        const [X, Y] = [flat([[1]]), flat([[sign * size], [0]])];
        bprStep(X, Y, 0, 0, 1, { lr: 0.1, reg: 0 });
        expect([...rowsOf(X), ...rowsOf(Y)].flat().every(Number.isFinite)).toBe(true);
      }
    }
  });
});

describe('a sampled negative', () => {
  const R = buildMatrix(
    [[0, 0, 0], [0, 3, 0], [0, 4, 0], [1, 6, 0], [2, 0, 0], [3, 1, 0], [3, 2, 0]], // prettier-ignore
    5,
    7,
  );
  const unseen = [
    [1, 2, 5, 6],
    [0, 1, 2, 3, 4, 5],
    [1, 2, 3, 4, 5, 6],
    [0, 3, 4, 5, 6],
    [0, 1, 2, 3, 4, 5, 6],
  ];

  test.for(range(5))('is any unseen item of user %s with the same chance', (user) => {
    const draw = stream('test', user);
    const counts = new Array<number>(7).fill(0);
    for (let n = 0; n < 7000; n++) counts[sampleNegative(draw, R, user)]++;
    const drawn = range(7).filter((i) => counts[i] > 0);
    expect(drawn).toEqual(unseen[user]);
    const share = 7000 / unseen[user].length;
    const some = drawn.map((i) => counts[i]);
    expect(chiSquare(some, share)).toBeLessThan(chiSquareBound(some.length - 1));
  });

  test('takes one draw, from the lowest to the highest', () => {
    expect(sampleNegative(() => 0, R, 0)).toBe(1);
    expect(sampleNegative(() => 0.25, R, 0)).toBe(2);
    expect(sampleNegative(() => 0.5, R, 0)).toBe(5);
    expect(sampleNegative(() => 1 - 2 ** -53, R, 0)).toBe(6);
    let draws = 0;
    sampleNegative(() => ++draws / 10, R, 0);
    expect(draws).toBe(1);
  });

  test('says what row it needs', () => {
    const full = buildMatrix([[0, 0, 0]], 1, 1);
    expect(() => sampleNegative(() => 0, full, 0)).toThrow(
      'sampleNegative: u must be a row with a 0, got 0',
    );
  });
});

describe('another way of drawing negatives', () => {
  // Users of the items 0 to 6: 3, 2, 1, 1, 1, 0, 1. Weights: 4, 3, 2, 2, 2, 1, 2.
  const R = buildMatrix(
    [[0, 0, 0], [0, 3, 0], [0, 4, 0], [1, 0, 0], [1, 6, 0], [2, 0, 0], [2, 1, 0], [3, 1, 0], [3, 2, 0]], // prettier-ignore
    5,
    7,
  );
  const weights = [4, 3, 2, 2, 2, 1, 2];
  const has = (u: number): number[] => Array.from(R.indices.slice(R.indptr[u], R.indptr[u + 1]));

  test('is anything but the item itself, each with the same chance', () => {
    for (const i of [0, 3, 6]) {
      const draw = stream('test', i);
      const counts = new Array<number>(7).fill(0);
      for (let n = 0; n < 6000; n++) counts[sampleAny(draw, R, i)]++;
      expect(counts[i]).toBe(0);
      const others = counts.filter((_, item) => item !== i);
      expect(chiSquare(others, 1000)).toBeLessThan(chiSquareBound(5));
    }
    expect([0, 0.5, 1 - 2 ** -53].map((at) => sampleAny(() => at, R, 3))).toEqual([0, 4, 6]);
  });

  test('draws what the user has when it is unchecked, and never when it is not', () => {
    for (const [negatives, wanted] of [
      ['unseen', false],
      ['popular', false],
      ['any', true],
    ] as const) {
      const sample = negativeSampler(R, negatives);
      const draw = stream('test', 1);
      const drawn = range(5).flatMap((u) =>
        has(u).flatMap((i) => range(200).map(() => has(u).includes(sample(draw, u, i)))),
      );
      expect(drawn.includes(true), negatives).toBe(wanted);
    }
  });

  test('sums its weights up: 1 and 1 for each user', () => {
    const { below, before } = weightSums(R);
    expect(Array.from(below)).toEqual([0, 4, 7, 9, 11, 13, 14, 16]);
    expect(Array.from(before)).toEqual([0, 4, 6, 8, 12, 14, 18, 21, 24, 26]);
  });

  test('meets each unseen item as often as it weighs, one number for each unit of weight', () => {
    const sums = weightSums(R);
    for (const u of range(5)) {
      const unseen = range(7).filter((item) => !has(u).includes(item));
      const total = unseen.reduce((sum, item) => sum + weights[item], 0);
      // In the middle of each unit, and at both of its ends.
      for (const within of [0, 0.5, 1 - 2 ** -40]) {
        const drawn = range(total).map((n) =>
          samplePopular(() => (n + within) / total, R, u, sums),
        );
        expect(drawn, `user ${u}`).toEqual(
          unseen.flatMap((item) => range(weights[item]).map(() => item)),
        );
      }
    }
  });

  test.for(range(5))('by popularity has the shares of the weights for user %s', (u) => {
    const [draw, sums] = [stream('popular', u), weightSums(R)];
    const counts = new Array<number>(7).fill(0);
    for (let n = 0; n < 9000; n++) counts[samplePopular(draw, R, u, sums)]++;
    const unseen = range(7).filter((item) => !has(u).includes(item));
    const total = unseen.reduce((sum, item) => sum + weights[item], 0);
    // As many counts as units of weight, each of them expected alike.
    const square = unseen.reduce((sum, item) => {
      const expected = (9000 * weights[item]) / total;
      return sum + (counts[item] - expected) ** 2 / expected;
    }, 0);
    expect(unseen.reduce((sum, item) => sum + counts[item], 0)).toBe(9000);
    expect(square).toBeLessThan(chiSquareBound(unseen.length - 1));
  });

  test('takes one draw, whichever it is', () => {
    for (const negatives of ['unseen', 'any', 'popular'] as const) {
      let draws = 0;
      negativeSampler(R, negatives)(() => ++draws / 10, 0, 0);
      expect(draws, negatives).toBe(1);
    }
  });

  test('by name is the kernel of that name, and the usual way unless told', () => {
    const sums = weightSums(R);
    for (const at of range(20).map((n) => n / 20)) {
      const draw = () => at;
      const drawn = (negatives?: Negatives) => negativeSampler(R, negatives)(draw, 1, 6);
      expect(drawn()).toBe(sampleNegative(draw, R, 1));
      expect(drawn('unseen')).toBe(sampleNegative(draw, R, 1));
      expect(drawn('any')).toBe(sampleAny(draw, R, 6));
      expect(drawn('popular')).toBe(samplePopular(draw, R, 1, sums));
    }
  });

  test('ends for users who have everything, or everything but one', () => {
    const full = range(4).map((i): Interaction => [0, i, i]);
    for (const negatives of ['unseen', 'any', 'popular'] as const) {
      const model = new BPR({ epochs: 3, negatives }).fit([...full, ...full.slice(1).map(([, i]): Interaction => [1, i, 0])], 3, 4); // prettier-ignore
      expect(model.skippedUsers).toBe(1);
      expect([0, 1, 2].map((u) => model.recommend(u).length)).toEqual([0, 1, 0]);
      expect(new BPR({ epochs: 1, negatives }).fit([[0, 0, 0]], 1, 1).skippedUsers).toBe(1);
    }
  });

  test('gives BPR other factors from the same start', () => {
    const { rows, nUsers, nItems } = plantedLog(3);
    const after = (negatives?: Negatives) =>
      new BPR({ epochs: 2, factors: 4, ...(negatives && { negatives }) })
        .fit(rows, nUsers, nItems)
        .scores(0);
    expect(after('unseen')).toEqual(after());
    expect(after('any')).not.toEqual(after());
    expect(after('popular')).not.toEqual(after());
    expect(after('any')).not.toEqual(after('popular'));
  });

  test('by popularity recommends what fewer people have, on 20 of 20 logs', () => {
    const lower = range(20).map((seed) => {
      // All like what is popular: item i is taken with chance 0.9 - 0.025 i.
      const draw = lcg(seed);
      const rows = range(40).flatMap((u) =>
        range(30)
          .filter((i) => draw() < 0.9 - 0.025 * i)
          .map((i): Interaction => [u, i, 0]),
      );
      const meanPlace = (negatives: Negatives): number => {
        const model = new BPR({ factors: 8, epochs: 20, negatives, seed }).fit(rows, 40, 30);
        return mean(range(40).flatMap((u) => model.recommend(u, 3)));
      };
      return meanPlace('popular') > meanPlace('unseen') + 1;
    });
    expect(lower.filter(Boolean)).toHaveLength(20);
  });
});

describe('BPR', () => {
  test('starts from normal draws of its own stream, those of the users first', () => {
    const [nUsers, nItems, factors] = [3, 4, 5];
    const draw = stream('BPR.fit: init', 7);
    const normal = (): number => {
      for (;;) {
        const [a, b] = [2 * draw() - 1, 2 * draw() - 1];
        const s = a * a + b * b;
        if (s > 0 && s < 1) return a * Math.sqrt((-2 * log(s)) / s);
      }
    };
    const table = (height: number) =>
      range(height).map(() => range(factors).map(() => 0.1 * normal()));
    const [X, Y] = [table(nUsers), table(nItems)];
    // Steps so small that they are lost in the rounding.
    const rows = range(nUsers).map((u): Interaction => [u, u, 0]);
    const model = new BPR({ factors, seed: 7, lr: 1e-300, reg: 0, epochs: 1 });
    model.fit(rows, nUsers, nItems);
    expect(model.userFactors.to2DArray()).toEqual(X);
    expect(model.itemFactors.to2DArray()).toEqual(Y);
  });

  test('counts a pair that is tied as one half of a pair in order', () => {
    // The first epoch takes every factor that it meets down to 1e-200, so every margin to 0.
    const heard: number[] = [];
    const onProgress = ({ auc }: BPRProgress): void => {
      heard.push(auc);
    };
    const rows = range(3).map((u): Interaction => [u, u, 0]);
    new BPR({ factors: 1, lr: 1e-200, reg: 1e200, epochs: 9, onProgress }).fit(rows, 3, 4);
    expect(heard.at(-1)).toBe(0.5);
  });

  test('ends for a user who has everything, and counts who is skipped', () => {
    const full = (u: number) => range(4).map((i): Interaction => [u, i, i]);
    const rows: Interaction[] = [...full(0), ...full(2), [1, 3, 0]];
    const model = new BPR({ epochs: 3 }).fit(rows, 4, 4);
    expect(model.skippedUsers).toBe(2);
    expect([0, 1, 2, 3].map((u) => model.recommend(u).length)).toEqual([0, 3, 0, 0]);
    expect(new BPR({ epochs: 2 }).fit(full(0), 1, 4).skippedUsers).toBe(1);
    expect(new BPR({ epochs: 2 }).fit([[0, 0, 0]], 1, 1).skippedUsers).toBe(1);
    expect(new BPR({ epochs: 2 }).fit([[0, 0, 0]], 1, 2).skippedUsers).toBe(0);
    expect(() => new BPR().skippedUsers).toThrow(/BPR.skippedUsers: call fit first/);
  });

  test('orders more and more pairs rightly on a planted log', () => {
    // Even users have even items, odd users odd ones; each lacks a few of theirs.
    const rows = range(40).flatMap((u) =>
      range(30)
        .filter((i) => i % 2 === u % 2 && (i + 7 * u) % 5 !== 0)
        .map((i): Interaction => [u, i, 0]),
    );
    const progress: BPRProgress[] = [];
    const model = new BPR({
      factors: 8,
      epochs: 25,
      onProgress: (p) => {
        progress.push(p);
      },
    }).fit(rows, 40, 30);
    expect(progress.map((p) => p.epoch)).toEqual(range(25).map((n) => n + 1));
    expect(progress.every((p) => p.total === 25)).toBe(true);
    expect(progress.every((p) => p.auc >= 0 && p.auc <= 1)).toBe(true);
    // Untrained factors order half of the pairs rightly: 0.5, give or take 4 √(1/4 / 480) = 0.09.
    expect(Math.abs(untrainedAUC(rows) - 0.5)).toBeLessThan(0.09);
    // Of an odd user's unseen items 15 of about 18 are even: a perfect split of the two kinds
    // orders 15/18 = 0.83 rightly, and half of the rest.
    expect(progress[24].auc).toBeGreaterThan(0.85);
    expect(progress[24].auc).toBeGreaterThan(progress[0].auc + 0.2);
    for (const u of range(40)) {
      const own = range(30).filter((i) => i % 2 === u % 2 && (i + 7 * u) % 5 === 0);
      expect(model.recommend(u, own.length).sort((a, b) => a - b)).toEqual(own);
    }
  });

  test('ranks better than where it started on 100 of 100 planted logs, held-out items too', () => {
    const gains = range(100).map((seed) => {
      const log = plantedLog(seed);
      const fit = (lr: number): BPR =>
        new BPR({ factors: 8, epochs: 15, lr, seed }).fit(log.rows, log.nUsers, log.nItems);
      // A learning rate that is next to nothing: the factors stay where they were drawn.
      const [before, after] = [fit(Number.MIN_VALUE), fit(BPR.defaults.lr)];
      return {
        known: areaUnder(after, log, 'rows') - areaUnder(before, log, 'rows'),
        held: areaUnder(after, log, 'held') - areaUnder(before, log, 'held'),
        start: areaUnder(before, log, 'held'),
      };
    });
    const least = (name: 'known' | 'held') => Math.min(...gains.map((gain) => gain[name]));
    console.log(
      `BPR: smallest gain in AUC of 100 logs ${least('known').toFixed(3)}, ` +
        `of held-out items ${least('held').toFixed(3)}`,
    );
    // Chance is 1/2: factors that were only drawn know nothing.
    expect(Math.abs(mean(gains.map(({ start }) => start)) - 0.5)).toBeLessThan(0.03);
    expect(gains.filter(({ known }) => known > 0.2)).toHaveLength(100);
    expect(gains.filter(({ held }) => held > 0.2)).toHaveLength(100);
  });

  test('starts where it says: with a learning rate of nothing, epochs change no bit', () => {
    const { rows, nUsers, nItems } = plantedLog(3);
    const factorsAfter = (epochs: number) =>
      new BPR({ epochs, lr: Number.MIN_VALUE, factors: 8 })
        .fit(rows, nUsers, nItems)
        .userFactors.to2DArray();
    expect(factorsAfter(20)).toEqual(factorsAfter(1));
  });

  test('visits each pair of user and item once an epoch, repeated or not', () => {
    const { rows, nUsers, nItems } = randomLog(6, 9, 25);
    const once = new BPR({ epochs: 4 }).fit(rows, nUsers, nItems);
    const twice = new BPR({ epochs: 4 }).fit([...rows, ...rows], nUsers, nItems);
    expect(twice.userFactors.to2DArray()).toEqual(once.userFactors.to2DArray());
    expect(twice.itemFactors.to2DArray()).toEqual(once.itemFactors.to2DArray());
  });

  test('a score is the product of factors, zeros for a user without history', () => {
    const { rows, nItems } = randomLog(6, 9, 25);
    const model = new BPR({ factors: 5, epochs: 3 }).fit(rows, 8, nItems);
    expect([model.userFactors.rows, model.userFactors.columns]).toEqual([8, 5]);
    expect([model.itemFactors.rows, model.itemFactors.columns]).toEqual([9, 5]);
    expect(model.userFactors.getRow(7)).toEqual([0, 0, 0, 0, 0]);
    const product = model.userFactors.mmul(model.itemFactors.transpose());
    for (const u of range(8)) {
      Array.from(model.scores(u)).forEach((score, i) => {
        expect(score).toBeCloseTo(product.get(u, i), 14);
      });
    }
  });

  test('to ask for progress changes nothing', () => {
    const { rows, nUsers, nItems } = randomLog(6, 9, 25);
    const quiet = new BPR({ epochs: 3 }).fit(rows, nUsers, nItems);
    const loud = new BPR({ epochs: 3, onProgress: () => undefined }).fit(rows, nUsers, nItems);
    expect(loud.userFactors.to2DArray()).toEqual(quiet.userFactors.to2DArray());
  });

  test('factors that grow out of bounds end in an error, never in a list', () => {
    const { rows, nUsers, nItems } = randomLog(6, 9, 25);
    const model = new BPR({ lr: 1e200, reg: 1e10 });
    expect(() => model.fit(rows, nUsers, nItems)).toThrow(/^BPR.fit: .*smaller lr/);
    expect(() => model.recommend(0)).toThrow(/call fit first/);
  });

  test("has the seed's defaults", () => {
    const expected = { factors: 32, lr: 0.05, reg: 0.01, epochs: 30, seed: 0 };
    expect(BPR.defaults).toEqual(expected);
    expect(new BPR().options).toEqual(expected);
  });
});
