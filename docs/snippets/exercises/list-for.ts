/** The k best items that the person has not seen, best first. */
export function listFor(
  scores: number[],
  seen: number[],
  k: number,
): number[] {
  return Array.from(scores.keys())
    .filter((item) => !seen.includes(item))
    .sort((a, b) => scores[b] - scores[a] || a - b)
    .slice(0, k);
}
