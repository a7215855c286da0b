import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findRegion, listRegions, wholeFile } from '../../.vitepress/markdown/regions.ts';
import { listingsOf } from '../support/listings.ts';
import { pageHtml, root, sites } from '../support/site.ts';

const [site] = sites;
const source = readFileSync(join(root, 'code/recsys.ts'), 'utf8');
const pages = existsSync(site.dir)
  ? readdirSync(site.dir, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.html'))
      .map((file) => file.replace(/\.html$/, '').replaceAll('\\', '/'))
  : [];

const isMarker = (line: string): boolean => /^\s*\/\/ #(?:end)?region /.test(line);

describe('the full implementation', () => {
  const html = pageHtml(site, 'full-implementation');
  const shown = listingsOf(html).flatMap(({ lines }) => lines);

  test('shows every line of the file exactly once, in order', () => {
    const filled = shown.filter(({ text }) => text.trim() !== '');
    const wanted = source
      .split('\n')
      .map((text, index) => ({ number: index + 1, text }))
      .filter(({ text }) => text.trim() !== '' && !isMarker(text));
    expect(filled).toEqual(wanted);
  });

  test('has an anchor for every region', () => {
    for (const { name } of listRegions(source)) expect(html).toContain(` id="${name}"`);
  });

  test('offers the very file for download', () => {
    for (const { dir } of sites) {
      expect(readFileSync(join(dir, 'code/recsys.ts'), 'utf8')).toBe(source);
    }
  });
});

describe('listings', () => {
  test('show the source, on every page', () => {
    const listings = pages.flatMap((page) =>
      listingsOf(pageHtml(site, page)).map((listing) => ({ page, ...listing })),
    );
    expect(listings.length).toBeGreaterThan(10);
    for (const { page, file, region, lines } of listings) {
      const text = readFileSync(join(root, file), 'utf8');
      const wanted = region ? findRegion(text, region) : wholeFile(text);
      expect(lines, `${page}: ${file}#${region}`).toEqual(wanted.lines);
    }
  });

  test('lead to places that are there', () => {
    const regions = new Set(listRegions(source).map(({ name }) => name));
    for (const page of pages) {
      const links = pageHtml(site, page).matchAll(/href="[^"]*\/full-implementation#([\w.-]+)"/g);
      for (const [, name] of links) {
        const known =
          regions.has(name) || pageHtml(site, 'full-implementation').includes(`id="${name}"`);
        expect(known, `${page}: #${name}`).toBe(true);
      }
    }
  });
});

test('numbers in the prose do not stick to the word before them', () => {
  for (const page of pages) {
    const stuck = /[\p{L},.;]<span class="(?:said|measured)"[^>]*>[^<]*/u.exec(
      pageHtml(site, page),
    );
    expect(stuck?.[0], page).toBeUndefined();
  }
});
