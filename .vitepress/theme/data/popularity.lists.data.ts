import { defineLoader } from 'vitepress';
import { bookLog, makeTwoLists } from '../figures/popularity/lists.ts';
import type { TwoListsPicture } from '../figures/popularity/listPictures.ts';
import { genresOf } from '../workers/genres.ts';
import { kept } from './kept.ts';

declare const data: TwoListsPicture;
export { data };

export default defineLoader({
  watch: ['../../../code/*.ts', '../figures/popularity/*.ts'],
  load: () =>
    kept('two-lists', () => {
      const log = bookLog();
      return makeTwoLists(genresOf(log), log);
    }),
});
