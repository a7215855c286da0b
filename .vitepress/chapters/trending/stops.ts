/** The half-lives of the rank chart: each the double of the one before, at last no forgetting. */
export const stops: readonly number[] = [
  125,
  250,
  500,
  1000,
  2000,
  4000,
  8000,
  16000,
  32000,
  Infinity,
];

/** The ranks that are drawn and counted: those of a list. */
export const places = 10;

/**
 * Where a half-life stands among the stops: in proportion between two of them, and ever nearer to
 * the last one without reaching it.
 */
export function placeAmong(halfLife: number): number {
  if (halfLife <= stops[0]) return 0;
  const after = stops.findIndex((stop) => stop >= halfLife);
  const [a, b] = [stops[after - 1], stops[after]];
  if (halfLife === b) return after;
  return b === Infinity ? after - a / halfLife : after - (b - halfLife) / (b - a);
}
