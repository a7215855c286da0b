// #region blocked
/**
 * What a list may not hold: what the user has seen, and what is asked.
 */
import { checkOptions } from './guard.ts';
import { readItems } from './rows.ts';
// #endregion blocked

// #region list-options
/** What else a list must keep to, beside leaving out what was seen. */
export interface ListOptions {
  /** Items that must not come: sold out, or rated and not liked. */
  readonly exclude?: Iterable<number>;
  /** Nothing but these may come: one shelf, what is in stock. */
  readonly only?: Iterable<number>;
}

/**
 * The items that the options rule out, marked 1 [items]; undefined where
 * they rule out nothing. Each iterable is read once.
 */
export function readBlocked(
  where: string,
  options: ListOptions | undefined,
  nItems: number,
): Uint8Array | undefined {
  if (options === undefined) return undefined;
  checkOptions(where, options, ['exclude', 'only']);
  const { exclude, only } = options;
  if (exclude === undefined && only === undefined) return undefined;
  const marks = new Uint8Array(nItems);
  if (only !== undefined) {
    marks.fill(1);
    for (const i of readItems(where, 'only', only, nItems)) marks[i] = 0;
  }
  if (exclude !== undefined) {
    const items = readItems(where, 'exclude', exclude, nItems);
    for (const i of items) marks[i] = 1;
  }
  return marks;
}

/** The seen items and the marked ones, ascending. */
export function blockedFor(
  seen: Int32Array,
  marks: Uint8Array | undefined,
): Int32Array {
  if (!marks) return seen;
  const all = marks.slice();
  for (const i of seen) all[i] = 1;
  const blocked: number[] = [];
  all.forEach((mark, i) => {
    if (mark === 1) blocked.push(i);
  });
  return Int32Array.from(blocked);
}
// #endregion list-options
