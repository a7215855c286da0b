// The same iterations of ALS by one step after another, each timed, and each held against the book's own factors.
import type { Matrix } from 'ml-matrix';
import { fitParallel } from '../../../code/parallel.ts';
import type { CrewWorker } from '../../../code/parallel.ts';
import { backend } from '../../../code/fast/backend.ts';
import { makeSynthetic, solveRows } from '../../../code/recsys.ts';
import type { Interaction } from '../../../code/recsys.ts';
import type { FlatMatrix } from '../../../code/toolbox/dense.ts';
import { beginALS } from '../../../code/toolbox/factors.ts';
import { readLog } from '../../../code/toolbox/rows.ts';
import { toMatrix, transpose } from '../../../code/toolbox/sparse.ts';
import type { SparseMatrix } from '../../../code/toolbox/sparse.ts';
import { rungIds, shapeOf } from './counted.ts';
import type { LadderRequest, RungId } from './counted.ts';
import { solveBy } from './halfSteps.ts';
import { median } from './median.ts';
import { allCells, inTiles, onesOnly } from './steps.ts';
import type { AddRow } from './steps.ts';
import { timed } from './timedCrew.ts';

/** How one step did. */
export interface Ran {
  readonly rung: RungId;
  /** Milliseconds of an iteration, the median of those that were done. */
  readonly ms: number;
  /** How much of one was done in the time that there is; the rest of `ms` is reckoned from that. */
  readonly share: number;
  /** All factors that were computed have the bits of the book's own. */
  readonly same: boolean;
  /** Several cores: milliseconds until every worker had its rows. */
  readonly startMs?: number;
  /** Why it could not be done. */
  readonly error?: string;
}

export interface LadderAnswer {
  readonly ran: readonly Ran[];
  /** What the kernel's inner loop reaches on numbers that stay in the cache, in 10⁹ operations a second. */
  readonly ceiling: number | null;
}

/** Iterations, and milliseconds after which a step does not go on. */
const ITERATIONS = 3;
const LIMIT = 1500;

interface Sides {
  readonly X: FlatMatrix;
  readonly Y: FlatMatrix;
}

/** What the book's own has come to after an iteration. */
interface Book {
  readonly sides: Sides;
}

export interface Problem {
  readonly rows: readonly Interaction[];
  readonly R: SparseMatrix;
  readonly Rt: SparseMatrix;
  readonly factors: number;
  readonly settings: { readonly reg: number; readonly alpha: number };
  readonly begin: () => Sides;
}

export function problemOf({ events, factors }: LadderRequest): Problem {
  const { nUsers, nItems } = shapeOf(events);
  const { interactions } = makeSynthetic({ nUsers, nItems, nInter: events, repeats: 0 });
  const R = toMatrix(readLog('making it fast', interactions, nUsers, nItems));
  const begin = (): Sides => {
    const drawn = { factors, seed: 0, precision: 'double' as const };
    const [X, Y] = beginALS(undefined, drawn, [nUsers, nItems]);
    return { X, Y };
  };
  const settings = { reg: 0.1, alpha: 40 };
  return { rows: interactions, R, Rt: transpose(R), factors, settings, begin };
}

/**
 * The factors after each iteration, by the book's own `solveRows`.
 * @param alive called after each, since one may take long
 */
export function bookIterations(
  { R, Rt, settings, begin }: Problem,
  alive: () => void = () => undefined,
): { sides: Sides; ms: number }[] {
  const { X, Y } = begin();
  return Array.from({ length: ITERATIONS }, () => {
    const start = performance.now();
    solveRows(X, R, Y, settings);
    solveRows(Y, Rt, X, settings);
    const ms = performance.now() - start;
    alive();
    return { sides: { X: copyOf(X), Y: copyOf(Y) }, ms };
  });
}

const copyOf = (M: FlatMatrix): FlatMatrix => ({ ...M, data: M.data.slice() });

/** Whether the first so many rows have the same bits. */
function sameRows(A: FlatMatrix, B: FlatMatrix, rows: number): boolean {
  for (let n = 0; n < rows * A.stride; n++) {
    if (!Object.is(A.data[n], B.data[n])) return false;
  }
  return true;
}

