import type { Loader } from '../../build/results/loader.ts';
import { bookLog, makeCoverage } from '../figures/popularity/lists.ts';
import type { CoveragePicture } from '../figures/popularity/listPictures.ts';
import { genresOf } from '../workers/genres.ts';

declare const data: CoveragePicture;
export { data };

export default {
  load() {
    const log = bookLog();
    return makeCoverage(genresOf(log), log);
  },
} satisfies Loader;
