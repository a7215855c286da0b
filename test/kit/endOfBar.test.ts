import { expect, test } from 'vitest';
import { endOfBar } from '../../.vitepress/kit/endOfBar.ts';

const half = (value: number): number => value / 2;

test('a number stands right of its bar, left where that is full, and above where both are', () => {
  expect(endOfBar(0.2, 1, half)).toEqual({ at: 1, anchor: 'start', dx: 8, dy: 4 });
  expect(endOfBar(1, 1.9, half)).toEqual({ at: 1, anchor: 'end', dx: -8, dy: 4 });
  expect(endOfBar(0.2, 1.9, half)).toEqual({ at: 1.9, anchor: 'end', dx: 0, dy: -8 });
});
