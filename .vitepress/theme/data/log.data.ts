import { defineLoader } from 'vitepress';
import { makeLogPicture } from '../figures/data/picture.ts';
import type { LogPicture } from '../figures/data/picture.ts';

export interface LogData {
  readonly picture: LogPicture;
}

declare const data: LogData;
export { data };

export default defineLoader({
  watch: ['../../../code/*.ts'],
  load: (): LogData => ({ picture: makeLogPicture() }),
});
