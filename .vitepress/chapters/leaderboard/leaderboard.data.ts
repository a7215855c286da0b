import type { Loader } from '../../build/results/loader.ts';
import { defaultRun } from '../../run/defaults.ts';
import type { Board, BoardSpec } from '../../run/jobs/board.ts';
import { datasetOf, runBoard } from '../../run/jobs/board.ts';

declare const data: Board;
export { data };

export default {
  seconds: 1.5,
  load(): Board {
    const { data, split, k } = defaultRun;
    const spec: BoardSpec = { data, split, k, metric: 'recall' };
    return runBoard(spec, datasetOf(spec));
  },
} satisfies Loader;
