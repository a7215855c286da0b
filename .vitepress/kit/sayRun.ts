import { duration } from './numbers.ts';
import { reproduction } from './sameResult.ts';
import type { Reproduction } from './sameResult.ts';

export type Said = string | Reproduction;

/** The sentences of one demo about its result. */
export interface RunWords {
  /** Where the controls ask for another. */
  readonly stale: string;
  /** What was done in the browser of the reader: `All rows fitted in your browser`. */
  readonly done: string;
  /** What else there is to say, of the address say. */
  readonly note?: string;
}

/** What a demo says of the result that it shows, beside what is printed of the same request. */
export function sayRun(
  { answer, took }: { readonly answer: unknown; readonly took?: number },
  printed: unknown,
  { done, note = '' }: Omit<RunWords, 'stale'>,
): Said {
  if (took === undefined) {
    return note || 'Computed when this page was made. Press Run to compute it here.';
  }
  if (printed !== undefined) return reproduction(took, printed, answer);
  return `${done}, in ${duration(took)}. ${note}`.trim();
}
