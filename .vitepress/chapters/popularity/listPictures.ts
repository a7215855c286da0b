// What the figures on the lists of everybody are given, and what they work out of it themselves.
import { topK } from '../../../code/recsys.ts';

/** The two lists are at most so long. */
export const longest = 10;
/** The lengths for which coverage is counted. */
export const coverageLengths = [1, 2, 5, 10, 20, 50] as const;
export const compared = ['random', 'popularity', 'item-item-cf'] as const;

export interface TwoListsPicture {
  /** The most popular items, as many as anybody's list reaches down to. */
  readonly head: readonly {
    readonly item: number;
    readonly genre: number;
    readonly count: number;
  }[];
  /** For each person and each of these items, 1 if they have had it: "0110…". */
  readonly seen: readonly string[];
  /** Place k - 1: how many pairs of people share 0, 1, 2 ... k items of their lists. */
  readonly pairs: readonly (readonly number[])[];
  /** Place k - 1: what two people share on average, of the lists of each model. */
  readonly shared: Readonly<Record<(typeof compared)[number], readonly number[]>>;
}

export interface CoveragePicture {
  readonly nPeople: number;
  /** All items, the most popular first. */
  readonly items: readonly { readonly item: number; readonly genre: number }[];
  /** For each model and length, in how many lists each of these items is. */
  readonly shown: Readonly<Record<string, readonly (readonly number[])[]>>;
  readonly titles: Readonly<Record<string, string>>;
}

export function meanShared(pairs: readonly number[]): number {
  const all = pairs.reduce((total, many) => total + many, 0);
  return pairs.reduce((total, many, common) => total + many * common, 0) / all;
}

/** A person's list from the head: topK over the counts, without what they have had. */
export function headList(
  { head, seen }: Pick<TwoListsPicture, 'head' | 'seen'>,
  user: number,
  k: number,
): number[] {
  const scores = Float64Array.from(head, ({ count }) => count);
  const had = head.flatMap((_, place) => (seen[user][place] === '1' ? [place] : []));
  return topK(scores, had, k);
}
