import { expect, test } from 'vitest';
import {
  aboutEmptyList,
  aboutHeldOut,
  findingOf,
} from '../../../.vitepress/reader/demo/sentences.ts';
import { prepareRun } from '../../../.vitepress/run/prepare.ts';

const { result, model } = prepareRun('popularity');
const [first] = result.list;

test('the finding says hits, people and the length of the list', () => {
  const hits = Math.round(result.metrics.recall * result.nTest);
  expect(findingOf('Popularity', result)).toContain(`${hits} of the ${result.nTest} people`);
});

test('each fate of the held-out item has its sentence', () => {
  const held = { item: first.item, genre: first.genre };
  expect(aboutHeldOut({ ...result, heldOut: held })).toMatch(/: number 1 of this list\.$/);
  expect(aboutHeldOut({ ...result, heldOut: held, list: [] })).toMatch(/not in this list\.$/);
  expect(aboutHeldOut({ ...result, heldOut: null })).toContain('Nothing of person');
});

test('an empty list is explained', () => {
  expect(aboutEmptyList({ ...model, personal: true }, { ...result, history: [] })).toContain(
    'has no history',
  );
  expect(aboutEmptyList(model, result)).toContain('has seen every item');
});
