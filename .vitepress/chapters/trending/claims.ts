import { compare, inWorld } from '../../kit/claims.ts';
import type { ChapterClaims } from '../../kit/claims.ts';

export const claims: ChapterClaims = {
  'long-memory': compare('recall', ['trending'], ['popularity'], { between: [-0.02, 0.02] }),
  haste: compare('recall', ['popularity'], ['trending', { halfLife: 125 }]),
  'passing-content': inWorld('fashions', compare('recall', ['trending'], ['content-based'])),
  'passing-item-item': inWorld('fashions', compare('recall', ['trending'], ['item-item-cf'])),
  'passing-ease': inWorld('fashions', compare('recall', ['trending'], ['ease'])),
  shorter: inWorld('fashions', compare('recall', ['trending', { halfLife: 500 }], ['trending'])),
};
