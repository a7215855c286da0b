import type { ChapterClaims } from '../../kit/claims.ts';

const candidates = 20;

export const claims: ChapterClaims = {
  sampled: {
    of: `what recall of Content-based minus that of Item-item CF gains where the hidden item is ranked among ${candidates} sampled ones in place of all`,
    measure: (log) =>
      log.sampledRecall(candidates, 'content-based') -
      log.sampledRecall(candidates, 'item-item-cf') -
      (log.mean('recall', 'content-based') - log.mean('recall', 'item-item-cf')),
    needs: { above: 0 },
  },
};
