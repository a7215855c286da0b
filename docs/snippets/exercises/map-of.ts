/** What MAP@k pays for one person: 1 / rank of the item, or 0. */
export function mapOf(
  list: number[],
  item: number,
  k: number,
): number {
  const place = list.slice(0, k).indexOf(item);
  return place < 0 ? 0 : 1 / (place + 1);
}
