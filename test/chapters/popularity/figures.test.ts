import { describe, expect, test } from 'vitest';
import { recommendAll } from '../../../code/evaluation/leaderboard.ts';
import { findModel } from '../../../code/models.ts';
import {
  coverageLengths,
  headList,
  longest,
  meanShared,
} from '../../../.vitepress/chapters/popularity/listPictures.ts';
import {
  makeCoverage,
  makeTwoLists,
  sharedByPairs,
} from '../../../.vitepress/chapters/popularity/lists.ts';
import { makePicture } from '../../../.vitepress/chapters/popularity/picture.ts';
import { shareOfFirst } from '../../../.vitepress/kit/shares.ts';
import { makeTally, paperTimes, press } from '../../../.vitepress/chapters/popularity/tally.ts';
import { bookLog } from '../../../.vitepress/run/bookLog.ts';
import { defaultSpec, fitModel, readRun } from '../../../.vitepress/run/jobs/model.ts';

test('of 4 + 3 + 2 + 1 events the first two items hold seven tenths', () => {
  expect(shareOfFirst([4, 3, 2, 1], 2)).toBeCloseTo(0.7, 15);
  expect(shareOfFirst([4, 3, 2, 1], 4)).toBe(1);
});

test('an empty log has no head', () => {
  expect(shareOfFirst([0, 0], 1)).toBe(0);
});

test('every item stands in the tail once, by its count, and ties by the lower id', () => {
  const spec = defaultSpec('popularity');
  const fit = fitModel(spec);
  const picture = makePicture({ spec, ...fit, result: readRun(spec, fit), genres: [] });
  expect(new Set(picture.items).size).toBe(fit.data.nItems);
  expect(picture.counts.reduce((total, count) => total + count, 0)).toBe(fit.data.train.length);
  for (let n = 1; n < picture.items.length; n++) {
    expect(picture.counts[n - 1]).toBeGreaterThanOrEqual(picture.counts[n]);
    if (picture.counts[n - 1] === picture.counts[n]) {
      expect(picture.items[n - 1]).toBeLessThan(picture.items[n]);
    }
  }
});

describe('the log of 25 cells', () => {
  test('has eleven events, and lists that are the order without what was struck out', () => {
    expect(paperTimes.flat().reduce((sum, many) => sum + many, 0)).toBe(11);
    const { counts, order, lists } = makeTally(paperTimes);
    expect(counts).toEqual([4, 2, 2, 3, 0]);
    expect(order).toEqual([0, 3, 1, 2, 4]);
    expect(lists).toEqual([
      [3, 2],
      [1, 4],
      [2, 4],
      [1, 2],
      [0, 3],
    ]);
    lists.forEach((list, user) => {
      expect(list).toEqual(order.filter((item) => paperTimes[user][item] === 0).slice(0, 2));
    });
  });

  test('counts a person twice who took a book twice, and forgets them at the next press', () => {
    const once = press(paperTimes, 4, 4);
    const twice = press(once, 4, 4);
    expect(makeTally(once).counts[4]).toBe(1);
    expect(makeTally(twice).counts[4]).toBe(2);
    expect(press(twice, 4, 4)).toEqual(paperTimes);
    // With three events it would pass B and C, and Ben is shown it first.
    expect(makeTally(press(twice, 3, 4)).order).toEqual([0, 3, 4, 1, 2]);
    expect(makeTally(press(twice, 3, 4)).lists[1]).toEqual([4, 1]);
  });
});

test('one more event of Eve with C moves C past D and B, and the lists of Ada and Dan with it', () => {
  const before = makeTally(paperTimes);
  const after = makeTally(press(paperTimes, 4, 2));
  expect(after.order).toEqual([0, 2, 3, 1, 4]);
  const changed = after.lists.flatMap((list, user) =>
    list.join() === before.lists[user].join() ? [] : [[user, ...list]],
  );
  expect(changed).toEqual([
    [0, 2, 3],
    [3, 2, 1],
  ]);
});

describe('the lists of everybody', () => {
  const data = bookLog();
  const genres = Array.from({ length: data.nItems }, () => 0);
  const two = makeTwoLists(genres, data);
  const lists = recommendAll(findModel('popularity').fit(data), data.test, longest);

  test('are walks down one ranking: from its head alone come the lists of the model', () => {
    for (const [user, list] of lists) {
      const places = headList(two, user, longest);
      expect(places.map((place) => two.head[place].item)).toEqual(list);
    }
  });

  test('share 0, 1 or 2 items: three lists of two, by hand', () => {
    const three = [
      [1, 2],
      [2, 1],
      [2, 3],
    ];
    expect(sharedByPairs(three, 2)).toEqual([0, 2, 1]);
    expect(sharedByPairs(three, 1)).toEqual([2, 1]);
    expect(meanShared([0, 2, 1])).toBeCloseTo(4 / 3, 15);
    expect(two.pairs[9].reduce((sum, many) => sum + many, 0)).toBe((300 * 299) / 2);
    expect(meanShared(two.pairs[9])).toBeCloseTo(two.shared.popularity[9], 3);
  });

  test('cover what they cover: at every length each list has k items, and Random reaches them all', () => {
    const { shown, nPeople } = makeCoverage(genres, data);
    for (const rows of Object.values(shown)) {
      rows.forEach((many, n) => {
        expect(many.reduce((sum, lists) => sum + lists, 0)).toBe(nPeople * coverageLengths[n]);
      });
    }
    const at = coverageLengths.indexOf(10);
    expect(shown.popularity[at].filter((many) => many > 0)).toHaveLength(
      new Set([...lists.values()].flat()).size,
    );
    expect(shown.random[at].every((many) => many > 0)).toBe(true);
    // What Popularity shows stands at the head, without a gap.
    const first = shown.popularity[at].indexOf(0);
    expect(shown.popularity[at].slice(first).every((many) => many === 0)).toBe(true);
  });
});
