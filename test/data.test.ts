import { describe, expect, test } from 'vitest';
import { overRuns } from '../code/evaluation/intervals.ts';
import type { Estimate } from '../code/evaluation/intervals.ts';
import { makeSynthetic, syntheticDefaults } from '../code/recsys.ts';
import type { SyntheticData, SyntheticOptions } from '../code/recsys.ts';
import { range } from './support/logs.ts';
import {
  chiSquare,
  chiSquareBound,
  distanceBound,
  distanceFromUniform,
  mean,
} from './support/statistics.ts';

/** The genre of an item is where its feature is near 1. */
function genresOf({ itemFeats, nItems }: SyntheticData): number[] {
  return range(nItems).map((i) => itemFeats.getRow(i).findIndex((f) => f >= 1));
}

/** How often each user met each item. */
function countsOf({ interactions, nUsers, nItems }: SyntheticData): number[][] {
  const counts = range(nUsers).map(() => range(nItems).map(() => 0));
  for (const [u, i] of interactions) counts[u][i]++;
  return counts;
}

const sumColumns = (counts: number[][]): number[] =>
  counts[0].map((_, i) => counts.reduce((sum, row) => sum + row[i], 0));

/** All that can be compared: two functions never are the same. */
function partsOf({ probabilities, ...parts }: SyntheticData) {
  return { ...parts, chances: Array.from(probabilities(0)) };
}

/** Chi-square over cells that are expected at least 5 times, the others together. */
function fits(counts: readonly number[], expected: readonly number[]): void {
  const large = range(counts.length).filter((n) => expected[n] >= 5);
  const rest = range(counts.length).filter((n) => expected[n] < 5);
  const total = (values: readonly number[]) => rest.reduce((sum, n) => sum + values[n], 0);
  const [c, e] = [large.map((n) => counts[n]), large.map((n) => expected[n])];
  if (total(expected) >= 5) {
    c.push(total(counts));
    e.push(total(expected));
  }
  expect(c.length).toBeGreaterThan(1);
  expect(chiSquare(c, e)).toBeLessThan(chiSquareBound(c.length - 1));
}

describe('a synthetic log', () => {
  const data = makeSynthetic();

  test('has 18,000 events of 300 users and 150 items in 8 genres when not told', () => {
    expect(syntheticDefaults).toEqual({
      nUsers: 300,
      nItems: 150,
      nGenres: 8,
      nInter: 18000,
      popWeight: 0.8,
      tailPow: 2,
      tastePow: 2.5,
      repeats: 1,
      drift: 0,
      seed: 0,
    });
    expect([data.nUsers, data.nItems, data.interactions.length]).toEqual([300, 150, 18000]);
    expect([data.itemFeats.rows, data.itemFeats.columns]).toEqual([150, 8]);
    expect(partsOf(makeSynthetic(syntheticDefaults))).toEqual(partsOf(data));
    const blank = { nUsers: undefined } as unknown as SyntheticOptions;
    expect(partsOf(makeSynthetic(blank))).toEqual(partsOf(data));
  });

  test('counts time in events', () => {
    expect(data.interactions.map(([, , t]) => t)).toEqual(range(18000));
  });

  test('holds ids that are there', () => {
    const there = (id: number, size: number) => Number.isInteger(id) && id >= 0 && id < size;
    expect(data.interactions.every(([u, i]) => there(u, 300) && there(i, 150))).toBe(true);
  });

  test('is the same for the same seed, and another for another', () => {
    expect(partsOf(makeSynthetic({ seed: 7 }))).toEqual(partsOf(makeSynthetic({ seed: 7 })));
    const firsts = [0, 1, 2, -1, 2 ** 40].map((seed) =>
      makeSynthetic({ seed, nInter: 20 }).interactions.join(' '),
    );
    expect(new Set(firsts).size).toBe(5);
  });

  test('goes on where a shorter one ends', () => {
    const shorter = makeSynthetic({ nInter: 500 });
    expect(data.interactions.slice(0, 500)).toEqual(shorter.interactions);
    expect(shorter.itemFeats).toEqual(data.itemFeats);
  });

  test('leaves its options as they were', () => {
    expect(makeSynthetic(Object.freeze({ nInter: 3 })).interactions).toHaveLength(3);
  });
});

