// Someone new: their row is solved against item factors that were learnt without them.
import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { foldIn, topK } from '../../../code/recsys.ts';
import type { ListItem, Why } from '../../run/jobs/model.ts';
import type { Catalogue } from './catalogue.ts';

export interface Newcomer {
  /** The equations of their row, and its solution. */
  readonly A: readonly (readonly number[])[];
  readonly b: readonly number[];
  readonly x: readonly number[];
  /** The best of what they have not chosen, each with what every chosen item put into its score. */
  readonly list: readonly ListItem[];
  /** Where x points on the map, a vector of length 1000; null if nowhere. */
  readonly user: readonly [x: number, y: number] | null;
}

export function foldedIn(
  { Y, genres, axes, alpha, reg }: Catalogue,
  chosen: readonly number[],
  k = 10,
): Newcomer {
  const items = [...chosen].sort((a, b) => a - b);
  const factors = new Matrix(Y.map((row) => [...row]));
  const { A, b, x } = foldIn(factors, items, { alpha, reg });
  const scores = Float64Array.from(Y, (y) => dot(y, x));
  const best = items.length > 0 ? topK(scores, items, k) : [];
  const why = billsOf(A);
  return {
    A: A.to2DArray(),
    b: Array.from(b),
    x: Array.from(x),
    list: best.map((item) => ({ item, genre: genres[item], score: scores[item], why: why(item) })),
    user: direction([dot(axes[0], x), dot(axes[1], x)]),
  };

  /** x·y = Σ (1 + alpha) z·y over what was chosen, where A z = y of the item, as in `explain`. */
  function billsOf(equations: Matrix): (item: number) => Why {
    const solver = new CholeskyDecomposition(equations);
    return (item) => {
      const z = solver.solve(Matrix.columnVector([...Y[item]])).to1DArray();
      const parts = items
        .map((id) => ({ id, genre: genres[id], value: (1 + alpha) * dot(Y[id], z) }))
        .sort((p, q) => Math.abs(q.value) - Math.abs(p.value) || p.id - q.id);
      return { by: 'item', parts, rest: { count: 0, value: 0 } };
    };
  }
}

function dot(a: readonly number[], b: ArrayLike<number>): number {
  return a.reduce((sum, value, f) => sum + value * b[f], 0);
}

function direction([x, y]: readonly [number, number]): [number, number] | null {
  const length = Math.sqrt(x * x + y * y);
  return length > 0 ? [Math.round((1000 * x) / length), Math.round((1000 * y) / length)] : null;
}
