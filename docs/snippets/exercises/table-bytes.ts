/** Bytes of the table if each item keeps so many others. */
export function tableBytes(
  nItems: number,
  neighbours: number,
): number {
  const pairs = nItems * Math.min(neighbours, nItems - 1);
  return (8 + 4) * pairs + 4 * (nItems + 1);
}
