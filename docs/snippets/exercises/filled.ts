/** The share of all cells, users × items, that events fill. */
export function filled(
  rows: [user: number, item: number][],
  nUsers: number,
  nItems: number,
): number {
  const cells = new Set(
    rows.map(([user, item]) => `${user} ${item}`),
  );
  return cells.size / (nUsers * nItems);
}
