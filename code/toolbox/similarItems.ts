// #region similar-items
/**
 * What is like an item.
 */
import { bestFirst, offerRange, roomFor } from './best.ts';
import { bad, checkInteger } from './guard.ts';
// #endregion similar-items

// #region list-of-similar-items
/** What can be asked how like two items are. */
interface Compares {
  similarity?(item: number): Float64Array;
}

/**
 * The k items that the model finds most like this one, best first, itself
 * left out; ties go to the lower id.
 * @throws TypeError for a model that does not compare items; RangeError or
 *   TypeError for a bad item or k; Error before `fit`
 */
export function similarItems(
  model: Compares,
  item: number,
  k = 10,
): number[] {
  const where = 'similarItems';
  const given: unknown = model;
  if (typeof given !== 'object' || !given || !model.similarity) {
    const needed = 'a model that has similarity(item)';
    throw bad(TypeError, where, 'model', needed, given);
  }
  checkInteger(where, 'k', k, 1);
  const likeness = model.similarity(item);
  const best = roomFor(Math.min(k, likeness.length - 1));
  offerRange(best, likeness, 0, item);
  offerRange(best, likeness, item + 1, likeness.length);
  return Array.from(bestFirst(best));
}
// #endregion list-of-similar-items
