import type { ChapterClaims } from '../../kit/claims.ts';

export const claims: ChapterClaims = {
  chance: {
    of: 'recall of Popularity divided by that of Random',
    measure: (log) => log.mean('recall', 'popularity') / log.mean('recall', 'random'),
    needs: { between: [1.5, 2.2] },
  },
};
