/** What is left of an event: 1 at age 0, ½ after a half-life. */
export function decayWeight(
  age: number,
  halfLife: number,
): number {
  return 0.5 ** (age / halfLife);
}
