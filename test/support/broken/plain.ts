// A correct model, plain enough to break in any way, and the form in which broken ones are told.
import type { CheckName, CheckOptions } from '../../../code/checks/checkRecommender.ts';
import { Popularity } from '../../../code/recsys.ts';
import type { Interaction, Recommender } from '../../../code/recsys.ts';
import { range } from '../logs.ts';

/** How often an item was met. */
export class Plain implements Recommender {
  protected counts: Float64Array | undefined;
  protected seen: Set<number>[] = [];

  fit(rows: Iterable<Interaction>, nUsers: number, nItems: number): unknown {
    this.learn(this.read(rows), nUsers, nItems);
    return this;
  }

  scores(user: number): Float64Array {
    return this.known(user).slice();
  }

  recommend(user: number, k = 10): number[] {
    this.known(user);
    this.check('k', k, 1, Number.MAX_SAFE_INTEGER);
    return this.ranked(user).slice(0, k);
  }

  protected read(rows: Iterable<Interaction>): Interaction[] {
    return [...rows];
  }

  protected learn(rows: readonly Interaction[], nUsers: number, nItems: number): void {
    new Popularity().fit(rows, nUsers, nItems); // refuses what is bad
    const counts = new Float64Array(nItems);
    const seen = range(nUsers).map(() => new Set<number>());
    for (const [u, i] of rows) {
      counts[i] += 1;
      seen[u].add(i);
    }
    this.counts = counts;
    this.seen = seen;
  }

  /** All unseen items, best first. */
  protected ranked(user: number): number[] {
    return this.sorted(this.known(user)).filter((i) => !this.seen[user].has(i));
  }

  protected sorted(scores: ArrayLike<number>): number[] {
    return range(scores.length).sort((a, b) => scores[b] - scores[a] || a - b);
  }

  /** The model's own scores, where it is fitted and there is such a user. */
  protected known(user: number): Float64Array {
    if (!this.counts) throw new Error('Plain: call fit first');
    this.check('user', user, 0, this.seen.length - 1);
    return this.counts;
  }

  protected check(name: string, value: number, min: number, max: number): void {
    if (typeof value !== 'number') throw new TypeError(`Plain: ${name}`);
    if (!Number.isInteger(value) || value < min || value > max)
      throw new RangeError(`Plain: ${name}`);
  }
}

/** The arguments of `fit`. */
export type FitArgs = Parameters<Plain['fit']>;

/** What a broken model may be given. */
export interface Given {
  weight?: number;
  seed?: number;
  onProgress?: () => void;
}

export type Claims = Omit<CheckOptions<Plain, { weight?: number }>, 'fit'>;

export interface BrokenModel {
  /** What the model does wrong, as the end of "a model that ...". */
  readonly does: string;
  /** The checks that fail: these and no others. */
  readonly caught: readonly CheckName[];
  readonly make: (settings: Given) => Plain;
  readonly claims: Claims;
}

export function broken(
  does: string,
  caught: CheckName | readonly CheckName[],
  make: (settings: Given) => Plain,
  claims: Claims = {},
): BrokenModel {
  return { does, caught: typeof caught === 'string' ? [caught] : caught, make, claims };
}
