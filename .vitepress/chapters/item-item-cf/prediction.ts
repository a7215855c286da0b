import { decimal } from '../../kit/numbers.ts';
import { binOf } from '../../reader/learning/prediction.ts';
import type { MakePrediction } from '../../reader/learning/prediction.ts';
import type { SimilarityPicture } from './picture.ts';

/** Of the nearest neighbours of the items that are drawn, how many share the genre, on average. */
export function sameGenre({ neighbours, items, genres }: SimilarityPicture): number {
  const shared = neighbours.map(
    (near, n) => near.filter(([item]) => genres[item] === genres[items[n]]).length,
  );
  return shared.reduce((sum, value) => sum + value, 0) / Math.max(shared.length, 1);
}

export const prediction: MakePrediction = () => ({
  question:
    'The model is told no genre. Of the eight nearest neighbours of a much taken item, how many share its genre?',
  answers: ['One, as chance would have it', 'Two or three', 'About half', 'Nearly all'],
  right: ({ picture }) => binOf(sameGenre(picture as SimilarityPicture), [1.5, 3.5, 6]),
  finding: ({ picture }) => {
    const drawn = picture as SimilarityPicture;
    return `Over the ${drawn.items.length} items of the grid it is ${decimal(sameGenre(drawn), 1)} of 8, on average.`;
  },
});
