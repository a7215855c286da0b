import { expect, test } from 'vitest';
import { chapters } from '../../.vitepress/chapters.ts';
import { distance, nearChapters, wordsOf } from '../../.vitepress/theme/frame/lostWords.ts';

test('the words of an address are those that say what was looked for', () => {
  expect(wordsOf('models/Half-life.html')).toEqual(['half', 'life']);
  expect(wordsOf('docs/na%C3%AFve_bayes')).toEqual(['naïve', 'bayes']);
  expect(wordsOf('100%')).toEqual(['100']);
  expect(wordsOf('')).toEqual([]);
});

test('two words are as far apart as letters must be changed', () => {
  expect(distance('bprr', 'bpr')).toBe(1);
  expect(distance('kitten', 'sitting')).toBe(3);
  expect(distance('', 'abc')).toBe(3);
});

test.for([
  ['models/bprr', 'bpr'],
  ['models/als', 'implicit-als'],
  ['models/item-item', 'item-item-cf'],
  ['Popularty', 'popularity'],
  ['trending-items', 'trending'],
  ['eval', 'evaluation'],
  ['leader_board', 'leaderboard'],
  ['models/contentbased', 'content-based'],
] as const)('%s is near to the chapter %s', ([path, id]) => {
  expect(nearChapters(path, chapters)[0]?.id).toBe(id);
});

test('an address that means nothing here is near to nothing', () => {
  for (const path of ['wp-login.php', 'zzzzzz', '', '12345'])
    expect(nearChapters(path, chapters)).toEqual([]);
});

test('no more than three chapters are offered', () => {
  expect(nearChapters('the-item-of-what-this-is', chapters).length).toBeLessThanOrEqual(3);
});
