/** Where the number of a row stands: at the right end of its bar, or where there is room. */
export interface EndOfBar {
  /** The end of the bar, on the scale of the chart. */
  readonly at: number;
  readonly anchor: 'start' | 'end';
  /** Pixels to the right of that end, and down from the middle of the bar. */
  readonly dx: number;
  readonly dy: number;
}

/**
 * On the right of the bar, else on its left; a bar that leaves no room on either side has its number above.
 * @param low first of what is drawn in the row
 * @param high last of it
 * @param share of the width, from 0 to 1
 * @param room share of the width that the number takes on a phone
 */
export function endOfBar(
  low: number,
  high: number,
  share: (value: number) => number,
  room = 0.18,
): EndOfBar {
  if (share(high) <= 1 - room) return { at: high, anchor: 'start', dx: 8, dy: 4 };
  if (share(low) >= room) return { at: low, anchor: 'end', dx: -8, dy: 4 };
  return { at: high, anchor: 'end', dx: 0, dy: -8 };
}
