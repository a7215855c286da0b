import { expect, test } from 'vitest';
import { modelCount, modelCountFirst } from '../../.vitepress/chapters.ts';
import { inWords } from '../../.vitepress/kit/inWords.ts';
import { models } from '../../code/models.ts';

test('numbers are told in words', () => {
  expect([0, 1, 7, 8, 15, 19, 20, 30, 31, 59].map(inWords)).toEqual(
    'no one seven eight fifteen nineteen twenty thirty thirty-one fifty-nine'.split(' '),
  );
  expect(() => inWords(60)).toThrow('got 60');
  expect(() => inWords(1.5)).toThrow('got 1.5');
});

test('the models of the catalogue are counted', () => {
  expect(modelCount).toBe(inWords(models.length));
  expect(modelCountFirst.toLowerCase()).toBe(modelCount);
});
