import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageHtml, root, sites } from '../support/site.ts';

const committed = readFileSync(join(root, 'test/fixtures/fingerprint.txt'), 'utf8');

test.for(sites)(
  'the book built for $base brings the digests that are kept beside the code',
  (site) => {
    expect(readFileSync(join(site.dir, 'fingerprint.txt'), 'utf8')).toBe(committed);
  },
);

test.for(sites)('the page about exp in the book built for $base prints them', (site) => {
  const html = pageHtml(site, 'exp');
  const lines = committed.trimEnd().split('\n');
  const all = lines.pop() ?? '';
  expect(html).toContain(all.slice(0, 64));
  expect(lines.filter((line) => !html.includes(line.slice(0, 8)))).toEqual([]);
  expect(html).toContain(`href="${site.base}fingerprint.txt"`);
});

test.for(sites)(
  'no file of the book built for $base names the folder in which it was built',
  (site) => {
    const files = readdirSync(site.dir, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((file) => readFileSync(file).includes(root))).toEqual([]);
  },
);
