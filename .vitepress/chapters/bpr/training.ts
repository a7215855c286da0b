// Many steps on the log that fits on paper: the loop of the region bpr-epoch, told step by step. Its start,
// its shuffles and its draws are those of `new BPR({ factors: 2 }).fit`, bit for bit; a test holds the two together.
import { bprStep, buildMatrix, exp, negativeSampler, stream } from '../../../code/recsys.ts';
import type { Draw, FlatMatrix, Negatives } from '../../../code/recsys.ts';
import { books, people } from '../../kit/paperNames.ts';
import { allTriples, flat, momentOf, shelves, vectorsOf } from './step.ts';
import type { Places, StepOptions, Triple } from './step.ts';

export const trainingOptions: StepOptions & { readonly seed: number } = {
  lr: 0.2,
  reg: 0.01,
  seed: 0,
};

const pairs = shelves.flatMap((shelf, u) => shelf.map((i) => ({ u, i })));
/** Steps of an epoch: one for each person and each book they have. */
export const epochLength = pairs.length;
export const mostSteps = 40 * epochLength;

export interface Training {
  readonly places: Places;
  /** In the order of `allTriples`. */
  readonly margins: readonly number[];
  /** The share of `allTriples` in order; a tie counts one half. */
  readonly inOrder: number;
  /** How often each book was drawn as j: one that the person lacks, or one that they have. */
  readonly lacked: readonly number[];
  readonly had: readonly number[];
  /** The last step, and its weight; none before the first. */
  readonly last: (Triple & { readonly w: number }) | undefined;
}

function shuffle(draw: Draw, list: number[]): void {
  for (let n = list.length - 1; n > 0; n--) {
    const m = Math.floor(draw() * (n + 1));
    [list[n], list[m]] = [list[m], list[n]];
  }
}

/** So many steps from this start, with j drawn in this way. */
export function train(start: Places, negatives: Negatives, steps: number): Training {
  const [X, Y] = [flat(start.X), flat(start.Y)];
  const rows = pairs.map(({ u, i }) => [u, i, 0] as const);
  const sample = negativeSampler(buildMatrix(rows, people.length, books.length), negatives);
  const draw = stream('BPR.fit', trainingOptions.seed);
  const order = pairs.map((_, n) => n);
  const [lacked, had] = [books.map(() => 0), books.map(() => 0)];
  let last: Training['last'];
  for (let step = 0; step < steps; step++) {
    if (step % epochLength === 0) shuffle(draw, order);
    const { u, i } = pairs[order[step % epochLength]];
    const j = sample(draw, u, i);
    (shelves[u].includes(j) ? had : lacked)[j]++;
    const margin = bprStep(X, Y, u, i, j, trainingOptions);
    last = { u, i, j, w: 1 / (1 + exp(margin)) };
  }
  return { ...read(X, Y), lacked, had, last };
}

function read(X: FlatMatrix, Y: FlatMatrix): Pick<Training, 'places' | 'margins' | 'inOrder'> {
  const places = { X: vectorsOf(X), Y: vectorsOf(Y) };
  const margins = allTriples.map((triple) => momentOf(places, triple).margin);
  const points = margins.map((margin) => (margin > 0 ? 1 : margin < 0 ? 0 : 0.5));
  const inOrder = points.reduce<number>((sum, p) => sum + p, 0) / points.length;
  return { places, margins, inOrder };
}
