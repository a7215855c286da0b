import { compare } from '../../kit/claims.ts';
import type { ChapterClaims } from '../../kit/claims.ts';

export const claims: ChapterClaims = {
  // Factors as the search chooses them: few, and held back.
  counting: compare(
    'recall',
    ['item-item-cf', { neighbours: 10 }],
    ['implicit-als', { alpha: 1, reg: 10, factors: 8 }],
    { between: [-0.03, 0.03] },
  ),
};
