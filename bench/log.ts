import type { Interaction } from '../code/recsys.ts';
import { stream } from '../code/recsys.ts';

export interface BenchLog {
  readonly rows: Interaction[];
  readonly nUsers: number;
  readonly nItems: number;
}

/**
 * A log of MovieLens-100K's shape: 943 users, 1,682 items, 100,000 distinct pairs. Users have from
 * 20 to some 700 items, and a few items have hundreds of users while many have one or two.
 */
export function movieLensShape(): BenchLog {
  const [nUsers, nItems, n] = [943, 1682, 100_000];
  const draw = stream('bench', 0);
  // Activity falls exponentially with the user's rank (mean 106, at least 20), popularity with the
  // item's rank; MovieLens-100K's own marginals look like this.
  const activity = falling(nUsers, 4.2);
  const popularity = falling(nItems, 5.5);
  const seen = new Set<number>();
  const rows: Interaction[] = [];
  const add = (u: number): void => {
    const i = place(popularity, draw());
    if (seen.has(u * nItems + i)) return;
    seen.add(u * nItems + i);
    rows.push([u, i, rows.length]);
  };
  for (let u = 0; u < nUsers; u++) {
    for (const enough = rows.length + 20; rows.length < enough;) add(u);
  }
  while (rows.length < n) add(place(activity, draw()));
  return { rows, nUsers, nItems };
}

/** Running shares of weights that fall exponentially, e^-steepness in all. */
function falling(size: number, steepness: number): number[] {
  const shares: number[] = [];
  let total = 0;
  for (let r = 0; r < size; r++) shares.push((total += Math.exp((-steepness * r) / size)));
  return shares.map((share) => share / total);
}

function place(shares: readonly number[], x: number): number {
  let low = 0;
  let high = shares.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shares[middle] <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}
