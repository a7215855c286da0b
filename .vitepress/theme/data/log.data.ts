import type { Loader } from '../../build/results/loader.ts';
import { makeLogPicture } from '../figures/data/picture.ts';
import type { LogPicture } from '../figures/data/picture.ts';

export interface LogData {
  readonly picture: LogPicture;
}

declare const data: LogData;
export { data };

export default {
  load: (): LogData => ({ picture: makeLogPicture() }),
} satisfies Loader;
