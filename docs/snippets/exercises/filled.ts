/** The share of the cells of users × items that any event fills. */
export function filled(
  rows: [user: number, item: number][],
  nUsers: number,
  nItems: number,
): number {
  const cells = new Set(rows.map(([user, item]) => `${user} ${item}`));
  return cells.size / (nUsers * nItems);
}
