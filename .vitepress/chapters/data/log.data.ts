import type { Loader } from '../../build/results/loader.ts';
import { makeLogPicture } from '../../kit/logPicture.ts';
import type { LogPicture } from '../../kit/logPicture.ts';

export interface LogData {
  readonly picture: LogPicture;
}

declare const data: LogData;
export { data };

export default {
  load: (): LogData => ({ picture: makeLogPicture() }),
} satisfies Loader;