describe('the items', () => {
  const data = makeSynthetic({ nItems: 4000, nInter: 0, seed: 2 });
  const genres = genresOf(data);

  test('have each genre with the same chance', () => {
    const counts = range(8).map((g) => genres.filter((x) => x === g).length);
    expect(chiSquare(counts, 500)).toBeLessThan(chiSquareBound(7));
  });

  test('have one feature from 1 to 1.05, of their genre, and others from 0.05 to 0.10', () => {
    const own: number[] = [];
    const other: number[] = [];
    for (const i of range(4000)) {
      data.itemFeats.getRow(i).forEach((f, g) => (g === genres[i] ? own : other).push(f));
    }
    expect([own.length, other.length]).toEqual([4000, 28000]);
    expect(own.every((f) => f >= 1 && f < 1.05 + 1e-12)).toBe(true);
    expect(other.every((f) => f >= 0.05 && f < 0.1 + 1e-12)).toBe(true);
    for (const [values, from] of [
      [own, 1],
      [other, 0.05],
    ] as const) {
      const unit = values.map((f) => (f - from) / 0.05);
      expect(distanceFromUniform(unit)).toBeLessThan(distanceBound(unit.length));
    }
  });
});

describe('the events', () => {
  test('come from each user with the same chance', () => {
    const counts = countsOf(makeSynthetic({ nInter: 60_000, seed: 1 }));
    const perUser = counts.map((row) => row.reduce((a, b) => a + b, 0));
    expect(chiSquare(perUser, 200)).toBeLessThan(chiSquareBound(299));
  });

  test('are as skewed as the square of a uniform draw where only popularity counts', () => {
    // With popWeight = 1 and tastePow = 0, P(i) = U_i² / Σ U². Σ U² is near nItems / 3, so
    // √(share · nItems / 3) gives the U_i back, but for the noise of counting (1.5 %).
    const nItems = 1500;
    const data = makeSynthetic({ nItems, popWeight: 1, tastePow: 0, nInter: 400_000, seed: 3 });
    const counts = sumColumns(countsOf(data));
    const draws = counts.map((c) => Math.sqrt(((c / 400_000) * nItems) / 3));
    expect(distanceFromUniform(draws)).toBeLessThan(distanceBound(nItems) + 0.015);
    // It is the square and nothing near it: powers 1.2 and 3.2 are too far off.
    for (const power of [1.2, 3.2]) {
      const total = nItems / (power + 1);
      const wrong = counts.map((c) => ((c / 400_000) * total) ** (1 / power));
      expect(distanceFromUniform(wrong)).toBeGreaterThan(distanceBound(nItems) + 0.015);
    }
  });

  test('are spread evenly where neither popularity nor taste counts', () => {
    const data = makeSynthetic({ popWeight: 0, tastePow: 0, nInter: 60_000, seed: 4 });
    fits(sumColumns(countsOf(data)), range(150).map(() => 400)); // prettier-ignore
  });

  test('follow a taste that is the power 2.5 of a uniform draw', () => {
    // Two genres: the ratio of the smaller to the larger taste is (min U / max U)^2.5, and min/max
    // of two uniform draws is uniform.
    const data = makeSynthetic({ nUsers: 300, nGenres: 2, popWeight: 0, nInter: 600_000, seed: 5 });
    const genres = genresOf(data);
    const sizes = [0, 1].map((g) => genres.filter((x) => x === g).length);
    const counts = countsOf(data).map((row) =>
      [0, 1].map((g) => row.reduce((sum, c, i) => sum + (genres[i] === g ? c : 0), 0) / sizes[g]),
    );
    const ratios = (power: number) =>
      counts.map(([a, b]) => (Math.min(a, b) / Math.max(a, b)) ** (1 / power));
    expect(distanceFromUniform(ratios(2.5))).toBeLessThan(distanceBound(300));
    for (const wrong of [1.5, 3.7]) {
      expect(distanceFromUniform(ratios(wrong))).toBeGreaterThan(distanceBound(300));
    }
  });

  test('have tastes for genres that do not depend on each other or on the place of the genre', () => {
    const data = makeSynthetic({ nUsers: 1500, popWeight: 0, nInter: 150_000, seed: 6 });
    const genres = genresOf(data);
    const counts = countsOf(data);
    const shares = range(8).map((g) => {
      const size = genres.filter((x) => x === g).length;
      const perUser = counts.map((row) => {
        const all = row.reduce((a, b) => a + b, 0);
        return row.reduce((sum, c, i) => sum + (genres[i] === g ? c : 0), 0) / all / size;
      });
      return mean(perUser);
    });
    // Each is near 1 / 150 per item: the tastes of a user sum to one.
    for (const share of shares) expect(Math.abs(share * 150 - 1)).toBeLessThan(0.25);
  });

  test('mix popularity and chance in the given proportion', () => {
    // Same seed, same items: what comes with weights 1 and 0 tells what must come with 0.8.
    const shares = (popWeight: number, nInter: number) => {
      const data = makeSynthetic({ nGenres: 1, nItems: 60, popWeight, nInter, seed: 8 });
      return sumColumns(countsOf(data)).map((c) => c / nInter);
    };
    const n = 20_000;
    const popular = shares(1, 600_000);
    const mixed = shares(0.8, n).map((s) => s * n);
    fits(
      mixed,
      popular.map((p) => n * (0.8 * p + 0.2 / 60)),
    );
    expect(() => {
      fits(
        mixed,
        popular.map((p) => n * (0.7 * p + 0.3 / 60)),
      );
    }).toThrow();
  });

  test('within a genre follow the same law for every user', () => {
    // P(i | u) = taste[u, genre i] · weight i, normalised: given the genre, the user is out of it.
    const data = makeSynthetic({
      nUsers: 2,
      nItems: 24,
      nGenres: 3,
      tastePow: 1,
      popWeight: 0.5,
      nInter: 60_000,
      seed: 11,
    });
    const genres = genresOf(data);
    const [a, b] = countsOf(data);
    for (const g of range(3)) {
      const own = range(24).filter((i) => genres[i] === g);
      const [na, nb] = [a, b].map((row) => own.reduce((sum, i) => sum + row[i], 0));
      const together = own.map((i) => a[i] + b[i]);
      // Two samples of one law: chi-square over both, items - 1 degrees of freedom.
      const both = own.flatMap((i) => [a[i], b[i]]);
      const expected = together.flatMap((c) => [(c * na) / (na + nb), (c * nb) / (na + nb)]);
      expect(Math.min(...expected)).toBeGreaterThan(3);
      expect(chiSquare(both, expected)).toBeLessThan(chiSquareBound(own.length - 1));
    }
    // Between genres the two users do differ.
    const share = (row: number[]) => row.reduce((sum, c, i) => sum + (genres[i] ? 0 : c), 0);
    expect(Math.abs(share(a) - share(b))).toBeGreaterThan(500);
  });
});

