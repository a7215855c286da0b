// The whole book on one page, as it comes from the built pages.
import { describe, expect, test } from 'vitest';
import { chapters, linkOf } from '../../.vitepress/chapters.ts';
import { tagsOf, textOf } from '../support/html.ts';
import { pageHtml, sites } from '../support/site.ts';

const idOf = (path: string): string => path.slice(1).replaceAll('/', '-');

describe.for(sites)('the book on one page, built for $base', (site) => {
  const html = pageHtml(site, 'print');
  const tags = tagsOf(html);
  const text = textOf(html);
  const valuesOf = (name: string): string[] =>
    tags.map(({ attributes }) => attributes.get(name)).filter((value) => value !== undefined);

  test('has every chapter, in order, with its own headings', () => {
    const articles = tags.filter(({ name }) => name === 'article');
    expect(articles.map(({ attributes }) => attributes.get('id'))).toEqual(
      chapters.map((chapter) => idOf(linkOf(chapter))),
    );
    for (const chapter of chapters) {
      const own = pageHtml(site, linkOf(chapter).slice(1));
      const headings = [...own.matchAll(/<h2 id=[^>]*>(.*?)<a class="header-anchor/g)];
      const missing = headings.filter(([, heading]) => !text.includes(textOf(heading).trim()));
      expect(missing.map(([, heading]) => heading)).toEqual([]);
    }
    expect(tags.filter(({ name }) => name === 'h1')).toHaveLength(1);
  });

  test('has each id once, and links within it that lead somewhere', () => {
    const ids = valuesOf('id');
    expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([]);
    const within = tags
      .filter(({ name }) => name === 'a' || name === 'use')
      .map(({ attributes }) => attributes.get('href') ?? '')
      .filter((href) => href.startsWith('#'));
    expect(within.length).toBeGreaterThan(chapters.length);
    const known = new Set(ids);
    expect(within.filter((href) => !known.has(decodeURIComponent(href.slice(1))))).toEqual([]);
    for (const name of ['aria-labelledby', 'aria-describedby']) {
      const named = valuesOf(name).flatMap((value) => value.split(' '));
      expect(named.filter((id) => id && !known.has(id))).toEqual([]);
    }
  });

  test('has the figures and the lists, and nothing that waits for a hand', () => {
    expect(tags.filter(({ name }) => name === 'svg').length).toBeGreaterThan(30);
    expect(textOf(html)).toContain('recommends to person');
    for (const name of ['button', 'input', 'select', 'textarea', 'script', 'label']) {
      expect(tags.filter((tag) => tag.name === name)).toEqual([]);
    }
  });

  test('is led to from the other pages', () => {
    expect(pageHtml(site, 'start')).toContain(`href="${site.base}print.html"`);
  });
});
