// How the time of an iteration grows: with the events, the users and the factors, one at a time.
import { makeSynthetic, solveRows } from '../../../code/recsys.ts';
import { beginALS } from '../../../code/toolbox/factors.ts';
import { readLog } from '../../../code/toolbox/rows.ts';
import { toMatrix, transpose } from '../../../code/toolbox/sparse.ts';
import type { Sizes } from './counted.ts';
import { median } from './median.ts';

/** Milliseconds of an iteration at these sizes: the median of at least five, and of as many as go into 60 ms. */
export function timeAt({ users, items, ones, factors }: Sizes): number {
  const log = makeSynthetic({ nUsers: users, nItems: items, nInter: ones, repeats: 0 });
  const R = toMatrix(readLog('growth', log.interactions, users, items));
  const Rt = transpose(R);
  const [X, Y] = beginALS(undefined, { factors, seed: 0, precision: 'double' }, [users, items]);
  const settings = { reg: 0.1, alpha: 40 };
  const iterate = (): number => {
    const start = performance.now();
    solveRows(X, R, Y, settings);
    solveRows(Y, Rt, X, settings);
    return performance.now() - start;
  };
  iterate();
  const until = performance.now() + 60;
  const all: number[] = [];
  while (all.length < 5 || performance.now() < until) all.push(iterate());
  return median(all);
}
