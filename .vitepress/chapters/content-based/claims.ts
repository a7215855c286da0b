import { compare } from '../../kit/claims.ts';
import type { ChapterClaims } from '../../kit/claims.ts';

export const claims: ChapterClaims = {
  forgets: compare('recall', ['content-based'], ['content-based', { halfLife: 50 }]),
  taste: compare('recall', ['content-based'], ['popularity']),
  places: compare('map', ['content-based'], ['popularity']),
};