/** What is true of the logs of thirty seeds, one number each. */
const overLogs = (of: (data: SyntheticData) => number, options: SyntheticOptions = {}): Estimate =>
  overRuns(range(30).map((seed) => of(makeSynthetic({ ...options, seed }))));

/** The share of the events that the most popular of the items have. */
function shareOf(data: SyntheticData, part: number): number {
  const counts = sumColumns(countsOf(data)).sort((a, b) => b - a);
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  return sum(counts.slice(0, part * counts.length)) / sum(counts);
}

/** The share of the events that are not the first of their user and item. */
function repeatedIn({ interactions }: SyntheticData): number {
  const pairs = new Set(interactions.map(([u, i]) => `${u} ${i}`));
  return 1 - pairs.size / interactions.length;
}

describe('a heavy tail', () => {
  test('of power 10 gives a fifth of the items three quarters of the events, like a real log', () => {
    const usual = overLogs((data) => shareOf(data, 0.2));
    const heavy = overLogs((data) => shareOf(data, 0.2), { tailPow: 10 });
    expect(usual.low).toBeGreaterThan(0.4);
    expect(usual.high).toBeLessThan(0.45);
    expect(heavy.low).toBeGreaterThan(0.7);
    expect(heavy.high).toBeLessThan(0.8);
  });

  test('is the power of a uniform draw: at 0 all items are equally popular', () => {
    const only = { popWeight: 1, tastePow: 0, nGenres: 1, nInter: 60_000, seed: 4 };
    fits(sumColumns(countsOf(makeSynthetic({ ...only, tailPow: 0 }))), range(150).map(() => 400)); // prettier-ignore
    // Σ U^p is near nItems / (p + 1): the shares give the U back.
    const nItems = 1500;
    const counts = sumColumns(
      countsOf(makeSynthetic({ ...only, nItems, tailPow: 1, nInter: 400_000 })),
    );
    const draws = (power: number) =>
      counts.map((c) => Math.min(1, ((c / 400_000) * nItems) / (power + 1)) ** (1 / power));
    expect(distanceFromUniform(draws(1))).toBeLessThan(distanceBound(nItems) + 0.015);
    expect(distanceFromUniform(draws(2))).toBeGreaterThan(distanceBound(nItems) + 0.015);
  });
});

