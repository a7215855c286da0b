/** The share of all events that the first of the sorted items hold. */
export function shareOfFirst(counts: readonly number[], first: number): number {
  const sum = (values: readonly number[]) => values.reduce((total, count) => total + count, 0);
  const all = sum(counts);
  return all > 0 ? sum(counts.slice(0, first)) / all : 0;
}
