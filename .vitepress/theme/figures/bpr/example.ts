// BPR on the log that fits on paper, and one step with two factors by the bprStep that trains it.
import { BPR, bprStep, buildMatrix, exp, rowOf } from '../../../../code/recsys.ts';
import type { FlatMatrix } from '../../../../code/recsys.ts';
import { paperLog } from '../../data/paper.ts';
import { books, people } from '../paperNames.ts';
import { rounded } from '../rounded.ts';

export const exampleOptions = { lr: 0.5, reg: 0 } as const;

export interface StepState {
  readonly x: readonly number[];
  readonly yi: readonly number[];
  readonly yj: readonly number[];
  readonly margin: number;
}

export interface BPRExample {
  readonly before: StepState;
  readonly after: StepState;
  /** σ(-margin before the step) */
  readonly w: number;
  /** One person's shelf, and their scores after one epoch and after many. */
  readonly user: number;
  readonly has: readonly number[];
  readonly early: readonly number[];
  readonly late: readonly number[];
  readonly epochs: readonly [early: number, late: number];
}

export function makeExample(): BPRExample {
  const X = flat([[1, 0]]);
  const Y = flat([
    [0, 1],
    [1, 0],
  ]);
  const before = stateOf(X, Y);
  const margin = bprStep(X, Y, 0, 0, 1, exampleOptions);
  return { before, after: stateOf(X, Y), w: rounded(1 / (1 + exp(margin))), ...trainOnPaper() };
}

function trainOnPaper(): Pick<BPRExample, 'user' | 'has' | 'early' | 'late' | 'epochs'> {
  const user = 1;
  const epochs = [1, 200] as const;
  const [early, late] = epochs.map((count) => {
    const model = new BPR({ factors: 2, epochs: count }).fit(paperLog, people.length, books.length);
    return Array.from(model.scores(user), (s) => rounded(s));
  });
  const R = buildMatrix(paperLog, people.length, books.length);
  return { user, has: Array.from(rowOf(R, user)), early, late, epochs };
}

function flat(rows: readonly (readonly number[])[]): FlatMatrix {
  return { data: Float64Array.from(rows.flat()), height: rows.length, width: 2, stride: 2 };
}

function stateOf(X: FlatMatrix, Y: FlatMatrix): StepState {
  const [x, yi, yj] = [X.data, Y.data.subarray(0, 2), Y.data.subarray(2)].map((row) =>
    Array.from(row),
  );
  const margin = x[0] * (yi[0] - yj[0]) + x[1] * (yi[1] - yj[1]);
  const short = (values: readonly number[]) => values.map((value) => rounded(value));
  return { x: short(x), yi: short(yi), yj: short(yj), margin: rounded(margin) };
}
