import { entriesWith } from '../../code/evaluation/tuned.ts';
import type { Loader } from '../build/results/loader.ts';
import { bookLog } from '../run/bookLog.ts';
import type { StandingsOfLogs } from './logs.data.ts';
import { readThread } from './thread.ts';
import type { Thread } from './thread.ts';
import type { PreparedTuned } from './tuned.data.ts';

declare const data: Thread;
export { data };

export default {
  from: ['./logs.data.ts', './tuned.data.ts'],
  // The first of the logs is the one that the pages print.
  load: ([first]: StandingsOfLogs, { tuned }: PreparedTuned): Thread =>
    readThread(
      bookLog(),
      first,
      entriesWith(tuned).map(({ id }) => id),
    ),
} satisfies Loader;
