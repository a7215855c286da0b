// #region single
/**
 * The step of BPR in 32-bit floats.
 */
import { roundings } from './conjugate.ts';
import type { FlatMatrix } from './dense.ts';
import { exp } from './exact.ts';
// #endregion single

// #region step-in-single
/**
 * `bprStep` where each factor and each result has 24 bits. The margin is
 * four sums, as many as a register of WebAssembly holds, and the padding of
 * a row is treated as the rest.
 * @returns the margin before the step
 */
export function stepInSingle(
  X: FlatMatrix,
  Y: FlatMatrix,
  u: number,
  i: number,
  j: number,
  settings: { readonly lr: number; readonly reg: number },
): number {
  const round = roundings.single;
  const [lr, reg] = [round(settings.lr), round(settings.reg)];
  const { data: xs, stride } = X;
  const ys = Y.data;
  const a = u * stride;
  const b = i * stride;
  const c = j * stride;
  const s = [0, 0, 0, 0];
  for (let f = 0; f < stride; f++) {
    const d = round(ys[b + f] - ys[c + f]);
    s[f & 3] = round(s[f & 3] + round(xs[a + f] * d));
  }
  const margin = round(round(s[0] + s[2]) + round(s[1] + s[3]));
  const w = round(1 / (1 + exp(margin)));
  const keep = round(1 - round(lr * reg));
  const push = round(lr * w);
  for (let f = 0; f < stride; f++) {
    const x = xs[a + f];
    const yi = ys[b + f];
    const yj = ys[c + f];
    xs[a + f] = round(round(keep * x) + round(push * round(yi - yj)));
    ys[b + f] = round(round(keep * yi) + round(push * x));
    ys[c + f] = round(round(keep * yj) - round(push * x));
  }
  return margin;
}
// #endregion step-in-single
