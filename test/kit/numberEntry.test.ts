import { expect, test } from 'vitest';
import { readEntry } from '../../.vitepress/kit/numberEntry.ts';

const alpha = { label: 'Alpha', min: 0.1, max: 100, integer: false, unit: '' };
const person = { label: 'Person', min: 0, max: 299, integer: true, unit: '' };

test('an exact value within the bounds is taken as it is', () => {
  expect(readEntry(alpha, '0.1', false)).toEqual({ value: 0.1 });
  expect(readEntry(alpha, ' 3.75 ', false)).toEqual({ value: 3.75 });
  expect(readEntry(person, '0', false)).toEqual({ value: 0 });
});

test('what cannot be taken is explained with the bounds', () => {
  const problems = ['abc', '', '-1', '300', '1.5', '1e999'].map(
    (text) => readEntry(person, text, false).problem,
  );
  expect(problems).toEqual([
    'Person takes a whole number from 0 to 299; what is typed here is not a number.',
    'Person takes a whole number from 0 to 299; the field is empty.',
    'Person takes a whole number from 0 to 299; -1 is too small.',
    'Person takes a whole number from 0 to 299; 300 is too large.',
    'Person takes a whole number from 0 to 299; 1.5 is not whole.',
    'Person takes a whole number from 0 to 299; 1e999 is too large.',
  ]);
});

test('where all there are may be meant, an empty field means them', () => {
  const neighbours = { ...person, label: 'Neighbours', min: 1, orAll: true } as const;
  expect(readEntry(neighbours, ' ', false)).toEqual({ value: Infinity });
  expect(readEntry(neighbours, '', true).problem).toBe(
    'Neighbours takes a whole number from 1 to 299, or nothing for all; what is typed here is not a number.',
  );
  expect(readEntry(neighbours, '1e999', false).problem).toContain('1e999 is too large.');
});

test('text that the browser could not read as a number counts as none', () => {
  expect(readEntry(alpha, '', true).problem).toContain('is not a number');
});
