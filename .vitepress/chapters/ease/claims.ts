import { compare } from '../../kit/claims.ts';
import type { ChapterClaims } from '../../kit/claims.ts';

export const claims: ChapterClaims = {
  cosine: compare('recall', ['ease'], ['item-item-cf']),
  nearest: compare('recall', ['ease'], ['item-item-cf', { neighbours: 10 }], { undecided: 0 }),
};
