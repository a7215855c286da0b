import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tagsOf } from '../support/html.ts';
import type { Tag } from '../support/html.ts';
import { addressOf, pages } from '../support/pages.ts';
import { inFolder, pageHtml, sites } from '../support/site.ts';
import type { Site } from '../support/site.ts';

const origin = 'https://book.test';
const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

/** The tags of each page, read once. */
const read = new Map<string, { tags: readonly Tag[]; ids: ReadonlySet<string> }>();
function tagsOfPage(site: Site, page: string) {
  const key = site.base + page;
  const known = read.get(key);
  if (known) return known;
  const tags = tagsOf(pageHtml(site, page));
  const made = { tags, ids: new Set(tags.flatMap(({ attributes }) => attributes.get('id') ?? [])) };
  read.set(key, made);
  return made;
}

/** What is wrong with an address on a page, or nothing. */
function faultOf(site: Site, page: string, address: string): string | undefined {
  const url = new URL(address, origin + site.base + addressOf(page));
  if (url.origin !== origin) return undefined;
  if (!url.pathname.startsWith(site.base)) return 'leaves the base';
  const path = decodeURIComponent(url.pathname.slice(site.base.length));
  const target = path === '' || path.endsWith('/') ? `${path}index` : path;
  if (isFile(join(site.dir, target)) && /\.\w+$/.test(target)) return undefined;
  if (!isFile(join(site.dir, `${target}.html`))) return 'leads to no page';
  const anchor = decodeURIComponent(url.hash.slice(1));
  if (anchor && !tagsOfPage(site, target).ids.has(anchor)) return `finds no #${anchor}`;
  return undefined;
}

describe.for(sites)('in the book built for $base', (site) => {
  test.for(pages)('every link of %s leads to a page and to a place on it', (page) => {
    const { tags } = tagsOfPage(site, page);
    const links = tags.filter(({ name, attributes }) => name === 'a' && attributes.has('href'));
    expect(links.length).toBeGreaterThan(10);
    const faults = links.flatMap(({ attributes }) => {
      const address = attributes.get('href') ?? '';
      const fault = faultOf(site, page, address);
      return fault ? [`${address} ${fault}`] : [];
    });
    expect(faults).toEqual([]);
  });

  test.for([...pages, '404'])('every file that %s asks for is there', (page) => {
    const { tags } = tagsOfPage(site, page);
    const addresses = tags.flatMap(({ name, attributes }) => {
      // The canonical address is where the book will stand, not where a browser finds a file.
      if (name === 'a' || attributes.get('rel') === 'canonical') return [];
      const href = name === 'use' || name === 'image' ? attributes.get('xlink:href') : undefined;
      return [attributes.get('src'), attributes.get('href'), href].filter((a) => a !== undefined);
    });
    expect(addresses.length).toBeGreaterThan(3);
    const faults = addresses.flatMap((address) => {
      if (address.startsWith('data:')) return [];
      if (new URL(address, origin).origin !== origin) return [`${address} is of another origin`];
      const fault = faultOf(site, page, address);
      return fault ? [`${address} ${fault}`] : [];
    });
    expect(faults).toEqual([]);
  });

  test.for(pages)('links of %s to elsewhere are safe', (page) => {
    const faults = tagsOfPage(site, page).tags.flatMap(({ name, attributes }) => {
      const address = attributes.get('href');
      if (name !== 'a' || address === undefined) return [];
      const url = new URL(address, origin);
      if (url.origin === origin) return [];
      const rel = attributes.get('rel')?.split(/\s+/) ?? [];
      if (url.protocol !== 'https:') return [`${address} is not https`];
      return rel.includes('noreferrer') || rel.includes('noopener') ? [] : [`${address}: no rel`];
    });
    expect(faults).toEqual([]);
  });

  test('every page is linked to from the contents beside the text', () => {
    const linked = tagsOfPage(site, 'start').tags.flatMap(
      ({ attributes }) => attributes.get('href') ?? [],
    );
    const missing = pages.filter((page) => !linked.includes(site.base + addressOf(page)));
    expect(missing).toEqual([]);
  });
});

test('a dead link, a dead anchor and a lost base are told apart', () => {
  expect(faultOf(inFolder, 'models/bpr', '../no-such-page')).toBe('leads to no page');
  const lost = '/book/models/bpr#no-such-place';
  expect(faultOf(inFolder, 'start', lost)).toBe('finds no #no-such-place');
  expect(faultOf(inFolder, 'start', '/models/bpr')).toBe('leaves the base');
  expect(faultOf(inFolder, 'start', 'models/bpr')).toBeUndefined();
});
