/**
 * ALS on several cores: the rows of each half-step are solved in shares, by
 * as many workers, to the same bit as by one.
 *
 * What starts a worker is given by whoever calls, so that nothing here knows
 * a page or Node.
 */
import { rowsByCG } from './fast/learn.ts';
import { alsObjective, bad, ImplicitALS, solveRows } from './recsys.ts';
import type { ImplicitALSOptions, Interaction } from './recsys.ts';
import { conjugateOf } from './toolbox/conjugate.ts';
import type { ConjugateSettings } from './toolbox/conjugate.ts';
import type { FlatMatrix } from './toolbox/dense.ts';
import { beginALS, fittedFactors } from './toolbox/factors.ts';
import { callable, checkInteger } from './toolbox/guard.ts';
import { readLog } from './toolbox/rows.ts';
import { toMatrix, transpose } from './toolbox/sparse.ts';
import type { SparseMatrix } from './toolbox/sparse.ts';

// #region fit-parallel
/** Who solves the rows. */
export interface Crew {
  /** How many at once; the bits do not depend on it. */
  readonly workers: number;
  /** Starts one, whose script calls `solveShares`. */
  readonly start: () => CrewWorker;
}

/**
 * `new ImplicitALS(options).fit(train, nUsers, nItems)`, to the same bit, in
 * the time of the largest share. All workers have ended when it is done, and
 * when it has failed.
 * @returns the model, fitted
 * @throws what the constructor and `fit` throw; RangeError or TypeError for
 *   a bad crew; Error for a worker that breaks
 */
export async function fitParallel(
  options: ImplicitALSOptions,
  train: Iterable<Interaction>,
  nUsers: number,
  nItems: number,
  crew: Crew,
): Promise<ImplicitALS> {
  const model = new SharedALS(options);
  await model.fitBy(crew, train, nUsers, nItems);
  return model;
}

class SharedALS extends ImplicitALS {
  async fitBy(
    { workers, start }: Crew,
    train: Iterable<Interaction>,
    nUsers: number,
    nItems: number,
  ): Promise<void> {
    const where = 'fitParallel';
    checkInteger(where, 'workers', workers, 1);
    callable(where, 'start', start);
    const { iters: total } = this.options;
    const { init, onProgress, solver } = this.given;
    const settings = conjugateOf(this.options, this.given);
    const R = toMatrix(readLog('ImplicitALS.fit', train, nUsers, nItems));
    const Rt = transpose(R);
    const [X, Y] = beginALS(init, settings, [nUsers, nItems]);
    const before = { ...Y, data: Y.data.slice() };
    const sides = [
      { R, M: X },
      { R: Rt, M: Y },
    ];
    const hands = hire(workers, start);
    try {
      const shares = await share(hands, sides, { settings, solver });
      for (let iteration = 1; iteration <= total; iteration++) {
        before.data.set(Y.data);
        await halfStep(hands, shares, 0, X, Y);
        await halfStep(hands, shares, 1, Y, X);
        if (!onProgress) continue;
        const L = alsObjective(X, R, Y, this.options);
        onProgress({ iteration, total, objective: L });
      }
    } finally {
      for (const { end } of hands) end();
    }
    const learnt = fittedFactors('ImplicitALS.fit', R, X, Y);
    this.fitted = { ...learnt, before };
  }
}
// #endregion fit-parallel

// #region shares
/** A matrix R and the factors of its rows. */
interface Side {
  readonly R: SparseMatrix;
  readonly M: FlatMatrix;
}

interface Task {
  readonly settings: ConjugateSettings;
  readonly solver: ImplicitALSOptions['solver'];
}

/**
 * Where the shares begin, and at last where they end: rows that lie
 * together, of about the same work, which is f² for each one and each row.
 */
export function sharesOf(
  { nRows, indptr }: SparseMatrix,
  workers: number,
): number[] {
  const starts = [0];
  const workUntil = (row: number): number => indptr[row] + row;
  for (let n = 1; n <= workers; n++) {
    let row = starts[n - 1];
    const end = (n / workers) * workUntil(nRows);
    while (row < nRows && workUntil(row) < end) row++;
    starts.push(row);
  }
  return starts;
}

/** Rows of a side, from `from` to `to`: copies, which can be sent away. */
function partOf({ R, M }: Side, from: number, to: number): Side {
  const { data, width, stride } = M;
  const first = R.indptr[from];
  const indptr = R.indptr.slice(from, to + 1).map((place) => place - first);
  const indices = R.indices.slice(first, R.indptr[to]);
  const height = to - from;
  const rows = data.slice(from * stride, to * stride);
  return {
    R: { nRows: height, nCols: R.nCols, indptr, indices },
    M: { data: rows, height, width, stride },
  };
}

