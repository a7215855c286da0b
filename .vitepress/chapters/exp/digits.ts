/** At how many of the same arguments two engines gave other last digits. */
export function differingDigits(a: string, b: string): number {
  let differ = 0;
  for (let n = 0; n < a.length; n++) if (a[n] !== b[n]) differ++;
  return differ;
}
