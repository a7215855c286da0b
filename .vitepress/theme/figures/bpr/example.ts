// One step on one triple with two factors, by the bprStep that trains the model.
import { bprStep, exp } from '../../../../code/recsys.ts';
import type { FlatMatrix } from '../../../../code/recsys.ts';
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
}

export function makeExample(): BPRExample {
  const X = flat([[1, 0]]);
  const Y = flat([
    [0, 1],
    [1, 0],
  ]);
  const before = stateOf(X, Y);
  const margin = bprStep(X, Y, 0, 0, 1, exampleOptions);
  return { before, after: stateOf(X, Y), w: rounded(1 / (1 + exp(margin))) };
}

function flat(rows: readonly (readonly number[])[]): FlatMatrix {
  return { data: Float64Array.from(rows.flat()), height: rows.length, width: 2, stride: 2 };
}

function stateOf(X: FlatMatrix, Y: FlatMatrix): StepState {
  const [x, yi, yj] = [X.data, Y.data.subarray(0, 2), Y.data.subarray(2)].map((row) =>
    Array.from(row, (value) => rounded(value)),
  );
  const margin = x[0] * (yi[0] - yj[0]) + x[1] * (yi[1] - yj[1]);
  return { x, yi, yj, margin: rounded(margin) };
}
