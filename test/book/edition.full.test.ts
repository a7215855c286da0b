// What is made beside the pages where the book does not know its address.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pages } from '../support/pages.ts';
import { atTop, pageHtml } from '../support/site.ts';

test('there is no site map without whole addresses', () => {
  expect(existsSync(join(atTop.dir, 'llms.txt'))).toBe(true);
  expect(existsSync(join(atTop.dir, 'sitemap.xml'))).toBe(false);
});

test.for(pages)('%s names no host where its address is not known', (page) => {
  expect(pageHtml(atTop, page)).not.toMatch(/canonical|og:url|og:image|example\.org/);
});

test.for(pages)('%s leads to no text where the repository is not known', (page) => {
  expect(pageHtml(atTop, page)).not.toContain('Edit this page');
});
