import { compare } from '../../kit/claims.ts';
import type { ChapterClaims, ClaimLog } from '../../kit/claims.ts';

/** What MAP pays for a hit, on average: more where found books stand higher. */
const perHit = (log: ClaimLog, model: string): number =>
  log.mean('map', model) / log.mean('recall', model);

export const claims: ChapterClaims = {
  forgets: compare('recall', ['content-based'], ['content-based', { halfLife: 50 }]),
  taste: compare('recall', ['content-based'], ['popularity']),
  found: {
    of: 'MAP divided by recall, of Content-based minus that of Popularity',
    measure: (log) => perHit(log, 'content-based') - perHit(log, 'popularity'),
    needs: { between: [-0.03, 0.03] },
  },
  places: compare('map', ['content-based'], ['popularity']),
};
