import { decimal } from '../../kit/numbers.ts';

/** Two decimals; a score that grew beyond reason, as under a far too large lr, as a power of ten. */
export function scoreText(value: number): string {
  if (Math.abs(value) < 1e5) return decimal(value, 2);
  return value.toExponential(1).replace('e+', 'e').replace('-', '−');
}
