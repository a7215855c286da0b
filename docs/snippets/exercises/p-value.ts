/** How often fair coins fall as unevenly as this, or more so. */
export function pValue(gained: number, lost: number): number {
  const m = gained + lost;
  let chance = 0.5 ** m;
  let sum = 0;
  for (let heads = 0; heads <= Math.min(gained, lost); heads++) {
    sum += chance;
    chance *= (m - heads) / (heads + 1);
  }
  return Math.min(1, 2 * sum);
}
