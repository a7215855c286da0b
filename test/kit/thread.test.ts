import { expect, test } from 'vitest';
import { fitLog, usualSetup } from '../../code/evaluation/laboratory.ts';
import { entriesWith } from '../../code/evaluation/tuned.ts';
import { models } from '../../code/models.ts';
import {
  aboutNora,
  aboutPlace,
  aboutTuned,
  hiddenTitle,
  isListed,
} from '../../.vitepress/kit/thread.ts';
import { placeOf, placesBefore, readThread } from '../../.vitepress/kit/thread.ts';
import { printedRun } from '../../.vitepress/kit/measuring.ts';
import { genreName } from '../../.vitepress/kit/titles.ts';
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
  // The first page: a model misses it by a single place.
  expect(thread.places.map(({ place }) => place)).toContain(defaultRun.k + 1);
  // The leaderboard: not even the truth puts her book first.
  expect(placeOf(thread, 'oracle')).toBeGreaterThan(1);
  // ALS: most of what she has had is of three genres, in this order.
  const { genres } = printedRun('popularity');
  const hers = new Set(log.train.filter(([u]) => u === nora.user).map(([, i]) => i));
  const count = (genre: number): number =>
    Array.from(hers).filter((i) => genres[i] === genre).length;
  const names = Array.from(new Set(genres))
    .sort((a, b) => count(b) - count(a))
    .map(genreName);
  expect(names.slice(0, 3)).toEqual(['Cooking', 'History', 'Travel']);
  // Content-based: the cookbooks that are left stand first, and hers is the last of them.
  const left = thread.ofGenre - thread.hadOfGenre;
  const content = printedRun('content-based');
  const listed = content.model.recommend(nora.user, left + 1).map((i) => content.genres[i]);
  expect(listed.slice(0, left)).toEqual(Array.from({ length: left }, () => thread.genre));
  expect(listed[left]).not.toBe(thread.genre);
  expect(placeOf(thread, 'content-based')).toBe(left);
  // Item-item: each of them adds its part, and they say more than as many others.
  const { data, model } = printedRun('item-item-cf');
  const parts = model.explain?.(nora.user, thread.item).parts ?? [];
  const cooking = parts.filter(({ id }) => genres[id] === thread.genre);
  const mean = (some: typeof parts): number =>
    some.reduce((sum, { value }) => sum + value, 0) / some.length;
  expect(cooking.map(({ value }) => value > 0)).toEqual(cooking.map(() => true));
  expect(cooking).toHaveLength(thread.hadOfGenre);
  expect(mean(cooking)).toBeGreaterThan(mean(parts));
  expect(data.nItems).toBe(thread.nItems);
  // EASE: each of them says less than it did there, and some books speak against hers.
  const ease = printedRun('ease');
  const weights = ease.model.explain?.(nora.user, thread.item).parts ?? [];
  expect(weights.some(({ value }) => value < 0)).toBe(true);
  const shareOf = (some: typeof parts): number => {
    const ours = some.filter(({ id }) => genres[id] === thread.genre);
    return ours.reduce((sum, { value }) => sum + value, 0) / ours.length;
  };
  expect(shareOf(weights)).toBeLessThan(shareOf(parts));
});

test('who she is comes from the log', () => {
  const hers = log.train.filter(([user]) => user === nora.user).map(([, item]) => item);
  expect(thread.had).toBe(new Set(hers).size);
  expect(thread.had + thread.unseen).toBe(log.nItems);
  expect(hers).not.toContain(thread.item);
  const said = aboutNora(thread).join(hiddenTitle(thread));
  expect(said).toContain(`taken ${thread.had} of its ${log.nItems} books`);
  expect(said).toContain(`first ten of the ${thread.unseen}`);
  expect(said).toContain(`took was ${hiddenTitle(thread)}, and`);
});

test('what came before a model are the models before it in the book', () => {
  const before = placesBefore(thread, 'ease').map(({ id }) => id);
  const all = models.map(({ id }) => id);
  expect(before).toEqual(all.slice(0, all.indexOf('ease')));
  expect(placesBefore(thread, 'random')).toEqual([]);
  expect(placesBefore(thread, '')).toEqual([]);
});

test('a place is told with what it means for a list of ten', () => {
  expect(aboutPlace(1)).toMatch(/very top/);
  expect(aboutPlace(10)).toBe('at place 10, so her list of ten has it');
  expect(aboutPlace(11)).toBe('at place 11, so her list of ten ends one place too early');
  expect(aboutPlace(59)).toBe('at place 59, so her list of ten ends before it');
  expect(aboutTuned(9, 3)).toMatch(/^With those the book stands at place 3, so her list/);
  expect(aboutTuned(8, 8)).toMatch(/^Those leave the book at the same place\.$/);
});

test('an entry that has nothing to say to her lists nothing, and one that nobody knows is refused', () => {
  const silent = { at: standings.at.map((row) => row.map(() => null)) };
  const place = placeOf(readThread(log, silent, ids), 'random');
  expect(place).toBeNull();
  expect(isListed(place)).toBe(false);
  expect(aboutPlace(place)).toMatch(/nothing to say/);
  expect(() => placeOf(thread, 'neverheard')).toThrow('no entry is named neverheard');
});
