// A log of the generator, drawn as the sliders of the chapter say.
import type { SyntheticOptions } from '../../../code/recsys.ts';
import { makeLogPicture } from '../../kit/logPicture.ts';
import type { Order } from '../../kit/logPicture.ts';
import { defineJob } from '../../run/job.ts';

/** What the page asks for. */
export interface LogWish {
  readonly options: SyntheticOptions;
  readonly order: Order;
}

export const job = defineJob('log', ({ options, order }: LogWish) =>
  makeLogPicture(options, order),
);
