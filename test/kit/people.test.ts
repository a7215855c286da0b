import { expect, test } from 'vitest';
import { nameFirst, nameOf, numberAndName } from '../../.vitepress/kit/people.ts';
import { defaultRun, nora } from '../../.vitepress/run/defaults.ts';

test('the person whom the reader knows has a name, and nobody else', () => {
  expect(nameOf(nora.user)).toBe(nora.name);
  expect(nameOf(nora.user, defaultRun.data)).toBe(nora.name);
  expect(nameOf(nora.user + 1)).toBe(`person ${nora.user + 1}`);
  expect(nameFirst(7)).toBe('Person 7');
  expect(numberAndName(nora.user)).toBe(`person ${nora.user}, ${nora.name}`);
  expect(numberAndName(7)).toBe('person 7');
});

test('in another log the same number is another person', () => {
  expect(nameOf(nora.user, { seed: 1 })).toBe(`person ${nora.user}`);
  expect(nameOf(nora.user, { seed: 0, drift: 1 })).toBe(`person ${nora.user}`);
});
