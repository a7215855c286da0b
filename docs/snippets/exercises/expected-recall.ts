/** The recall@k that lists by lot should reach, for people with so many unseen items. */
export function expectedRecall(unseen: number[], k: number): number {
  const chances = unseen.map((count) => Math.min(k, count) / count);
  return chances.reduce((sum, chance) => sum + chance, 0) / chances.length;
}
