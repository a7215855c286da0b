import { describe, expect, test } from 'vitest';
import { bestFirst, keepBest, offer, offerRange, roomFor } from '../code/toolbox/best.ts';
import { lcg, range } from './support/logs.ts';

/** Many values with few differences, so that ids have to decide, and the k best as a sort has them. */
const cases = range(400).map((n) => {
  const draw = lcg(n);
  const size = Math.floor(draw() * 120);
  const steps = n % 3 === 0 ? 1e6 : n % 3;
  const values = Float64Array.from({ length: size }, () => Math.floor(draw() * steps) - 1);
  const ids = range(size).sort((a, b) => values[a] - values[b] || draw() - 0.5);
  const order = range(size).sort((a, b) => values[b] - values[a] || a - b);
  return { size, values, ids, order, k: Math.floor(draw() * 130) };
});

describe('the best few', () => {
  test('are those of a sort, in whatever order they are offered', () => {
    for (const { values, ids, order, k } of cases) {
      const best = roomFor(k);
      for (const id of ids) offer(best, id, values[id]);
      expect(Array.from(bestFirst(best))).toEqual(order.slice(0, k));
    }
  });

  test('are those of a sort, offered by ranges from the first to the last', () => {
    for (const { size, values, order, k } of cases) {
      const best = roomFor(k);
      const middle = size >> 1;
      offerRange(best, values, 0, middle);
      // The second half as if it were a block of its own.
      offerRange(best, values.slice(middle), 0, size - middle, middle);
      expect(Array.from(bestFirst(best))).toEqual(order.slice(0, k));
    }
  });

  test('come to the front of what they lie among, with their values', () => {
    for (const { size, values, ids, order, k } of cases) {
      const room = roomFor(size);
      room.ids.set(ids);
      room.values.set(ids.map((id) => values[id]));
      const kept = Math.min(k, size);
      keepBest(room, size, kept);
      const front = Array.from(room.ids.subarray(0, kept));
      expect(front.toSorted((a, b) => a - b)).toEqual(order.slice(0, kept).sort((a, b) => a - b));
      expect(front.map((id) => values[id])).toEqual(Array.from(room.values.subarray(0, kept)));
    }
  });

  test('of infinite values are told by them, and none is left out', () => {
    const values = Float64Array.of(-Infinity, 1, Infinity, -Infinity, -0, 0);
    for (const k of range(7)) {
      const best = roomFor(k);
      offerRange(best, values, 0, 6);
      expect(Array.from(bestFirst(best))).toEqual([2, 1, 4, 5, 0, 3].slice(0, k));
    }
  });
});
