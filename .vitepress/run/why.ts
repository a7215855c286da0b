// The answer to "why this?": the largest parts of a score, and one line for the rest of them.
import type { Recommender } from '../../code/recsys.ts';
import type { Why } from './jobs/model.ts';

/** How many parts a list shows one by one. */
const shown = 4;

export function whyOf(
  model: Recommender,
  user: number,
  item: number,
  genres: readonly number[],
): Why | null {
  const explanation = model.explain?.(user, item);
  if (!explanation) return null;
  const { by, parts } = explanation;
  // A rest of one part takes the line that the part itself would take.
  const first = parts.length === shown + 1 ? parts.length : shown;
  const rest = parts.slice(first);
  return {
    by,
    parts: parts
      .slice(0, first)
      .map(({ id, value }) => (by === 'item' ? { id, genre: genres[id], value } : { id, value })),
    rest: { count: rest.length, value: rest.reduce((total, { value }) => total + value, 0) },
  };
}
