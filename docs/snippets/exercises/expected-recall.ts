/** The recall@k that chance reaches, by what each has unseen. */
export function expectedRecall(
  unseen: number[],
  k: number,
): number {
  const chances = unseen.map(
    (count) => Math.min(k, count) / count,
  );
  return (
    chances.reduce((sum, chance) => sum + chance, 0) /
    chances.length
  );
}
