// Pictures stand in HTML and in JavaScript, so their numbers keep the digits that a drawing shows.

/** To so many decimals, by exact arithmetic. */
export function rounded(value: number, decimals = 4): number {
  let scale = 1;
  for (let n = 0; n < decimals; n++) scale *= 10;
  return Math.round(value * scale) / scale;
}
