// The ways of drawing the other item j, in words.
import type { Negatives } from '../../../code/recsys.ts';

export interface Sampler {
  readonly id: Negatives;
  readonly words: string;
}

export const samplers: readonly Sampler[] = [
  { id: 'unseen', words: 'what the user lacks, evenly' },
  { id: 'any', words: 'everything, unchecked' },
  { id: 'popular', words: 'what the user lacks, by popularity' },
];
