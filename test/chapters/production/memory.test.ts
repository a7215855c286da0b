// The bytes that the figure tells are those of the arrays that the module makes.
import { describe, expect, test } from 'vitest';
import {
  findingOf,
  needsOf,
  outgrow,
  sayOutgrown,
  sparseBytes,
  tab,
  tableBytes,
} from '../../../.vitepress/chapters/production/memory.ts';
import { buildMatrix, ImplicitALS } from '../../../code/recsys.ts';
import type { Interaction } from '../../../code/recsys.ts';
import { zeros } from '../../../code/toolbox/dense.ts';
import { stackRows } from '../../../code/toolbox/similar.ts';

const { factors } = ImplicitALS.defaults;
const bytesOf = (...size: readonly [users: number, items: number, events: number]) => {
  const [users, items, events] = size;
  return Object.fromEntries(
    needsOf({ users, items, events }, factors).map((need) => [need.id, need.bytes]),
  );
};

describe('what is kept takes', () => {
  const [nUsers, nItems, events] = [7, 5, 3];
  const log = Array.from({ length: nUsers * events }, (_, n): Interaction => {
    const user = Math.floor(n / events);
    return [user, (user + n) % nItems, n];
  });

  test('as a full table and as factors, what flat matrices take', () => {
    // Rows of eight numbers, for flat matrices fill shorter ones up.
    const { dense, factors: learnt } = bytesOf(nUsers, 8, events);
    expect(dense).toBe(zeros(nUsers, 8).data.byteLength);
    const both = [zeros(nUsers, factors), zeros(8, factors)];
    expect(learnt).toBe(both.reduce((sum, { data }) => sum + data.byteLength, 0));
  });

  test('as a sparse matrix, what its two arrays take', () => {
    const R = buildMatrix(log, nUsers, nItems);
    const real = R.indptr.byteLength + R.indices.byteLength;
    expect(sparseBytes(nUsers, R.indices.length)).toBe(real);
    expect(bytesOf(nUsers, nItems, events)['sparse']).toBe(real);
  });

  test('as similarities, what the table takes where every pair is kept', () => {
    const kept = nItems - 1;
    const row = { items: new Int32Array(kept), cosines: new Float64Array(kept) };
    const table = stackRows('test', nItems, nItems * kept, () => row);
    const arrays = [table.items, table.cosines, table.starts];
    const real = arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
    expect(tableBytes(nItems, nItems * kept)).toBe(real);
    expect(bytesOf(nUsers, nItems, events)['similar']).toBe(real);
  });
});

test('nobody has more different items than there are, and few users share few pairs', () => {
  expect(bytesOf(4, 5, 100)).toEqual(bytesOf(4, 5, 5));
  expect(bytesOf(1, 1000, 3)['similar']).toBe(tableBytes(1000, 6));
});

describe('what is said', () => {
  const library = { users: 300, items: 150, events: 60 };

  test('names what is too large, and only that', () => {
    expect(findingOf(needsOf(library, factors))).toMatch(/^A tab holds all four; .* full table/);
    const shop = findingOf(needsOf({ users: 1e5, items: 5e4, events: 100 }, factors));
    expect(shop).toBe(
      'Too large for a tab: the full table (40\u00a0GB) and the similarities of items (12\u00a0GB)',
    );
    expect(findingOf(needsOf({ users: 1e8, items: 1e7, events: 100 }, factors))).toMatch(
      /^Not one/,
    );
  });

  test('of the growth is the first that a tab cannot hold, where half the size still fitted', () => {
    const { size, kept, first } = outgrow(library, factors);
    expect(kept[first].bytes).toBe(Math.max(...kept.map(({ bytes }) => bytes)));
    expect(kept[first].bytes).toBeGreaterThan(tab);
    const half = { ...size, users: size.users / 2, items: size.items / 2 };
    for (const { id, bytes } of needsOf(half, factors)) {
      if (id !== 'dense') expect(bytes).toBeLessThanOrEqual(tab);
    }
    expect(sayOutgrown({ size, kept, first })).toContain('the factors');
    // The figure opens at this size: its title names what the guess asks for.
    expect(findingOf(needsOf(size, factors))).toMatch(/^Too large for a tab: /);
    expect(findingOf(needsOf(size, factors))).toContain(kept[first].title);
  });
});
