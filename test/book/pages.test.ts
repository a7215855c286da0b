import { describe, expect, test } from 'vitest';
import { pageHtml, sites } from '../support/site.ts';

describe.for(sites)('the book built for $base', (site) => {
  const home = pageHtml(site, 'index');

  test('has a home page with a title', () => {
    expect(home).toMatch(/<title>[^<]+<\/title>/);
    expect(home).toMatch(/<html[^>]* lang="en/);
  });

  test('asks for its own files under its base', () => {
    const addresses = [...home.matchAll(/<(?:link|script)[^>]* (?:href|src)="([^"]+)"/g)];
    expect(addresses.length).toBeGreaterThan(0);
    for (const [, address] of addresses) {
      expect(address.startsWith('data:') || address.startsWith(site.base), address).toBe(true);
    }
  });

  test('has a page for addresses that are not there', () => {
    expect(pageHtml(site, '404')).toContain('<title>');
  });
});