describe('what comes again', () => {
  test('is 37 % of the events as it is, and 11 % at a tenth of the chance', () => {
    const usual = overLogs(repeatedIn);
    const few = overLogs(repeatedIn, { repeats: 0.1 });
    expect([usual.mean, few.mean]).toEqual([expect.closeTo(0.37, 2), expect.closeTo(0.11, 2)]);
    expect(few.high).toBeLessThan(usual.low / 3);
  });

  test('comes with that share of the chance that it had', () => {
    // Two items, equally likely: after one of them it comes again with chance r / (1 + r).
    for (const repeats of [0.5, 0.1]) {
      const options = { nUsers: 20_000, nItems: 2, popWeight: 0, nGenres: 1, seed: 5 };
      const { interactions } = makeSynthetic({ ...options, nInter: 60_000, repeats });
      const first = new Map<number, number>();
      const second = new Map<number, boolean>();
      for (const [u, i] of interactions) {
        if (first.has(u) && !second.has(u)) second.set(u, first.get(u) === i);
        if (!first.has(u)) first.set(u, i);
      }
      const again = Array.from(second.values()).filter(Boolean).length;
      const share = repeats / (1 + repeats);
      fits([again, second.size - again], [share * second.size, (1 - share) * second.size]);
      expect(second.size).toBeGreaterThan(10_000);
    }
  });

  test('never comes at 0 while there is anything else, however little it is liked', () => {
    const options = { nUsers: 20, nItems: 12, nInter: 2000, repeats: 0, tastePow: 20, tailPow: 20 };
    const rows = range(20).map((): number[] => []);
    for (const [u, i] of makeSynthetic(options).interactions) rows[u].push(i);
    for (const own of rows) expect(new Set(own.slice(0, 12)).size).toBe(12);
    expect(rows.every(({ length }) => length > 12)).toBe(true);
  });

  test('is weighed rightly where nearly all is known', () => {
    // Of 60 items a user has had all but two or three; which comes next is as the chances say.
    const options = { nUsers: 3000, nItems: 8, nGenres: 1, popWeight: 1, repeats: 0, seed: 9 };
    const data = makeSynthetic({ ...options, tailPow: 4, nInter: 60_000 });
    const own = range(3000).map((): number[] => []);
    for (const [u, i] of data.interactions) own[u].push(i);
    const chances = data.probabilities(0);
    const counts = range(8).map(() => 0);
    const expected = range(8).map(() => 0);
    for (const items of own.filter(({ length }) => length > 6)) {
      const left = range(8).filter((i) => !items.slice(0, 6).includes(i));
      const total = left.reduce((sum, i) => sum + chances[i], 0);
      for (const i of left) expected[i] += chances[i] / total;
      counts[items[6]]++;
    }
    fits(counts, expected);
  });

  test('leaves the log as it was at 1, and the users of every event where it is', () => {
    const log = makeSynthetic({ repeats: 1, drift: 0, tailPow: 2 });
    expect(partsOf(log)).toEqual(partsOf(makeSynthetic()));
  });
});

describe('drift', () => {
  const options = { nUsers: 3, nItems: 40, nGenres: 4, nInter: 200_000, seed: 5 };
  const data = makeSynthetic({ ...options, drift: 0.5 });

  test('makes other things likely at another time', () => {
    for (const from of [0, 60_000, 198_000]) {
      const rows = data.interactions.slice(from, from + 2000);
      for (const u of range(3)) {
        const own = rows.filter(([user]) => user === u).map(([, i]) => i);
        const counts = range(40).map((i) => own.filter((item) => item === i).length);
        const at = (time: number) => Array.from(data.probabilities(u, time), (p) => p * own.length);
        fits(counts, at(from));
        fits(counts, at(from + 1999));
        expect(() => {
          fits(counts, at((from + 100_000) % 200_000));
        }).toThrow();
      }
    }
  });

  test('begins where a log without it stands, and comes back there after a whole turn', () => {
    const still = makeSynthetic({ ...options, nInter: 0 }).probabilities(1);
    expect(data.probabilities(1, 0)).toEqual(still);
    const turned = makeSynthetic({ ...options, nInter: 1000, drift: 1 }).probabilities(1);
    turned.forEach((p, i) => {
      expect(p).toBeCloseTo(still[i], 12);
    });
  });

  test('leaves users, genres and features alone, and who comes when', () => {
    const still = makeSynthetic(options);
    expect(data.itemFeats).toEqual(still.itemFeats);
    const users = ({ interactions }: SyntheticData) => interactions.map(([u]) => u);
    expect(users(data)).toEqual(users(still));
  });

  test('is known at every time of the log, by default at its end', () => {
    expect(data.probabilities(2)).toEqual(data.probabilities(2, 200_000));
    expect(data.probabilities(2)).not.toEqual(data.probabilities(2, 0));
    // Asked forwards or backwards.
    const early = data.probabilities(0, 10);
    data.probabilities(0, 150_000);
    expect(data.probabilities(0, 10)).toEqual(early);
    expect(() => data.probabilities(0, 200_001)).toThrow(
      new RangeError('probabilities: time must be an integer from 0 to 200000, got 200001'),
    );
    const empty = makeSynthetic({ nInter: 0, drift: 2 });
    expect(empty.probabilities(1)).toEqual(makeSynthetic({ nInter: 0 }).probabilities(1));
  });
});

