import type { Drawn } from './shapes.ts';

/** Strips in which nothing is drawn, where controls stood, are no higher than this. */
const widest = 28;

/**
 * By how much each strip moves up, and the height of all of them. Strips are told by where they begin and end; those that
 * touch or overlap move together.
 */
export function closedGaps(strips: readonly Pick<Drawn, 'top' | 'bottom'>[]): {
  readonly up: (top: number) => number;
  readonly top: number;
  readonly bottom: number;
} {
  const sorted = strips.toSorted((a, b) => a.top - b.top);
  const moves: { readonly from: number; readonly by: number }[] = [];
  let end = sorted[0]?.top ?? 0;
  let by = 0;
  for (const { top, bottom } of sorted) {
    if (top - end > widest) {
      by += top - end - widest;
      moves.push({ from: top, by });
    }
    end = Math.max(end, bottom);
  }
  return {
    up: (top) => moves.findLast(({ from }) => from <= top)?.by ?? 0,
    top: sorted[0]?.top ?? 0,
    bottom: end - by,
  };
}
