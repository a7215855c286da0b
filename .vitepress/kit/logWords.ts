import type { LogPicture } from './logPicture.ts';

/** The head of the long tail, in items. */
export const topItems = 10;

export function shareOfTop({ tail, nEvents }: LogPicture): number {
  const head = tail.counts.slice(0, topItems).reduce((sum, events) => sum + events, 0);
  return head / Math.max(nEvents, 1);
}
