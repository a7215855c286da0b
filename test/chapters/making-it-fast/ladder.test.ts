// The steps of the chapter: what is counted is what they do, and each has the bits of the book's own.
import { MessageChannel } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { measureCeiling } from '../../../.vitepress/chapters/making-it-fast/ceiling.ts';
import {
  instructions,
  products,
  rungIds,
  savings,
  sizesFor,
  times,
} from '../../../.vitepress/chapters/making-it-fast/counted.ts';
import { grows, guessed } from '../../../.vitepress/chapters/making-it-fast/guess.ts';
import {
  instructionsFor,
  touched,
  ways,
} from '../../../.vitepress/chapters/making-it-fast/tiles.ts';
import { defaultRequest } from '../../../.vitepress/chapters/making-it-fast/defaults.ts';
import { solveBy } from '../../../.vitepress/chapters/making-it-fast/halfSteps.ts';
import {
  bookIterations,
  byCrew,
  climb,
  problemOf,
  runLadder,
} from '../../../.vitepress/chapters/making-it-fast/ladder.ts';
import type { Ran } from '../../../.vitepress/chapters/making-it-fast/ladder.ts';
import {
  barRows,
  ceilingOf,
  findingOf,
  shareOfCeiling,
} from '../../../.vitepress/chapters/making-it-fast/ladderView.ts';
import {
  allCells,
  inTiles,
  onesOnly,
  type AddRow,
} from '../../../.vitepress/chapters/making-it-fast/steps.ts';
import { solveShares } from '../../../code/parallel.ts';
import type { CrewWorker } from '../../../code/parallel.ts';
import { backend } from '../../../code/fast/backend.ts';
import { solveRows } from '../../../code/recsys.ts';
import { longestRow } from '../../../code/toolbox/sparse.ts';

const plain: Readonly<Record<string, AddRow>> = { allCells, onesOnly, inTiles };
const request = { events: 8000, factors: 7, workers: 2 };

/** On this thread. */
function start(): CrewWorker {
  const { port1, port2 } = new MessageChannel();
  solveShares(port2);
  return Object.assign(port1, { terminate: () => port1.close() });
}

describe.for(Object.entries(plain))('%s', ([, addRow]) => {
  test.for([1, 4, 7, 12])('has the bits of solveRows with %i factors', (factors) => {
    const { R, Rt, settings, begin } = problemOf({ ...request, factors });
    const [mine, book] = [begin(), begin()];
    for (let n = 0; n < 2; n++) {
      solveBy(addRow, mine.X, R, mine.Y, settings, () => true);
      solveBy(addRow, mine.Y, Rt, mine.X, settings, () => true);
      solveRows(book.X, R, book.Y, settings);
      solveRows(book.Y, Rt, book.X, settings);
    }
    // Rows of more than one block are among them.
    expect(longestRow(Rt)).toBeGreaterThan(64);
    expect(mine.X.data).toEqual(book.X.data);
    expect(mine.Y.data).toEqual(book.Y.data);
  });

  test('stops when it is told to, and has the bits so far', () => {
    const problem = problemOf(request);
    const ran = climb('ones', addRow, problem, bookIterations(problem), 0);
    expect(ran.same).toBe(true);
    expect(ran.share).toBeGreaterThan(0);
    expect(ran.share).toBeLessThan(0.1);
  });
});

test('a step that adds anything else is told apart', () => {
  const problem = problemOf(request);
  const wrong: AddRow = (A, row, Y, alpha) => {
    onesOnly(A, row, Y, alpha);
    A[0] *= 1 + Number.EPSILON;
  };
  expect(climb('ones', wrong, problem, bookIterations(problem)).same).toBe(false);
});

test('all of them run, in order, and are told one by one', async () => {
  const told: Ran[] = [];
  let signs = 0;
  const ran = await runLadder(
    request,
    start,
    (one) => told.push(one),
    () => signs++,
  );
  expect(told).toEqual(ran);
  // The log, three iterations of the book's own, and what each of two workers answers.
  expect(signs).toBeGreaterThanOrEqual(1 + 3 + 2 * 7);
  expect(ran.map(({ rung }) => rung)).toEqual(rungIds);
  for (const { rung, same, ms, error } of ran) {
    if (rung === 'simd' && backend() !== 'wasm') expect(error).toContain('WebAssembly');
    else expect([rung, same, ms > 0, error]).toEqual([rung, true, true, undefined]);
  }
});

test('a worker that cannot be started says why, and the others stand', async () => {
  const problem = problemOf(request);
  const refused = (): CrewWorker => {
    throw new Error('no workers within workers');
  };
  const ran = await byCrew(problem, bookIterations(problem), 2, refused);
  expect(ran).toMatchObject({ rung: 'cores', same: false, error: 'no workers within workers' });
  expect(barRows(request, [ran])[4].says).toBe('not here: no workers within workers');
});

