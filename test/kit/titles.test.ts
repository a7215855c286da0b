import { expect, test } from 'vitest';
import { genreCount, genreName, itemTitle } from '../../.vitepress/kit/titles.ts';
import { genresOf } from '../../.vitepress/run/genres.ts';
import { syntheticDataset } from '../../code/models.ts';

test('every item of a log has a title of its own, whatever the seed', () => {
  for (const seed of [0, 1, 2]) {
    const titles = genresOf(syntheticDataset({ seed, nInter: 600 })).map((g, i) => itemTitle(i, g));
    expect(new Set(titles).size).toBe(150);
  }
});

test('titles stay distinct for thousands of items, all genres alike', () => {
  const titles = Array.from({ length: 4000 }, (_, n) => itemTitle(n >> 3, n % genreCount));
  expect(new Set(titles).size).toBe(4000);
});

test('the genres have eight names', () => {
  const names = Array.from({ length: genreCount }, (_, genre) => genreName(genre));
  expect(new Set(names).size).toBe(8);
});

test('more genres than names have a number, so that no two are called alike', () => {
  const names = Array.from({ length: 32 }, (_, genre) => genreName(genre));
  expect(new Set(names).size).toBe(32);
  expect(names[genreCount]).toBe(`${names[0]} 2`);
});
