/** Cosine of two items, each given as the users who took it, shrunk. */
function similarity(
  a: number[],
  b: number[],
  shrink: number,
): number {
  const common = a.filter((user) => b.includes(user)).length;
  if (common === 0) return 0;
  return common / (Math.sqrt(a.length * b.length) + shrink);
}

/**
 * How similar item i is to every item: 0 for itself, and 0 for all
 * that are not among its n nearest.
 * @param readers the users of every item
 */
export function neighbours(
  readers: number[][],
  i: number,
  n: number,
  shrink: number,
): number[] {
  const all = readers.map((users, j) =>
    j === i ? 0 : similarity(readers[i], users, shrink),
  );
  const nearest = [...all.keys()]
    .sort((a, b) => all[b] - all[a] || a - b)
    .slice(0, n);
  return all.map((value, j) => (nearest.includes(j) ? value : 0));
}
