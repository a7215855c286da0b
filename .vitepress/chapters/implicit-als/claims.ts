import { compare } from '../../kit/claims.ts';
import type { ChapterClaims } from '../../kit/claims.ts';

export const claims: ChapterClaims = {
  clicks: compare('recall', ['implicit-als', { alpha: 1, reg: 10 }], ['implicit-als']),
};
