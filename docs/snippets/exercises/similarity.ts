/** Cosine of two items, each given as the users who took it. */
export function similarity(a: number[], b: number[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const common = a.filter((user) => b.includes(user)).length;
  return common / Math.sqrt(a.length * b.length);
}
