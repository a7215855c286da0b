import { expect, test } from 'vitest';
import { writeOut } from '../../../.vitepress/build/markdown/exercise.ts';

const page = (parts: string) =>
  `Before.\n\n<Exercise id="item-item-cf-2">\n\nWhy?\n\n${parts}</Exercise>\n\nAfter.\n`;

test('an exercise is written out as HTML around the one part that is alive', () => {
  const parts =
    '<template #hint>\n\nThink.\n\n</template>\n<template #solution>\n\nSo.\n\n</template>\n';
  const lines = writeOut(page(parts))
    .split('\n')
    .filter((line) => line !== '');
  expect(lines).toEqual([
    'Before.',
    '<section id="item-item-cf-2" class="exercise" aria-label="Exercise 2">',
    '<p class="exercise-number"><strong>Exercise 2</strong></p>',
    'Why?',
    '<Exercise id="item-item-cf-2" />',
    ...['<details>', '<summary>Hint</summary>', 'Think.', '</details>'],
    ...['<details>', '<summary>Solution</summary>', 'So.', '</details>'],
    '</section>',
    'After.',
  ]);
});

test('a part that is none, and an exercise without any, are refused by name', () => {
  expect(() => writeOut(page('<template #tip>\n</template>\n'))).toThrow(/item-item-cf-2.* tip/);
  expect(() => writeOut(page(''))).toThrow(/item-item-cf-2 has neither/);
});
