import type { Interaction } from '../code/recsys.ts';
import { stream } from '../code/recsys.ts';

export interface BenchLog {
  readonly rows: Interaction[];
  readonly nUsers: number;
  readonly nItems: number;
}

/**
 * A log of MovieLens-100K's shape, unless told: 943 users, 1,682 items, 100,000 distinct pairs. Users have from
 * 20 to some 700 items, and a few items have most users while many have one or two.
 */
export function movieLensShape({ nUsers = 943, nItems = 1682, nEvents = 100_000 } = {}): BenchLog {
  const draw = stream('bench', 0);
  // Shares fall exponentially with rank, faster at the top: as in MovieLens-100K, where users have
  // 737, 65 and 20 items (most, median, least) and items 583, 27 and 1 users.
  const activity = falling(nUsers, [4.2, 40, 3.5]);
  const popularity = falling(nItems, [5.5, 40, 2]);
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
  while (rows.length < nEvents) add(place(activity, draw()));
  return { rows, nUsers, nItems };
}

/** Running sums of e^(-slow x) + extra e^(-fast x), x from 0 to 1, as shares of the whole. */
function falling(size: number, [slow, fast, extra]: readonly [number, number, number]): number[] {
  const sums: number[] = [];
  let total = 0;
  for (let r = 0; r < size; r++) {
    const x = r / size;
    total += Math.exp(-slow * x) + extra * Math.exp(-fast * x);
    sums.push(total);
  }
  return sums.map((sum) => sum / total);
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
