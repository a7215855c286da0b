import { compare } from '../../kit/claims.ts';
import type { ChapterClaims } from '../../kit/claims.ts';

export const claims: ChapterClaims = {
  // Eight factors on either side: more take four times as long, and the build measures thirty logs.
  clicks: compare(
    'recall',
    ['implicit-als', { alpha: 1, reg: 10, factors: 8 }],
    ['implicit-als', { factors: 8 }],
  ),
};
