import type { Loader } from '../../build/results/loader.ts';
import type { PreparedTuned } from '../../kit/tuned.data.ts';
import { defaultRun } from '../../run/defaults.ts';
import type { Board, BoardSpec } from '../../run/jobs/board.ts';
import { datasetOf, runBoard } from '../../run/jobs/board.ts';

declare const data: Board;
export { data };

export default {
  seconds: 1.5,
  from: ['../../kit/tuned.data.ts'],
  load({ tuned }: PreparedTuned): Board {
    const { data, split, k } = defaultRun;
    const spec: BoardSpec = { data, split, k, metric: 'recall', tuned };
    return runBoard(spec, datasetOf(spec));
  },
} satisfies Loader;
