// #region fitted
/**
 * What every model keeps after `fit`, and must have before it answers.
 */
import { checkInteger } from './guard.ts';
import type { SparseMatrix } from './sparse.ts';
// #endregion fitted

// #region require-fit
/** What every model keeps of its training log. */
export interface Fitted {
  /** The binary matrix: who has seen what. */
  readonly R: SparseMatrix;
  /** Needs a history: says nothing to a user without one. */
  readonly personal: boolean;
}

/** The checks before a score: a fit, and a user who is in it. */
export function requireFit<T extends Fitted>(
  where: string,
  fitted: T | undefined,
  user: number,
): T {
  if (!fitted) throw new Error(`${where}: call fit first`);
  checkInteger(where, 'user', user, 0, fitted.R.nRows - 1);
  return fitted;
}

/** The checks before an explanation. */
export function requireItem<T extends Fitted>(
  where: string,
  fitted: T | undefined,
  user: number,
  item: number,
): T {
  const checked = requireFit(where, fitted, user);
  checkInteger(where, 'item', item, 0, checked.R.nCols - 1);
  return checked;
}
// #endregion require-fit

// #region explanation
/** What one thing gave to a score. */
export interface Part {
  /** An item or user id, or the number of a factor; see `Explanation`. */
  readonly id: number;
  readonly value: number;
}

/** The score of an item for a user, taken apart. */
export interface Explanation {
  readonly score: number;
  /**
   * What the parts come from: the items of the user's own past, the users
   * who took the item, the factors, or nothing but a draw.
   */
  readonly by: 'item' | 'user' | 'factor' | 'draw';
  /**
   * They add up to the score, but for rounding. The largest first, by size
   * and not by sign, then by id; parts of 0 are left out.
   */
  readonly parts: readonly Part[];
}
// #endregion explanation

// #region explained
/**
 * A score taken apart: the largest part first, by size and not by sign,
 * then by id. What has the same id is one part; a part of 0 is left out.
 */
export function explained<By extends string>(
  by: By,
  score: number,
  given: Iterable<readonly [id: number, value: number]>,
) {
  const values = new Map<number, number>();
  for (const [id, value] of given) {
    values.set(id, (values.get(id) ?? 0) + value);
  }
  const parts = Array.from(values, ([id, value]) => ({ id, value }))
    .filter(({ value }) => value !== 0)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value) || a.id - b.id);
  return { score, by, parts };
}
// #endregion explained
