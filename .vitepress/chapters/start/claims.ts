import { compare } from '../../kit/claims.ts';
import type { ChapterClaims } from '../../kit/claims.ts';

export const claims: ChapterClaims = {
  personal: compare('recall', ['item-item-cf'], ['popularity']),
};
