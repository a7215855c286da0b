/** The score of an item that n people have. */
export function scoreOf(n: number, most: number): number {
  return Math.min(n, most);
}
