import { expect, test } from 'vitest';
import { figureName, pageName, wordsName } from '../../../.vitepress/reader/take/names.ts';
import { paintOf } from '../../../.vitepress/reader/take/paint.ts';

test('a file is named by its page and its figure', () => {
  expect(pageName('/book/models/bpr', '/book/')).toBe('bpr');
  expect(pageName('/models/bpr.html', '/')).toBe('bpr');
  expect(pageName('/book/', '/book/')).toBe('book');
  expect(figureName('bpr', 3)).toBe('bpr-figure-3');
});

test('words make a name of letters, digits and hyphens, cut between words', () => {
  expect(wordsName('Every pair of books')).toBe('every-pair-of-books');
  expect(wordsName('The Roads of Lübeck: 95 % of 1,000')).toBe('the-roads-of-lubeck-95-of-1-000');
  const long = wordsName(
    'Recall of every entry, usual and under these switches, on one log of seed 0',
  );
  expect(long).toBe('recall-of-every-entry-usual-and-under-these');
  expect(wordsName('…')).toBe('');
});

test('a colour is one that every viewer knows, its opacity apart', () => {
  expect(paintOf('rgb(0, 114, 178)')).toEqual({ paint: '#0072b2', opacity: 1 });
  expect(paintOf('rgba(0, 0, 0, 0)')).toEqual({ paint: '#000000', opacity: 0 });
  expect(paintOf('color(srgb 1 0.5 0 / 0.25)')).toEqual({ paint: '#ff8000', opacity: 0.25 });
  expect(paintOf('color(srgb 1e-7 1.2 0)')).toEqual({ paint: '#00ff00', opacity: 1 });
  expect(paintOf('none')).toEqual({ paint: 'none', opacity: 1 });
  expect(paintOf('url("#hatch")')).toEqual({ paint: 'url(#hatch)', opacity: 1 });
});
