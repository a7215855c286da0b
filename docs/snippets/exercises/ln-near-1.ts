/** The natural logarithm of an m between 0.7 and 1.42. */
export function lnNear1(m: number): number {
  const s = (m - 1) / (m + 1);
  let sum = 0;
  let power = s;
  for (let n = 1; n < 24; n += 2) {
    sum += power / n;
    power *= s * s;
  }
  return 2 * sum;
}
