import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { count, decimal, percent } from '../../.vitepress/kit/numbers.ts';
import { measureAll } from '../../.vitepress/kit/measure.ts';
import { otherSplit, splitOf } from '../../.vitepress/kit/splitOf.ts';
import { bookLog } from '../../.vitepress/run/bookLog.ts';
import { countTestUsers, recommendAll } from '../../code/evaluation/leaderboard.ts';
import { entriesWith, tunable } from '../../code/evaluation/tuned.ts';
import { findModel, syntheticDataset } from '../../code/models.ts';
import type { Dataset, Options } from '../../code/models.ts';
import { recallAtK } from '../../code/recsys.ts';

/** Each that can be tuned takes part again; here with its defaults. */
const tuned = Object.fromEntries(tunable.map(({ id }) => [id, {}]));
const results = measureAll(undefined, {}, tuned);

/** Of the entries that fit in no time. */
const recallsOn = (log: Dataset) =>
  entriesWith(tuned)
    .filter(({ id }) => ['popularity', 'item-item-cf', 'oracle'].includes(id))
    .map(({ id, fit, defaults }) => {
      const lists = recommendAll(fit(log, defaults), log.test, 10);
      return { id, recall: recallAtK(lists, log.test, 10) };
    });

test('with one held-out item, recall is hits per test user and precision is recall over k', () => {
  expect(results['popularity.recall']).toBeCloseTo(
    results['popularity.hits'] / results['log.test'],
    5,
  );
  expect(results['bpr.precision']).toBeCloseTo(results['bpr.recall'] / results['log.k'], 5);
});

test('there is one recall for each entry, and it is that of the book’s split', () => {
  const recalls = Object.keys(results).filter((name) => name.endsWith('.recall'));
  expect(recalls.toSorted()).toEqual(
    entriesWith(tuned)
      .map(({ id }) => `${id}.recall`)
      .toSorted(),
  );
  const log = bookLog();
  for (const { id, recall } of recallsOn(log))
    expect(results[`${id}.recall`]).toBeCloseTo(recall, 5);
  expect(results['log.test']).toBe(log.test.size);
  // Nobody is asked for what they have had: every held-out item could be found.
  expect(countTestUsers(log)).toMatchObject({ unreachable: 0 });
});

test('what a page tells of other settings comes from a run with those settings', () => {
  const log = bookLog();
  const hits = (id: string, options: Options): number => {
    const lists = recommendAll(findModel(id).fit(log, options), log.test, 10);
    return Math.round(recallAtK(lists, log.test, 10) * log.test.size);
  };
  expect(results['ease.hitsWhenDear']).toBe(hits('ease', { l2: 20000 }));
  expect(results['implicit-als.hitsForClicks']).toBe(hits('implicit-als', { alpha: 1, reg: 10 }));
  expect(results['bpr.hitsTrebled']).toBe(hits('bpr', { lr: 0.15 }));
  expect(results['trending.onFashions']).toBeGreaterThan(results['trending.easeOnFashions']);
  // What the page says of Nora's list: the largest taste takes more of it than of her past.
  expect(results['content-based.noraListed']).toBeGreaterThan(results['content-based.noraTaken']);
  expect(results['bpr.hitsLong']).toBe(hits('bpr', { lr: 0.5 }));
  expect(results['ease.negativeWhenDear']).toBeLessThan(results['ease.negative'] / 10);
  expect(results['implicit-als.nearForClicks']).toBeGreaterThan(3 * results['implicit-als.near']);
  expect(results['bpr.inOrderLong']).toBeLessThan(results['bpr.inOrder'] - 0.3);
  expect(results['trending.later']).toBeLessThan(0.05);
});

test('of the other rule only the split is told, and no result of a model', () => {
  const others = Object.keys(results).filter((name) => splitOf(name) === otherSplit.rule);
  expect(others.toSorted()).toEqual(['last.ceiling', 'last.repeats', 'last.test']);
  const { n, unreachable } = countTestUsers(syntheticDataset({}, { holdOut: 'last' }));
  expect(results['last.repeats']).toBe(unreachable);
  expect(results['last.test']).toBe(n);
  expect(results['last.ceiling']).toBeCloseTo((n - unreachable) / n, 5);
});

test('numbers print the same in every locale', () => {
  expect(count(18000)).toBe('18,000');
  expect(count(1234567)).toBe('1,234,567');
  expect(decimal(0.0643)).toBe('0.064');
  expect(decimal(-0.0001)).toBe('0.000');
  expect(decimal(-1.5, 1)).toBe('−1.5');
  expect(percent(0.2074)).toBe('21\u00a0%');
});

const pages = readdirSync('docs', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.md'),
);

test.each(pages)(
  '%s quotes only results that there are, and never begins a line with one',
  (page) => {
    const text = readFileSync(join('docs', page), 'utf8');
    for (const [, name] of text.matchAll(/<Measured\s+of="([^"]*)"/g)) {
      expect(results).toHaveProperty([name]);
    }
    // Markdown would take that line for HTML, and begin a new paragraph.
    expect(text.split('\n').filter((line) => line.startsWith('<Measured'))).toEqual([]);
  },
);
