import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeTold } from '../../../.vitepress/build/markdown/told.ts';
import { stationIds } from '../../../.vitepress/chapters/laboratory/stations.ts';
import { chapters } from '../../../.vitepress/chapters.ts';
import {
  furtherQuestions,
  questionsOf,
  readOpened,
} from '../../../.vitepress/reader/learning/asked.ts';

const root = join(import.meta.dirname, '../../../docs');
const docs = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => readFileSync(join(root, file), 'utf8'));

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

test('how it opens is said alike, whether the answer needs a run or not', () => {
  expect(writeTold('::: told production\n\nA\n\n:::\n')).toContain(
    'It opens with the answer to the question above.',
  );
});

test('another container stays as it is', () => {
  const source = '::: aside Note\nText\n:::\n';
  expect(writeTold(source)).toBe(source);
});

test('every question has a name that begins with its chapter, and every passage waits for one of them', () => {
  const ids = chapters.flatMap(({ id }) => questionsOf(id));
  expect(new Set(ids).size).toBe(ids.length);
  // None is left over: each belongs to a chapter that there is.
  expect(ids.length).toBe(chapters.length + furtherQuestions.length);
  const stations = stationIds.map((id) => `laboratory-${id}`);
  expect(questionsOf('laboratory')).toEqual(['laboratory', ...stations]);
  const told = docs.flatMap((text) =>
    Array.from(text.matchAll(/^::: told (\S+)$/gm), ([, id]) => id),
  );
  expect(told.length).toBeGreaterThan(stations.length);
  expect(told.filter((id) => !ids.includes(id))).toEqual([]);
});
