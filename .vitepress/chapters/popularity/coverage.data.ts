import type { Loader } from '../../build/results/loader.ts';
import { bookLog } from '../../run/bookLog.ts';
import { makeCoverage } from './lists.ts';
import type { CoveragePicture } from './listPictures.ts';
import { genresOf } from '../../run/genres.ts';

declare const data: CoveragePicture;
export { data };

export default {
  load() {
    const log = bookLog();
    return makeCoverage(genresOf(log), log);
  },
} satisfies Loader;
