// What a demo says of its result: where it is from, and whether it is the printed one.
import { expect, test } from 'vitest';
import { sayRun } from '../../.vitepress/kit/sayRun.ts';

const done = 'Fitted in your browser';
const answer = { recall: 0.25 };

test('a printed result was computed when the page was made, or there is a note to it', () => {
  expect(sayRun({ answer }, answer, { done })).toMatch(/^Computed when this page was made\./);
  expect(sayRun({ answer }, answer, { done, note: 'Ignored in the address: k.' })).toBe(
    'Ignored in the address: k.',
  );
});

test('a result that is printed too is compared with it, number by number', () => {
  expect(sayRun({ answer, took: 1500 }, answer, { done })).toMatchObject({ same: true });
  expect(sayRun({ answer, took: 1500 }, { recall: 0.5 }, { done })).toMatchObject({
    same: false,
    text: expect.stringContaining('recall printed 0.5000, here 0.2500') as string,
  });
});

test('any other says what was done, how long it took, and the note', () => {
  expect(sayRun({ answer, took: 1500 }, undefined, { done })).toBe(
    'Fitted in your browser, in 1.5 s.',
  );
  expect(sayRun({ answer, took: 1500 }, undefined, { done, note: 'And so on.' })).toBe(
    'Fitted in your browser, in 1.5 s. And so on.',
  );
});
