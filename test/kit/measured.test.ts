import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { count, decimal, percent } from '../../.vitepress/kit/numbers.ts';
import { measureAll } from '../../.vitepress/kit/measure.ts';
import { entriesWith, tunable } from '../../code/evaluation/tuned.ts';

/** Each that can be tuned takes part again; here with its defaults. */
const tuned = Object.fromEntries(tunable.map(({ id }) => [id, {}]));
const results = measureAll(undefined, tuned);

test('with one held-out item, recall is hits per test user and precision is recall over k', () => {
  expect(results['popularity.recall']).toBeCloseTo(
    results['popularity.hits'] / results['log.test'],
    5,
  );
  expect(results['bpr.precision']).toBeCloseTo(results['bpr.recall'] / results['log.k'], 5);
});

test('no model finds more held-out items than there are unseen ones', () => {
  for (const prefix of ['', 'new.']) {
    const recalls = Object.entries(results).filter(
      ([name]) => name.endsWith('.recall') && name.startsWith('new.') === (prefix !== ''),
    );
    expect(recalls).toHaveLength(entriesWith(tuned).length);
    for (const [, recall] of recalls) {
      expect(recall).toBeLessThanOrEqual(results[`${prefix}log.ceiling`]);
    }
    expect(results[`${prefix}log.reachable`] + results[`${prefix}log.unreachable`]).toBe(
      results[`${prefix}log.test`],
    );
  }
  expect(results['new.log.ceiling']).toBe(1);
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
