import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chapters } from '../../../.vitepress/chapters.ts';
import { glossary } from '../../../.vitepress/glossary.ts';
import { asidePlugin } from '../../../.vitepress/build/markdown/aside.ts';
import { mathPlugin } from '../../../.vitepress/build/markdown/math.ts';
import { glossaryHtml, termsPlugin } from '../../../.vitepress/build/markdown/terms.ts';
import { newRenderer } from '../../support/renderer.ts';
import { root } from '../../support/site.ts';

const md = await newRenderer(join(root, 'docs'), {
  config(renderer) {
    asidePlugin(renderer);
    mathPlugin(renderer);
    termsPlugin(renderer, { base: '/book/', root });
  },
});

/** What the plugin writes into a page, in order: the ids of links, and of definitions with a star. */
function marksOf(text: string, file: string): string[] {
  const marks: string[] = [];
  for (const { children } of md.parse(text, { relativePath: file, path: join(root, file) })) {
    for (const { content } of children ?? []) {
      const [, link, home] =
        /^<a class="term" href="\/book\/glossary#([\w-]+)"|^<dfn id="term-([\w-]+)"/.exec(
          content,
        ) ?? [];
      if (link) marks.push(link);
      if (home) marks.push(`${home}*`);
    }
  }
  return marks;
}

const pages = chapters
  .filter(({ id }) => id !== 'glossary')
  .map((chapter) => {
    const text = readFileSync(join(root, 'docs', chapter.file), 'utf8');
    return {
      id: chapter.id,
      marks: marksOf(text.replace(/^---\n[\s\S]*?\n---\n/, ''), chapter.file),
    };
  });

describe('a term in the prose', () => {
  const render = (text: string, file = 'models/bpr.md') =>
    md.render(text, { relativePath: file, path: join(root, 'docs', file) });

  test('is a link into the glossary where it is used first, and there alone', () => {
    const html = render('A half-life here. Half-lives there.\n\nAnd a half-life.');
    expect(html.match(/<a class="term"/g)).toHaveLength(1);
    expect(html).toContain(
      'A <a class="term" href="/book/glossary#half-life" target="_self">half-life</a> here. Half-lives',
    );
  });

  test('is found over the end of a line, and the longer of two', () => {
    expect(render('of the half\nlife')).not.toContain('term');
    expect(render('with a learning\nrate')).toContain(
      '<dfn id="term-learning-rate">learning\nrate</dfn>',
    );
    expect(marksOf('The compressed sparse rows.', 'start.md')).toEqual(['compressed-sparse-rows']);
  });

  test('keeps the case that tells it from another word', () => {
    expect(marksOf('A map of the land.', 'models/bpr.md')).toEqual([]);
    expect(marksOf('MAP of the lists.', 'models/bpr.md')).toEqual(['map']);
    expect(marksOf('Recall first.', 'models/bpr.md')).toEqual(['recall']);
    expect(marksOf('What they recalled.', 'models/bpr.md')).toEqual([]);
  });

  test.for([
    ['a heading', '## The half-life'],
    ['code', 'The `half-life` of it'],
    ['a link', '[half-life](/models/trending)'],
    ['a link in HTML', 'A <a href="/x">half-life</a>'],
    ['the head of a table', '| half-life |\n| --- |\n| 3 |'],
    ['a footnote', 'See.[^a]\n\n[^a]: A half-life.'],
    [
      'an answer that is closed',
      '<details>\n<summary>Hint</summary>\n\nA half-life.\n\n</details>',
    ],
    ['the references', '## References\n\n- Half-life of papers.'],
    ['the title of a note', '::: aside Half-life\nOf a thing.\n:::'],
  ])('is not marked in %s', ([, text]) => {
    const wanted = text.startsWith('::: aside') ? ['half-life'] : [];
    expect(marksOf(text, 'models/bpr.md')).toEqual(wanted);
  });

  test('is defined by its own chapter, where the text sets it apart', () => {
    const text = 'A half-life, I say. The time is its _half-life_, and a half-life it is.';
    expect(render(text, 'models/trending.md')).toContain(
      'its <em><dfn id="term-half-life">half-life</dfn></em>, and a half-life it',
    );
    expect(marksOf(text, 'models/trending.md')).toEqual(['half-life*']);
  });
});

describe('the glossary', () => {
  test('has about fifty terms, each once, in words of their own', () => {
    expect(glossary.length).toBeGreaterThanOrEqual(40);
    for (const key of ['id', 'term', 'definition'] as const) {
      const values = glossary.map((term) => term[key]);
      expect(new Set(values).size, key).toBe(values.length);
    }
    const forms = glossary.flatMap((term) => term.forms);
    expect(forms.filter((form, n) => forms.indexOf(form) !== n)).toEqual([]);
  });

  test.for(glossary)(
    'says what $term is in one sentence or two',
    ({ definition, id, also = [] }) => {
      expect(definition).toMatch(/^\p{Lu}.*\.$/u);
      const sentences = definition.split(/[.?](?:\s|$)/).filter(Boolean);
      expect(sentences.length).toBeLessThanOrEqual(2);
      expect(definition.length).toBeLessThan(230);
      expect(also).not.toContain(id);
      for (const other of also) expect(glossary.map((term) => term.id)).toContain(other);
    },
  );

  test.for(glossary)('knows where $term is taught, and that page defines it once', (term) => {
    const home = pages.find(({ id }) => id === term.chapter);
    const own = home?.marks.filter((mark) => mark === `${term.id}*`);
    expect(own ?? [], term.chapter).toHaveLength(term.chapter ? 1 : 0);
    const elsewhere = pages.filter(({ id }) => id !== term.chapter);
    for (const { id, marks } of elsewhere) expect(marks, id).not.toContain(`${term.id}*`);
  });

  test('marks no term twice on a page', () => {
    for (const { id, marks } of pages) {
      expect(
        marks.filter((mark, n) => marks.indexOf(mark) !== n),
        id,
      ).toEqual([]);
    }
  });

  test('is used all over the book', () => {
    const links = pages.flatMap(({ marks }) => marks.filter((mark) => !mark.endsWith('*')));
    expect(links.length).toBeGreaterThan(60);
    expect(new Set(links).size).toBeGreaterThan(25);
  });

  test('lists every term in order, with links to where it is taught and used', () => {
    const text = readFileSync(join(root, 'docs/glossary.md'), 'utf8');
    const html = md.render(text, {
      relativePath: 'glossary.md',
      path: join(root, 'docs/glossary.md'),
    });
    const ids = Array.from(html.matchAll(/class="glossary-entry" id="([\w-]+)"/g), ([, id]) => id);
    expect([...ids].sort()).toEqual(glossary.map(({ id }) => id).sort());
    const names = Array.from(html.matchAll(/<dt>([^<]*)/g), ([, name]) => name.toLowerCase());
    expect(names).toEqual([...names].sort());
    expect(html).toContain(
      'Taught in <a href="/book/models/trending#term-half-life">6.\u00a0Trending</a>',
    );
    expect(html).toContain('<a href="/book/models/content-based">7.\u00a0Content-based</a>');
  });

  test('says of a term that no page uses that the book does without it', () => {
    const html = glossaryHtml(md, '/book/', root);
    const entry = (id: string) => new RegExp(`id="${id}">.*?</div>`).exec(html)?.[0];
    expect(entry('serendipity')).toMatch(/Not taught in this book\.<\/span> <span>See also/);
    expect(entry('half-life')).not.toContain('Not taught');
  });

  test('needs a place on its page', () => {
    expect(() => marksOf('# Glossary', 'glossary.md')).toThrow('needs a line <GlossaryList />');
  });
});
