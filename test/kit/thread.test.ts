import { expect, test } from 'vitest';
import { fitLog, usualSetup } from '../../code/evaluation/laboratory.ts';
import { entriesWith } from '../../code/evaluation/tuned.ts';
import { models } from '../../code/models.ts';
import { aboutNora, aboutPlace, hiddenTitle, isListed } from '../../.vitepress/kit/thread.ts';
import { placeOf, readThread } from '../../.vitepress/kit/thread.ts';
import { printedRun } from '../../.vitepress/kit/measuring.ts';
import { bookLog } from '../../.vitepress/run/bookLog.ts';
import { defaultRun, nora } from '../../.vitepress/run/defaults.ts';
import { defaultSpec, fitModel } from '../../.vitepress/run/jobs/model.ts';

const log = bookLog();
const standings = fitLog(usualSetup, 0);
const ids = entriesWith({}).map(({ id }) => id);
const thread = readThread(log, standings, ids);

test('her place in the order of each model is the one in its own list of everything', () => {
  expect(defaultRun.user).toBe(nora.user);
  for (const { id } of models) {
    const { model } = fitModel(defaultSpec(id));
    const everything = model.recommend(nora.user, log.nItems);
    expect(everything, id).toHaveLength(thread.unseen);
    expect(everything.indexOf(thread.item) + 1, id).toBe(placeOf(thread, id));
  }
});

test('she is worth telling of: some models list her book and some do not, and each page has a story', () => {
  const listed = models.filter(({ id }) => isListed(placeOf(thread, id))).map(({ id }) => id);
  // What the pages say of her in words of their own, and why.
  expect(listed).toEqual(
    expect.arrayContaining(['content-based', 'item-item-cf', 'ease', 'implicit-als']),
  );
  expect(listed).not.toContain('random');
  expect(listed).not.toContain('popularity');
});

test('what the chapters tell of her in words of their own is so', () => {
  // Popularity: she has had more than half of all the cookbooks.
  expect(thread.hadOfGenre).toBeGreaterThan(thread.ofGenre / 2);
  // Item-item: each of them adds its part, and the ten say more than as many others.
  const { data, model, genres } = printedRun('item-item-cf');
  const parts = model.explain?.(nora.user, thread.item).parts ?? [];
  const cooking = parts.filter(({ id }) => genres[id] === thread.genre);
  const mean = (some: typeof parts): number =>
    some.reduce((sum, { value }) => sum + value, 0) / some.length;
  expect(cooking.map(({ value }) => value > 0)).toEqual(cooking.map(() => true));
  expect(cooking).toHaveLength(thread.hadOfGenre);
  expect(thread.hadOfGenre).toBe(10);
  expect(mean(cooking)).toBeGreaterThan(mean(parts));
  expect(data.nItems).toBe(thread.nItems);
});

test('who she is comes from the log', () => {
  const hers = log.train.filter(([user]) => user === nora.user).map(([, item]) => item);
  expect(thread.had).toBe(new Set(hers).size);
  expect(thread.had + thread.unseen).toBe(log.nItems);
  expect(hers).not.toContain(thread.item);
  const said = aboutNora(thread);
  expect(said).toContain(`taken ${thread.had} of its ${log.nItems} books`);
  expect(said).toContain(`first ten of the ${thread.unseen}`);
  expect(hiddenTitle(thread)).toMatch(/\w/);
});

test('a place is told with what it means for a list of ten', () => {
  expect(aboutPlace(1)).toMatch(/very top/);
  expect(aboutPlace(10)).toBe('at place 10, so her list of ten has it');
  expect(aboutPlace(11)).toBe('at place 11, so her list of ten ends one place too early');
  expect(aboutPlace(59)).toBe('at place 59, so her list of ten ends before it');
});

test('an entry that nobody knows, and one that has no place, are refused by name', () => {
  expect(() => placeOf(thread, 'neverheard')).toThrow('no entry is named neverheard');
  const silent = { at: standings.at.map((row) => row.map(() => null)) };
  expect(() => readThread(log, silent, ids)).toThrow('random has no place');
});
