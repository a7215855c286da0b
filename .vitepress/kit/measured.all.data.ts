import type { Loader } from '../build/results/loader.ts';
import { measureAll } from './measure.ts';
import type { Board } from '../run/jobs/board.ts';
import type { MeasuredResults } from './measure.ts';

declare const data: MeasuredResults;
export { data };

export default {
  from: ['../chapters/leaderboard/leaderboard.data.ts'],
  seconds: 4,
  load: (board: Board) => measureAll(board),
} satisfies Loader;
