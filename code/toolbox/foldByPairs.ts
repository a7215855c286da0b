// #region fold-by-pairs
/**
 * A stranger's row, learnt from pairs.
 */
import type { FlatMatrix } from './dense.ts';
import { drawInteger, stream } from './draws.ts';
import { exp } from './exact.ts';
import { readItems } from './rows.ts';
// #endregion fold-by-pairs

// #region fold-in-by-pairs
/**
 * The row x of someone who has these items: the steps of BPR, as many
 * epochs of them, with the rows of Y held still.
 *
 *     w = σ(-x·(yi - yj)),   x ← (1 - lr reg) x + lr w (yi - yj)
 *
 * It begins at 0, and j is drawn evenly from what the stranger lacks. Who
 * has nothing, or everything, stays at 0.
 * @param given ids; one that comes twice counts once
 */
export function foldByPairs(
  Y: FlatMatrix,
  given: Iterable<number>,
  {
    epochs,
    lr,
    reg,
    seed,
  }: { readonly epochs: number; lr: number; reg: number; seed: number },
): Float64Array {
  const items = readItems('BPR.foldIn', 'items', given, Y.height);
  const x = new Float64Array(Y.width);
  if (items.length === Y.height) return x;
  const has = new Set(items);
  const draw = stream('BPR.foldIn', seed);
  const keep = 1 - lr * reg;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const i of items) {
      let j = i;
      while (has.has(j)) j = drawInteger(draw, Y.height);
      const b = i * Y.stride;
      const c = j * Y.stride;
      let margin = 0;
      for (let f = 0; f < x.length; f++) {
        margin += x[f] * (Y.data[b + f] - Y.data[c + f]);
      }
      const push = lr / (1 + exp(margin));
      for (let f = 0; f < x.length; f++) {
        x[f] = keep * x[f] + push * (Y.data[b + f] - Y.data[c + f]);
      }
    }
  }
  return x;
}
// #endregion fold-in-by-pairs
