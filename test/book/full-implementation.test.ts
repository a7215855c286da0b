import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findRegion, listRegions, wholeFile } from '../../.vitepress/kit/regions.ts';
import { listingsOf } from '../support/listings.ts';
import { pageHtml, root, sites } from '../support/site.ts';
import { sourceFiles, wholeSource } from '../support/source.ts';

const [site] = sites;
const regions = sourceFiles.flatMap((file) =>
  listRegions(readFileSync(join(root, file), 'utf8')).map(({ name }) => name),
);
const pages = existsSync(site.dir)
  ? readdirSync(site.dir, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.html'))
      .map((file) => file.replace(/\.html$/, '').replaceAll('\\', '/'))
  : [];

const isMarker = (line: string): boolean => /^\s*\/\/ #(?:end)?region /.test(line);

describe('the full implementation', () => {
  const html = pageHtml(site, 'full-implementation');

  test.for(sourceFiles)('shows every line of %s exactly once, in order', (file) => {
    const shown = listingsOf(html).filter((listing) => listing.file === file);
    const filled = shown.flatMap(({ lines }) => lines).filter(({ text }) => text.trim() !== '');
    const wanted = readFileSync(join(root, file), 'utf8')
      .split('\n')
      .map((text, index) => ({ number: index + 1, text }))
      .filter(({ text }) => text.trim() !== '' && !isMarker(text));
    expect(filled).toEqual(wanted);
  });

  test('has an anchor for every region', () => {
    for (const name of regions) expect(html).toContain(` id="${name}"`);
  });

  test('offers the module and its toolbox as one file', () => {
    for (const { dir } of sites) {
      expect(readFileSync(join(dir, 'code/recsys.ts'), 'utf8')).toBe(wholeSource);
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
    for (const page of pages) {
      const links = pageHtml(site, page).matchAll(/href="[^"]*\/full-implementation#([\w.-]+)"/g);
      for (const [, name] of links) {
        const known =
          regions.includes(name) || pageHtml(site, 'full-implementation').includes(`id="${name}"`);
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
