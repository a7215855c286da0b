import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closedGaps } from '../../../.vitepress/reader/take/closeGaps.ts';

const strip = (top: number, bottom: number) => ({ top, bottom });

test('a wide gap between two strips is narrowed, and a narrow one stays', () => {
  const { up, top, bottom } = closedGaps([strip(200, 240), strip(0, 50), strip(60, 100)]);
  expect([0, 60, 200].map(up)).toEqual([0, 0, 72]);
  expect([top, bottom]).toEqual([0, 168]);
});

test('what one strip spans stays together', () => {
  const { up, bottom } = closedGaps([strip(0, 300), strip(10, 20), strip(250, 260)]);
  expect([10, 250].map(up)).toEqual([0, 0]);
  expect(bottom).toBe(300);
});

test('nothing has no height', () => {
  expect(closedGaps([])).toMatchObject({ top: 0, bottom: 0 });
});

test('strips keep their order and their distance where they touch, and no gap is left wide', () => {
  const strips = fc.array(
    fc.tuple(fc.nat(2000), fc.nat(200)).map(([top, height]) => strip(top, top + height)),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(strips, (all) => {
      const { up, top, bottom } = closedGaps(all);
      const moved = all
        .map((one) => strip(one.top - up(one.top), one.bottom - up(one.top)))
        .toSorted((a, b) => a.top - b.top);
      let end = top;
      for (const one of moved) {
        expect(one.top - end).toBeLessThanOrEqual(28);
        end = Math.max(end, one.bottom);
      }
      expect(end).toBe(bottom);
      for (const a of all) {
        for (const b of all) {
          if (a.top <= b.top && b.top <= a.bottom) expect(up(a.top)).toBe(up(b.top));
        }
      }
    }),
  );
});
