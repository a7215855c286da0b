import type { Loader } from '../build/results/loader.ts';
import type { ClaimRuns } from '../chapters/claims/claimRuns.data.ts';
import { measureAll } from './measure.ts';
import type { Board } from '../run/jobs/board.ts';
import type { MeasuredResults } from './measure.ts';

declare const data: MeasuredResults;
export { data };

export default {
  from: ['../chapters/leaderboard/leaderboard.data.ts', '../chapters/claims/claimRuns.data.ts'],
  seconds: 4,
  load: (board: Board, { recalls }: ClaimRuns) => measureAll(board, recalls),
} satisfies Loader;
