/** The k most taken unseen items; ties go to the lower one. */
export function popular(
  events: number[],
  nItems: number,
  seen: number[],
  k: number,
): number[] {
  const counts = new Array<number>(nItems).fill(0);
  for (const item of events) counts[item]++;
  return Array.from(counts.keys())
    .filter((item) => !seen.includes(item))
    .sort((a, b) => counts[b] - counts[a] || a - b)
    .slice(0, k);
}
