/**
 * The score of an item once an event arrives.
 * @param score what it was at its last event
 * @param last the time of that event
 * @param t the time of the new one
 */
export function update(
  score: number,
  last: number,
  t: number,
  halfLife: number,
): number {
  const left = 0.5 ** ((t - last) / halfLife);
  return score * left + 1;
}
