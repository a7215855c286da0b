import { expect, test } from 'vitest';
import { nextPlace } from '../../.vitepress/kit/roving.ts';

const any = () => true;

test('an arrow key goes to the next cell, and stays at the edge', () => {
  expect(nextPlace([1, 1], 'ArrowRight', any, [3, 3])).toEqual([1, 2]);
  expect(nextPlace([1, 2], 'ArrowRight', any, [3, 3])).toEqual([1, 2]);
  expect(nextPlace([0, 1], 'ArrowUp', any, [3, 3])).toEqual([0, 1]);
  expect(nextPlace([0, 1], 'ArrowDown', any, [3, 3])).toEqual([1, 1]);
  expect(nextPlace([0, 1], 'Enter', any, [3, 3])).toEqual([0, 1]);
});

test('an arrow key passes over a cell that may not be entered', () => {
  const offDiagonal = ([row, column]: readonly [number, number]) => row !== column;
  expect(nextPlace([1, 0], 'ArrowRight', offDiagonal, [3, 3])).toEqual([1, 2]);
  expect(nextPlace([1, 2], 'ArrowDown', offDiagonal, [3, 3])).toEqual([1, 2]);
});
