import { compare } from '../../kit/claims.ts';
import type { ChapterClaims } from '../../kit/claims.ts';

export const claims: ChapterClaims = {
  readers: compare('recall', ['item-item-cf'], ['content-based']),
  // The page says "far more".
  nearest: compare('recall', ['item-item-cf', { neighbours: 10 }], ['item-item-cf'], {
    above: 0.05,
  }),
  shrinkage: compare('recall', ['item-item-cf', { shrink: 20 }], ['item-item-cf'], { below: 0 }),
};
