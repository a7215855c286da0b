import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sites } from '../support/site.ts';

// What a browser has to look through whenever something changes.

describe.for(sites)('the style sheets of $base', ({ dir }) => {
  const assets = join(dir, 'assets');
  const rules = readdirSync(assets)
    .filter((name) => name.endsWith('.css'))
    .flatMap((name) => readFileSync(join(assets, name), 'utf8').match(/[^{}]+(?=\{)/g) ?? []);
  const selectors = rules
    .filter((rule) => !rule.startsWith('@'))
    .flatMap((rule) => rule.split(','));

  test('are there', () => {
    expect(selectors.length).toBeGreaterThan(500);
  });

  test('never ask what stands within something', () => {
    expect(selectors.filter((selector) => selector.includes(':has('))).toEqual([]);
  });

  test('never find what stands within by a part of a class attribute', () => {
    const within = /\[class[*^$|~]?=[^\]]*\][^\s>+~]*[\s>+~]/;
    expect(selectors.filter((selector) => within.test(selector.trim()))).toEqual([]);
  });
});