test('the ceiling is that of the kernel alone, and there is none without it', () => {
  const ceiling = measureCeiling(1, 1);
  if (backend() === 'wasm') expect(ceiling).toBeGreaterThan(0.05);
  else expect(ceiling).toBeNull();
});

describe('counted', () => {
  test('are the products that the first two steps make', () => {
    const sizes = { users: 3, items: 5, ones: 6, factors: 4 };
    // Two sides, ten products for each place.
    expect(products('cells', sizes)).toBe(2 * 15 * 10);
    for (const rung of ['ones', 'tiles', 'simd', 'cores'] as const) {
      expect(products(rung, sizes)).toBe(2 * 6 * 10);
    }
    expect(instructions('simd', sizes, 1) / instructions('cores', sizes, 4)).toBe(4);
    expect(savings(sizes, 2).map(({ factor }) => factor)).toEqual([2.5, 5 / 2.75, 2, 2]);
  });

  test('are what the ways over the table touch', () => {
    const [plain, tile, lanes] = ways.map((way) => touched(way, 3));
    expect(plain).toEqual({ products: 24, loads: 48, computes: 48, stores: 24 });
    expect(tile).toEqual({ products: 24, loads: 18, computes: 48, stores: 0 });
    expect(lanes).toEqual({ products: 48, loads: 18, computes: 48, stores: 0 });
    expect(ways.map(instructionsFor)).toEqual([5, 2.75, 1.375]);
  });

  test('answer both questions', () => {
    expect(guessed.answers[guessed.right]).toBe('About one in 100');
    expect(guessed.finding).toBe(
      'It is one in 110. Skipping the zeros alone leaves one in 15; the three other steps divide what is left by 1.8, 2 and 2.',
    );
    expect(grows.answers[grows.right]).toBe('About 128 times');
  });

  test('are said as one says them', () => {
    expect([15.23, 1.83, 2, 3, 9.96].map(times)).toEqual([
      '15 times',
      '1.8 times',
      'twice',
      'three times',
      '10 times',
    ]);
  });
});

describe('the figure', () => {
  const done = (rung: Ran['rung'], ms: number, more: Partial<Ran> = {}): Ran => ({
    rung,
    ms,
    share: 1,
    same: true,
    ...more,
  });
  const ran = [
    done('cells', 2000, { share: 0.25 }),
    done('ones', 100),
    done('tiles', 50),
    done('simd', 10),
    done('cores', 8),
  ];

  test('counts until something has run', () => {
    const rows = barRows(defaultRequest, []);
    expect(rows.map(({ measured }) => measured)).toEqual(Array(5).fill(undefined));
    expect(rows[0]).toMatchObject({
      counted: 1,
      title: 'Every cell',
      says: '1.6 billion products',
    });
    expect(findingOf(defaultRequest, [])).toBe(
      'Counted: the zeros are 93\u00a0% of the table, and so of the work',
    );
  });

  test('says what was measured, and what was reckoned', () => {
    const rows = barRows(defaultRequest, ran);
    expect(rows.map(({ measured }) => measured)).toEqual([1, 20, 40, 200, 250]);
    expect(rows[0].says).toBe('2.0 s, reckoned from 25\u00a0% of it, same bits');
    expect(rows[4]).toMatchObject({ title: '2 workers', says: '8.00 ms, same bits' });
    expect(findingOf(defaultRequest, ran)).toBe(
      'From 2.0 s to 8.00 ms, 250 times as fast, and every factor has the same bits',
    );
  });

  test('says that a step went wrong', () => {
    const broken = [...ran.slice(0, 4), done('cores', 8, { same: false })];
    expect(findingOf(defaultRequest, broken)).toContain('a fault of the book');
    expect(barRows(defaultRequest, broken)[4].says).toContain('OTHER BITS');
  });

  test('has the ceiling on the same scale', () => {
    const answer = { ran, ceiling: 20 };
    const { factors: f, users, items, ones } = sizesFor(defaultRequest);
    const rows = users + items;
    const all = 2 * ones * f * (f + 1) + rows * (f * (f + 1) + f ** 3 / 3 + 2 * f ** 2);
    expect(ceilingOf(defaultRequest, answer)).toBeCloseTo(2000 / (all / 20e6), 6);
    expect(shareOfCeiling(defaultRequest, answer)).toBeCloseTo(all / 10 / 20e6, 6);
    expect(shareOfCeiling(defaultRequest, { ran: [], ceiling: 20 })).toBeUndefined();
    expect(ceilingOf(defaultRequest, { ran, ceiling: null })).toBeUndefined();
  });
});
