// Draws logs for the chapter on the data. One question at a time: the page asks the next when it
// has the answer.
import type { SyntheticOptions } from '../../../code/recsys.ts';
import { makeLogPicture } from '../../kit/logPicture.ts';
import type { LogPicture, Order } from '../../kit/logPicture.ts';

/** What the page asks for. */
export interface LogWish {
  readonly options: SyntheticOptions;
  readonly order: Order;
}

export interface DrawnLog {
  readonly picture: LogPicture;
  /** What it took, in milliseconds. */
  readonly ms: number;
}

addEventListener('message', ({ data }: MessageEvent<LogWish>) => {
  const start = performance.now();
  const picture = makeLogPicture(data.options, data.order);
  postMessage({ picture, ms: performance.now() - start } satisfies DrawnLog);
});
