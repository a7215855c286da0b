import { expect, test } from 'vitest';
import { writeTold } from '../../../.vitepress/build/markdown/told.ts';
import { readOpened } from '../../../.vitepress/reader/learning/asked.ts';

test.for([
  [null, []],
  ['', []],
  ['{"a":1}', []],
  ['["bpr",7,null,"start"]', ['bpr', 'start']],
  ['not json', []],
] as const)('reads what the device kept, whatever became of it: %s', ([text, ids]) => {
  expect(readOpened(text)).toEqual(ids);
});

test('a passage that tells an answer is closed, with a way to open it, and what it holds is kept', () => {
  const html = writeTold('Before.\n\n::: told bpr\n\nIt **rises**.\n\n:::\n\nAfter.\n');
  expect(html).toMatch(
    /^Before\.\n\n<div class="told closed" data-asked="bpr">\n<p class="told-note">/,
  );
  expect(html).toMatch(
    /<button type="button">Show it without a guess<\/button><\/span><\/p>\n\n\nIt \*\*rises\*\*\.\n\n\n<\/div>\n\n\nAfter\.\n$/,
  );
});

test('where nothing has to run, a guess is all that is asked for', () => {
  expect(writeTold('::: told bpr\n\nA\n\n:::\n')).toContain('once you have guessed and run it.');
  const html = writeTold('::: told production at once\n\nA\n\n:::\n');
  expect(html).toContain('data-asked="production"');
  expect(html).toContain('once you have guessed. ');
});

test('another container stays as it is', () => {
  const source = '::: aside Note\nText\n:::\n';
  expect(writeTold(source)).toBe(source);
});
