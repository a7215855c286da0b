import { compare } from '../../kit/claims.ts';
import type { ChapterClaims } from '../../kit/claims.ts';

export const claims: ChapterClaims = {
  'long-memory': compare('recall', ['trending'], ['popularity'], { between: [-0.02, 0.02] }),
  haste: compare('recall', ['popularity'], ['trending', { halfLife: 125 }]),
};
