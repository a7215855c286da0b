import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { embedPath, embeds } from '../../.vitepress/embeds.ts';
import { tagsOf, textOf } from '../support/html.ts';
import { pages } from '../support/pages.ts';
import { pageHtml, root, sites } from '../support/site.ts';

const builtPages = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replaceAll('\\', '/').replace(/\.html$/, ''))
    .sort();

describe.for(sites)('the book built for $base', (site) => {
  test('holds the pages of its contents, one for unknown addresses, a frame, the whole for paper, the demos to embed, and no others', () => {
    expect(builtPages(site.dir)).toEqual(
      [...pages, ...embeds.map(({ slug }) => embedPath(slug)), '404', 'isolated', 'print'].sort(),
    );
  });

  test('asks for its own files under its base', () => {
    const addresses = tagsOf(pageHtml(site, 'index'))
      .filter(({ name }) => name === 'link' || name === 'script')
      .filter(({ attributes }) => attributes.get('rel') !== 'canonical')
      .map(({ attributes }) => attributes.get('href') ?? attributes.get('src') ?? '')
      .filter((address) => address !== '' && !address.startsWith('data:'));
    expect(addresses.length).toBeGreaterThan(3);
    for (const address of addresses) expect(address.startsWith(site.base), address).toBe(true);
  });
});

describe.for([...pages, '404'])('the page %s, as it is served,', (page) => {
  const html = pageHtml(sites[0], page);
  const tags = tagsOf(html);
  const named = (name: string) => tags.filter((tag) => tag.name === name);
  const meta = (name: string) =>
    named('meta').filter(({ attributes }) => attributes.get('name') === name);

  test('says its language, its title and what it is about', () => {
    expect(named('html')[0].attributes.get('lang')).toMatch(/^en/);
    expect(html.match(/<title>[^<]{5,}<\/title>/g)).toHaveLength(1);
    expect(meta('description')).toHaveLength(1);
    const least = page === '404' ? 5 : 20;
    expect(meta('description')[0].attributes.get('content')?.length).toBeGreaterThan(least);
    expect(meta('viewport')).toHaveLength(1);
  });

  // The text of the page for unknown addresses is made by script.
  if (page !== '404')
    test('has one heading of the first level, and it has words', () => {
      const [heading, ...more] = named('h1');
      expect(more).toEqual([]);
      expect(textOf(html.slice(heading.end, html.indexOf('</h1>'))).trim()).not.toBe('');
    });

  test('gives an id to one element alone', () => {
    const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  });

  test('refers to elements that are there', () => {
    const ids = new Set(tags.flatMap(({ attributes }) => attributes.get('id') ?? []));
    const references = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for'];
    const dangling = tags.flatMap(({ name, attributes }) =>
      references
        .flatMap((key) => attributes.get(key)?.split(/\s+/) ?? [])
        .filter((id) => !ids.has(id))
        .map((id) => `<${name}> refers to #${id}`),
    );
    expect(dangling).toEqual([]);
  });

  test('tells nothing of the machine and the moment it was built on', () => {
    expect(html).not.toContain(root);
    expect(html).not.toMatch(/file:\/\/|["'\s>(]\/(?:home|root|Users|tmp|work|builds)\//);
    expect(html).not.toMatch(/\d{4}-\d\d-\d\dT\d\d:\d\d/);
    // Milliseconds since 1970 of about now.
    expect(html).not.toMatch(new RegExp(`\\b${String(Date.now()).slice(0, 5)}\\d{8}\\b`));
  });
});

test('the titles and descriptions of the pages differ', () => {
  const titles = pages.map((page) => /<title>([^<]*)/.exec(pageHtml(sites[0], page))?.[1]);
  const descriptions = pages.map(
    (page) => /<meta name="description" content="([^"]*)/.exec(pageHtml(sites[0], page))?.[1],
  );
  expect(new Set(titles).size).toBe(pages.length);
  expect(new Set(descriptions).size).toBe(pages.length);
});
