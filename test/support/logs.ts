// Logs for tests: random ones (fast-check prints seed and path of a failure) and ones by hand.
import fc from 'fast-check';
import { Matrix } from 'ml-matrix';
import type { Interaction } from '../../code/recsys.ts';

export interface SmallLog {
  readonly rows: readonly Interaction[];
  readonly nUsers: number;
  readonly nItems: number;
}

/** Repeated pairs, equal times, users and items without a row and empty logs all come up. */
export const smallLog: fc.Arbitrary<SmallLog> = fc
  .record({ nUsers: fc.integer({ min: 1, max: 6 }), nItems: fc.integer({ min: 1, max: 9 }) })
  .chain(({ nUsers, nItems }) =>
    fc.record({
      nUsers: fc.constant(nUsers),
      nItems: fc.constant(nItems),
      rows: fc.array(
        fc.tuple(
          fc.integer({ min: 0, max: nUsers - 1 }),
          fc.integer({ min: 0, max: nItems - 1 }),
          fc.integer({ min: -4, max: 4 }),
        ),
        { maxLength: 30 },
      ),
    }),
  );

/** Runs a property on random small logs; always the same ones. */
export function forSmallLogs(check: (log: SmallLog) => void, numRuns = 60): void {
  fc.assert(fc.property(smallLog, check), { seed: 20_260, numRuns });
}

/** A small generator of one's own, so that tests do not lean on the module that they test. */
export function lcg(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  next();
  return next;
}

/** A random log of any size; times are row numbers. */
export function randomLog(nUsers: number, nItems: number, n: number, seed = 1): SmallLog {
  const draw = lcg(seed);
  const rows = Array.from({ length: n }, (_, t): Interaction => {
    return [Math.floor(draw() * nUsers), Math.floor(draw() ** 2 * nItems), t];
  });
  return { rows, nUsers, nItems };
}

/** Features that differ from item to item. */
export function featuresFor(nItems: number, width = 3): Matrix {
  const draw = lcg(nItems);
  const feats = Matrix.zeros(nItems, width);
  for (let i = 0; i < nItems; i++) {
    for (let f = 0; f < width; f++) feats.set(i, f, (f === i % width ? 1 : 0.05) + 0.05 * draw());
  }
  return feats;
}

/** The distinct items of a user, ascending. */
export function itemsOf({ rows }: Pick<SmallLog, 'rows'>, user: number): number[] {
  const items = new Set(rows.filter(([u]) => u === user).map(([, i]) => i));
  return Array.from(items).sort((a, b) => a - b);
}

export function shuffled<T>(values: readonly T[], seed: number): T[] {
  const draw = lcg(seed);
  const list = values.slice();
  for (let n = list.length - 1; n > 0; n--) {
    const m = Math.floor(draw() * (n + 1));
    [list[n], list[m]] = [list[m], list[n]];
  }
  return list;
}

export function range(n: number): number[] {
  const numbers: number[] = [];
  for (let i = 0; i < n; i++) numbers.push(i);
  return numbers;
}