describe('the true probabilities', () => {
  const data = makeSynthetic({ nUsers: 3, nItems: 40, nGenres: 4, nInter: 90_000, seed: 5 });

  test('are what the items are drawn by', () => {
    const counts = countsOf(data);
    for (const u of range(3)) {
      const total = counts[u].reduce((sum, c) => sum + c, 0);
      fits(
        counts[u],
        Array.from(data.probabilities(u), (p) => p * total),
      );
    }
  });

  test('of one user are not those of another', () => {
    const counts = countsOf(data)[0];
    const total = counts.reduce((sum, c) => sum + c, 0);
    const expected = Array.from(data.probabilities(1), (p) => p * total);
    expect(chiSquare(counts, expected)).toBeGreaterThan(10 * chiSquareBound(39));
  });

  test('sum to 1 and leave no item out', () => {
    for (const options of [{}, { tastePow: 20 }, { popWeight: 1 }, { nGenres: 200 }]) {
      const { probabilities, nItems } = makeSynthetic({ ...options, nInter: 0 });
      for (const u of [0, 7, 299]) {
        const chances = Array.from(probabilities(u));
        expect(chances).toHaveLength(nItems);
        expect(chances.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
        expect(Math.min(...chances)).toBeGreaterThan(0);
      }
    }
  });

  test('are fresh at each call, do not depend on the events, and refuse a user who is not there', () => {
    const { probabilities } = makeSynthetic({ nInter: 0 });
    const first = probabilities(4);
    expect(makeSynthetic().probabilities(4)).toEqual(first);
    first.fill(9);
    expect(probabilities(4)[0]).toBeLessThan(1);
    expect(() => probabilities(300)).toThrow(
      new RangeError('probabilities: user must be an integer from 0 to 299, got 300'),
    );
    expect(() => probabilities(-1)).toThrow(RangeError);
    expect(() => probabilities('0' as unknown as number)).toThrow(TypeError);
  });
});

describe('the edges of a synthetic log', () => {
  const edges: readonly SyntheticOptions[] = [
    { nUsers: 1 },
    { nItems: 1 },
    { nGenres: 1 },
    { nUsers: 1, nItems: 1, nGenres: 1 },
    { nItems: 3, nGenres: 40 },
    { popWeight: 0 },
    { popWeight: 1 },
    { tastePow: 0 },
    { tastePow: 20 },
    { tastePow: 20, popWeight: 1, nGenres: 50 },
    { tailPow: 0 },
    { tailPow: 20, popWeight: 1 },
    { repeats: 0 },
    { repeats: 0, nItems: 1 },
    { repeats: 0.5, tastePow: 20, tailPow: 20 },
    { drift: 100 },
    { drift: 0.001, repeats: 0 },
    { seed: -5 },
    { seed: Number.MAX_SAFE_INTEGER },
  ];

  test.for(edges)('hold: %o', (options) => {
    const data = makeSynthetic({ nUsers: 20, nItems: 30, nInter: 500, ...options });
    expect(data.interactions).toHaveLength(500);
    const counts = countsOf(data); // would be NaN for an id that is not there
    expect(counts.flat().reduce((a, b) => a + b, 0)).toBe(500);
    expect(data.itemFeats.to1DArray().every(Number.isFinite)).toBe(true);
    expect(data.itemFeats.rows).toBe(data.nItems);
  });

  test('hold without an event', () => {
    expect(makeSynthetic({ nInter: 0 }).interactions).toEqual([]);
  });
});
