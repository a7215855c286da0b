// Is the live result the printed one, bit for bit? JSON writes every double so that it reads back
// as the same bits.

/** The names of those parts that differ. */
export function differingParts(printed: object, live: object): string[] {
  const before = new Map(Object.entries(printed));
  const after = new Map(Object.entries(live));
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter(
    (name) => JSON.stringify(before.get(name)) !== JSON.stringify(after.get(name)),
  );
}
