// #region similar-items
/**
 * What is like an item.
 */
import type { Matrix } from 'ml-matrix';
import { bestFirst, offerRange, roomFor } from './best.ts';
import { rowCosines, rowOfFlat } from './dense.ts';
import { bad, checkInteger } from './guard.ts';
import { flatten } from './matrix.ts';
// #endregion similar-items

// #region list-of-similar-items
/** What can say how like two items are: by itself, or by their factors. */
interface Compares {
  similarity?(item: number): Float64Array;
  readonly itemFactors?: Matrix;
}

/** By the model's own measure; of a factor model the cosines of factors. */
function likenessOf(model: Compares, item: number): Float64Array {
  if (model.similarity) return model.similarity(item);
  const where = 'similarItems';
  const given = model.itemFactors;
  if (!given) {
    const needed = 'a model that has similarity(item) or itemFactors';
    throw bad(TypeError, where, 'model', needed, model);
  }
  const Y = flatten(where, 'itemFactors', given);
  checkInteger(where, 'item', item, 0, Y.height - 1);
  return rowCosines(rowOfFlat(Y, item), Y);
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
  if (typeof given !== 'object' || !given) {
    throw bad(TypeError, where, 'model', 'a model', given);
  }
  checkInteger(where, 'k', k, 1);
  const likeness = likenessOf(model, item);
  const best = roomFor(Math.min(k, likeness.length - 1));
  offerRange(best, likeness, 0, item);
  offerRange(best, likeness, item + 1, likeness.length);
  return Array.from(bestFirst(best));
}
// #endregion list-of-similar-items
