import { expect, test } from 'vitest';
import { tagsOf } from '../support/html.ts';
import { pages } from '../support/pages.ts';
import { pageHtml, sites } from '../support/site.ts';

test.for(pages.filter((page) => page !== 'index'))(
  'the sections of %s stand in its outline, and in the contents under it, in order',
  (page) => {
    const html = pageHtml(sites[0], page);
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    const wanted = tagsOf(main)
      .filter(({ name, attributes }) => name === 'h2' && attributes.has('tabindex'))
      .map(({ attributes }) => `#${attributes.get('id') ?? ''}`);
    for (const id of ['chapters', 'outline']) {
      const start = html.indexOf(`<nav id="${id}"`);
      if (wanted.length === 0) continue;
      const nav = html.slice(start, html.indexOf('</nav>', start));
      const links = tagsOf(nav).flatMap(({ attributes }) => attributes.get('href') ?? []);
      const sections = links.map(decodeURIComponent).filter((link) => wanted.includes(link));
      expect(sections, id).toEqual(wanted);
    }
  },
);
