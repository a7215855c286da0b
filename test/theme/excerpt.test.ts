import { expect, test } from 'vitest';
import { excerptOf, marked } from '../../.vitepress/theme/frame/excerpt.ts';
import type { Piece } from '../../.vitepress/theme/frame/excerpt.ts';

const shown = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join('');

test('whole words are marked, whatever their case', () => {
  expect(shown(marked('Map, map and maps', ['map']))).toBe('[Map], [map] and maps');
  expect(shown(marked('A (b) c+', ['c', 'b']))).toBe('A ([b]) [c]+');
  expect(marked('', ['x'])).toEqual([]);
});

test('an excerpt shows the place that has most of the words, and ends between words', () => {
  const text = `${'far away cold '.repeat(20)}and here the cold start of it ${'goes on '.repeat(30)}`;
  const excerpt = shown(excerptOf(text, ['cold', 'start'], 60));
  expect(excerpt).toContain('[cold] [start]');
  expect(excerpt).toMatch(/^… \S.*\S …$/);
  expect(excerpt.length).toBeLessThan(80);
});

test('an excerpt without any of the words is the beginning, and a short text is shown whole', () => {
  expect(shown(excerptOf('One two three four', ['x'], 9))).toBe('One two …');
  expect(shown(excerptOf('One two', ['two']))).toBe('One [two]');
});
