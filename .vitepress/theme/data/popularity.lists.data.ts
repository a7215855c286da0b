import type { Loader } from '../../build/results/loader.ts';
import { bookLog, makeTwoLists } from '../figures/popularity/lists.ts';
import type { TwoListsPicture } from '../figures/popularity/listPictures.ts';
import { genresOf } from '../workers/genres.ts';

declare const data: TwoListsPicture;
export { data };

export default {
  load() {
    const log = bookLog();
    return makeTwoLists(genresOf(log), log);
  },
} satisfies Loader;
