import { decimal } from '../../kit/numbers.ts';
import { weightTexts } from './bars.ts';
import type { Column } from './byHand.ts';

/** What a column by hand shows: a book that shares readers and speaks against it all the same, if there is one. */
export function columnTitle(
  target: string,
  names: readonly string[],
  { weights, cosines, b }: Column,
): string {
  if (b.every((count) => count === 0)) return `Nobody has ${target}: every weight for it is 0`;
  const texts = weightTexts(weights);
  const best = weights.indexOf(Math.max(...weights));
  const against = weights
    .map((weight, n) => ({ weight, n }))
    .filter(({ weight, n }) => weight < 0 && b[n] > 0)
    .sort((p, q) => p.weight - q.weight);
  if (against.length > 0) {
    const { n } = against[0];
    return `${names[n]} shares readers with ${target}, cosine ${decimal(cosines[n], 2)}; its weight is ${texts[n]}: once the others are heard, it speaks against`;
  }
  return `${names[best]} says most for ${target}, with a weight of ${texts[best]}`;
}
