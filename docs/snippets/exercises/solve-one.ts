/**
 * One user's factor, where there is one factor only.
 * @param items what the user has met
 * @param y the factor of every item
 */
export function solveOne(
  items: number[],
  y: number[],
  alpha: number,
  reg: number,
): number {
  let A = reg;
  let b = 0;
  for (const value of y) A += value * value;
  for (const i of items) {
    A += alpha * y[i] * y[i];
    b += (1 + alpha) * y[i];
  }
  return b / A;
}
