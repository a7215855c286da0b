import { compare, difference, drawClaimLog, inWorld } from '../../kit/claims.ts';
import type { ChapterClaims } from '../../kit/claims.ts';

/** For each log that is measured, so many others: what one set of thirty shows may be luck. */
const others = 3;

const gain = difference('recall', ['trending'], ['popularity']);

/** Seeds that no claim begins with, so many for each. */
const otherLogs = (seed: number) =>
  Array.from({ length: others }, (_, n) => drawClaimLog(1000 + others * seed + n));

export const claims: ChapterClaims = {
  'long-memory': compare('recall', ['trending'], ['popularity'], { between: [-0.02, 0.02] }),
  'no-trend': {
    of: `recall of Trending minus that of Popularity, mean of ${others} other logs`,
    measure: ({ seed }) => {
      const ahead = otherLogs(seed).map(gain);
      return ahead.reduce((sum, value) => sum + value, 0) / others;
    },
    needs: { between: [-0.005, 0.005] },
  },
  haste: compare('recall', ['popularity'], ['trending', { halfLife: 125 }]),
  'passing-popularity': inWorld(
    'fashions',
    compare('recall', ['trending'], ['popularity'], { above: 0.1 }),
  ),
  'passing-content': inWorld('fashions', compare('recall', ['trending'], ['content-based'])),
  'passing-item-item': inWorld('fashions', compare('recall', ['trending'], ['item-item-cf'])),
  'passing-ease': inWorld('fashions', compare('recall', ['trending'], ['ease'])),
  shorter: inWorld('fashions', compare('recall', ['trending', { halfLife: 500 }], ['trending'])),
};