/** Gives each its rows of both sides; returns where the shares begin. */
async function share(
  hands: readonly Hand[],
  sides: readonly Side[],
  task: Task,
): Promise<number[][]> {
  const shares = sides.map(({ R }) => sharesOf(R, hands.length));
  await Promise.all(
    hands.map(({ ask }, n) => {
      const own = sides.map((side, s) =>
        partOf(side, shares[s][n], shares[s][n + 1]),
      );
      return ask({ ...task, sides: own });
    }),
  );
  return shares;
}

// #region half-step-in-shares
/** Every row of M, with N fixed: N goes to all, and their rows come back. */
async function halfStep(
  hands: readonly Hand[],
  shares: readonly number[][],
  side: number,
  M: FlatMatrix,
  N: FlatMatrix,
): Promise<void> {
  const asked = hands.map(({ ask }) => ask({ side, N }));
  for (const [n, { rows }] of (await Promise.all(asked)).entries()) {
    if (rows) M.data.set(rows, shares[side][n] * M.stride);
  }
}
// #endregion half-step-in-shares
// #endregion shares

// #region solve-shares
/** What a worker is sent: its rows first, then the factors of a side. */
type Order =
  | (Task & { readonly sides: readonly Side[] })
  | { readonly side: number; readonly N: FlatMatrix };

interface Answer {
  readonly rows?: Float64Array;
  /** What went wrong. */
  readonly error?: string;
}

/**
 * What the script of a worker calls, once: `solveShares(self)` in a page,
 * `solveShares(parentPort)` in Node. It solves the rows that `fitParallel`
 * sends it.
 */
export function solveShares(port: CrewPort): void {
  let task: (Task & { readonly sides: readonly Side[] }) | undefined;
  const obey = (order: Order): Answer => {
    if ('sides' in order) {
      task = order;
      return {};
    }
    if (!task) throw new Error('solveShares: no rows were sent before');
    const { settings, solver, sides } = task;
    const { R, M } = sides[order.side];
    const solve = solver === 'cg' ? rowsByCG : solveRows;
    solve(M, R, order.N, settings);
    return { rows: M.data };
  };
  hear(port, 'message', (order) => {
    try {
      port.postMessage(obey(order as Order));
    } catch (error) {
      port.postMessage({ error: textOf(error) });
    }
  });
}

const textOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
// #endregion solve-shares

// #region crew
/** A way to send and to hear, as a page's worker or Node's has it. */
export type CrewPort = {
  postMessage(message: unknown): void;
} & (
  | {
      addEventListener(
        name: string,
        listener: (event: {
          readonly data?: unknown;
          readonly message?: unknown;
        }) => void,
      ): void;
    }
  | { on(name: string, listener: (value: unknown) => void): unknown }
);

/** A worker, from the side of the one who started it. */
export type CrewWorker = CrewPort & { terminate(): unknown };

/** A worker that is asked one thing at a time. */
interface Hand {
  readonly ask: (order: Order) => Promise<Answer>;
  readonly end: () => void;
}

function hire(workers: number, start: () => CrewWorker): Hand[] {
  const hands: Hand[] = [];
  try {
    while (hands.length < workers) hands.push(handOf(start()));
  } catch (error) {
    for (const { end } of hands) end();
    throw error;
  }
  return hands;
}

function handOf(worker: CrewWorker): Hand {
  const given: unknown = worker;
  const isWorker =
    typeof given === 'object' && given && 'postMessage' in given;
  if (!isWorker) {
    throw bad(TypeError, 'fitParallel', 'start()', 'a worker', given);
  }
  let waiting: ((answer: Answer) => void) | undefined;
  let broken: Answer | undefined;
  const fail = (error: unknown): void => {
    broken = { error: `a worker broke: ${textOf(error)}` };
    waiting?.(broken);
  };
  hear(worker, 'message', (answer) => waiting?.(answer as Answer));
  hear(worker, 'messageerror', fail);
  hear(worker, 'error', fail);
  if ('on' in worker) worker.on('exit', () => fail('it ended'));
  const answerTo = (order: Order) =>
    new Promise<Answer>((resolve) => {
      waiting = resolve;
      if (broken) resolve(broken);
      else worker.postMessage(order);
    });
  return {
    end: () => void worker.terminate(),
    async ask(order) {
      const answer = await answerTo(order);
      if (answer.error === undefined) return answer;
      throw new Error(answer.error);
    },
  };
}

/** Listens to what is said, or to what went wrong, in a page and in Node. */
function hear(
  port: CrewPort,
  name: 'message' | 'messageerror' | 'error',
  heard: (said: unknown) => void,
): void {
  if ('on' in port) port.on(name, heard);
  else {
    port.addEventListener(name, ({ data, message }) => {
      heard(name === 'error' ? message : data);
    });
  }
}
// #endregion crew
