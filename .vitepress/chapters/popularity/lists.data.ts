import type { Loader } from '../../build/results/loader.ts';
import { bookLog } from '../../run/bookLog.ts';
import { makeTwoLists } from './lists.ts';
import type { TwoListsPicture } from './listPictures.ts';
import { genresOf } from '../../run/genres.ts';

declare const data: TwoListsPicture;
export { data };

export default {
  load() {
    const log = bookLog();
    return makeTwoLists(genresOf(log), log);
  },
} satisfies Loader;
