import { defineLoader } from 'vitepress';
import { bookLog, makeCoverage } from '../figures/popularity/lists.ts';
import type { CoveragePicture } from '../figures/popularity/listPictures.ts';
import { genresOf } from '../workers/genres.ts';
import { kept } from './kept.ts';

declare const data: CoveragePicture;
export { data };

export default defineLoader({
  watch: ['../../../code/*.ts', '../figures/popularity/*.ts'],
  load: () =>
    kept('coverage', () => {
      const log = bookLog();
      return makeCoverage(genresOf(log), log);
    }),
});