/** One of the steps that the page writes out, row by row, as far as it comes. */
export function climb(
  rung: RungId,
  addRow: AddRow,
  problem: Problem,
  book: readonly Book[],
  limit = LIMIT,
): Ran {
  const { R, Rt, settings, begin } = problem;
  const { X, Y } = begin();
  const started = performance.now();
  const goesOn = (): boolean => performance.now() - started < limit;
  const done: number[] = [];
  let from = started;
  for (const { sides } of book) {
    const users = solveBy(addRow, X, R, Y, settings, goesOn);
    const items = users < R.nRows || !goesOn() ? 0 : solveBy(addRow, Y, Rt, X, settings, goesOn);
    const now = performance.now();
    const same = sameRows(X, sides.X, users) && sameRows(Y, sides.Y, items);
    const share = (shareOf(rung, R, users) + shareOf(rung, Rt, items)) / 2;
    if (!same) return { rung, ms: now - from, share, same };
    if (share < 1 && done.length === 0) return { rung, ms: (now - from) / share, share, same };
    if (share < 1) break;
    done.push(now - from);
    if (!goesOn()) break;
    from = performance.now();
  }
  return { rung, ms: median(done), share: 1, same: true };
}

/** The work of the first so many rows, as a share of that of all. */
function shareOf(rung: RungId, { nRows, indptr }: SparseMatrix, rows: number): number {
  return rung === 'cells' ? rows / nRows : indptr[rows] / indptr[nRows];
}

/** The book's own once more, by its kernels: the engine has seen them by now. */
function byKernel(problem: Problem, book: readonly Book[], alive: () => void): Ran {
  if (backend() !== 'wasm') return failed('simd', 'this browser gives no WebAssembly with SIMD');
  const again = bookIterations(problem, alive);
  const same = again.every(
    ({ sides: { X, Y } }, n) =>
      sameRows(X, book[n].sides.X, X.height) && sameRows(Y, book[n].sides.Y, Y.height),
  );
  return { rung: 'simd', ms: median(again.map(({ ms }) => ms)), share: 1, same };
}

const failed = (rung: RungId, error: string): Ran => ({
  rung,
  ms: Number.NaN,
  share: 0,
  same: false,
  error,
});

/** The book's own, in shares. */
export async function byCrew(
  { rows, R, factors, settings }: Problem,
  book: readonly Book[],
  workers: number,
  start: () => CrewWorker,
  alive: () => void = () => undefined,
): Promise<Ran> {
  const options = { ...settings, factors, iters: book.length };
  const crew = timed(start, alive);
  try {
    const { userFactors, itemFactors } = await fitParallel(options, rows, R.nRows, R.nCols, {
      workers,
      start: crew.start,
    });
    const { X, Y } = book[book.length - 1].sides;
    return {
      rung: 'cores',
      ms: median(crew.iterations()),
      share: 1,
      same: sameNumbers(userFactors, X) && sameNumbers(itemFactors, Y),
      startMs: crew.untilReady(),
    };
  } catch (error) {
    return failed('cores', error instanceof Error ? error.message : String(error));
  }
}

/** Whether a matrix as a model shows it has the bits of one as it is computed with. */
const sameNumbers = (shown: Matrix, { data, stride }: FlatMatrix): boolean =>
  shown
    .to2DArray()
    .every((row, r) => row.every((value, f) => Object.is(value, data[r * stride + f])));

/**
 * All steps, from the first to the last.
 * @param tell called with each when it is done
 * @param alive called more often than anything takes long
 */
export async function runLadder(
  request: LadderRequest,
  start: () => CrewWorker,
  tell: (ran: Ran) => void,
  alive: () => void = () => undefined,
): Promise<readonly Ran[]> {
  const problem = problemOf(request);
  alive();
  const book = bookIterations(problem, alive);
  const runs: Readonly<Record<RungId, () => Ran | Promise<Ran>>> = {
    cells: () => climb('cells', allCells, problem, book),
    ones: () => climb('ones', onesOnly, problem, book),
    tiles: () => climb('tiles', inTiles, problem, book),
    simd: () => byKernel(problem, book, alive),
    cores: () => byCrew(problem, book, request.workers, start, alive),
  };
  const all: Ran[] = [];
  for (const rung of rungIds) {
    const ran = await runs[rung]();
    tell(ran);
    all.push(ran);
  }
  return all;
}
