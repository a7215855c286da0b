// The whole book on one page, as it comes from the built pages.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chapters, linkOf } from '../../.vitepress/chapters.ts';
import { tagsOf, textOf } from '../support/html.ts';
import { listingsOf } from '../support/listings.ts';
import { pageHtml, root, sites } from '../support/site.ts';
import { sourceFiles } from '../support/source.ts';

const idOf = (path: string): string => path.slice(1).replaceAll('/', '-');

describe.for(sites)('the book on one page, built for $base', (site) => {
  const html = pageHtml(site, 'print');
  const tags = tagsOf(html);
  const text = textOf(html);
  const valuesOf = (name: string): string[] =>
    tags.map(({ attributes }) => attributes.get(name)).filter((value) => value !== undefined);

  test('has every chapter, in order, with its own headings', () => {
    const articles = tags.filter(({ name }) => name === 'article');
    expect(articles.map(({ attributes }) => attributes.get('id'))).toEqual([
      ...chapters.map((chapter) => idOf(linkOf(chapter))),
      'solutions',
    ]);
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
    for (const name of ['button', 'input', 'select', 'textarea', 'label']) {
      expect(tags.filter((tag) => tag.name === name)).toEqual([]);
    }
    // The one that counts the pages.
    expect(tags.filter(({ name }) => name === 'script')).toHaveLength(1);
  });

  test('has a line of the contents for every chapter, to be given its page', () => {
    const contents = /<nav class="print-contents"[^]*?<\/nav>/.exec(html)?.[0] ?? '';
    const links = tagsOf(contents).filter(({ name }) => name === 'a');
    expect(links.map(({ attributes }) => attributes.get('href'))).toEqual(
      [...chapters.map((chapter) => idOf(linkOf(chapter))), 'solutions'].map((id) => `#${id}`),
    );
    expect(links.every(({ attributes }) => attributes.get('class') === 'page-ref')).toBe(true);
  });

  test('has every line of the source, and hardly one twice', () => {
    const times = new Map<string, number>();
    let again = 0;
    for (const { file, lines } of listingsOf(html)) {
      for (const { number, text } of lines) {
        if (!file.startsWith('code/') || !Number.isFinite(number) || text.trim() === '') continue;
        const count = (times.get(`${file}:${number}`) ?? 0) + 1;
        times.set(`${file}:${number}`, count);
        if (count > 1) again++;
      }
    }
    const missing = sourceFiles.flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .map((text, n) => ({ text, place: `${file}:${n + 1}` }))
        .filter(({ text }) => text.trim() !== '' && !/^\s*\/\/ #(?:end)?region /.test(text))
        .filter(({ place }) => !times.has(place)),
    );
    expect(missing).toEqual([]);
    // A few lines between others are printed again, see printSource.ts.
    expect(again).toBeLessThan(times.size / 50);
  });

  test('has the solutions at its end, each with its exercise', () => {
    const [body, end = ''] = html.split('id="solutions"');
    expect(body).not.toMatch(/<summary>\s*Solution\s*<\/summary>/);
    const exercises = tagsOf(body).flatMap(({ attributes }) =>
      attributes.get('class') === 'exercise' ? [attributes.get('id') ?? ''] : [],
    );
    const answers = tagsOf(end).flatMap(({ attributes }) =>
      attributes.get('class') === 'print-answer' ? [attributes.get('id')] : [],
    );
    expect(exercises.length).toBeGreaterThan(20);
    expect(answers).toEqual(exercises.map((id) => `solution-of-${id}`));
    for (const id of exercises) {
      expect(body).toContain(`href="#solution-of-${id}"`);
      expect(end).toContain(`href="#${id}"`);
    }
  });

  test('is led to from the other pages', () => {
    expect(pageHtml(site, 'start')).toContain(`href="${site.base}print.html"`);
  });
});
