import type { Loader } from '../../build/results/loader.ts';
import type { Board, BoardSpec } from '../../run/jobs/board.ts';
import { datasetOf, runBoard } from '../../run/jobs/board.ts';

declare const data: Board;
export { data };

export default {
  seconds: 1.5,
  load(): Board {
    const spec: BoardSpec = { data: { seed: 0 }, split: 'last-new', k: 10, metric: 'recall' };
    return runBoard(spec, datasetOf(spec));
  },
} satisfies Loader;
