// Draws logs for the chapter on the data. One question at a time: the page asks the next when it
// has the answer.
import type { SyntheticOptions } from '../../../code/recsys.ts';
import { makeLogPicture } from '../figures/data/picture.ts';

addEventListener('message', ({ data }: MessageEvent<SyntheticOptions>) => {
  postMessage(makeLogPicture(data));
});
