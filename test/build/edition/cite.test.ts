import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { citationOf, readCitedBook } from '../../../.vitepress/build/edition/cite.ts';
import { chapterByFile } from '../../../.vitepress/chapters.ts';
import type { Settings } from '../../../.vitepress/build/edition/settings.ts';
import { citeOf, withoutFoot } from '../../../.vitepress/build/markdown/foot.ts';
import { root } from '../../support/site.ts';

const cff = readFileSync(join(root, 'CITATION.cff'), 'utf8');
const book = { title: 'A book: of lists', authors: ['Ada Byron', 'The others'] };
const bare: Settings = { base: '/', version: '1.2.0', dates: new Map() };
const whole: Settings = {
  ...bare,
  url: 'https://example.org/',
  dates: new Map([['docs/models/bpr.md', '2026-03-02']]),
};

test('the book is cited by the title and the authors of CITATION.cff', () => {
  const cited = readCitedBook(cff);
  expect(cff).toContain(cited.title);
  expect(cited.title).not.toMatch(/^['"]|['"]$/);
  expect(cited.authors).toEqual(['The authors of this book']);
  expect(() => readCitedBook('title: A book')).toThrow('needs a title and authors');
});

test('a chapter is cited with what is known: its number, edition, day and address', () => {
  const number = chapterByFile('models/bpr.md')?.number ?? 0;
  expect(number).toBeGreaterThan(1);
  expect(citationOf(whole, book, 'models/bpr.md')).toEqual({
    text:
      `Ada Byron, The others. “Bayesian personalized ranking”. Chapter ${number} of A book: of lists. ` +
      'Edition 1.2.0, 2 March 2026. https://example.org/models/bpr',
    bibtex: [
      '@incollection{recsys-book:bpr,',
      '  author    = {{Ada Byron} and {The others}},',
      '  title     = {Bayesian personalized ranking},',
      '  booktitle = {A book: of lists},',
      `  chapter   = {${number}},`,
      '  edition   = {1.2.0},',
      '  year      = {2026},',
      '  note      = {Text of 2 March 2026},',
      '  url       = {https://example.org/models/bpr}',
      '}',
    ].join('\n'),
  });
});

test('a chapter of a book that knows neither day nor address is cited without them', () => {
  const { text = '', bibtex = '' } = citationOf(bare, book, 'references.md') ?? {};
  expect(text).toBe('Ada Byron, The others. “References”. In A book: of lists. Edition 1.2.0.');
  expect(bibtex).not.toMatch(/year|note|url|chapter/);
  expect(citationOf(bare, book, 'index.md')).toBeUndefined();
});

test('the citation stands closed at the foot of its page, and no search finds it', () => {
  const html = citeOf(whole, book, 'models/bpr.md');
  expect(html).toMatch(/^<details class="cite" v-pre><summary>Cite this chapter<\/summary>/);
  expect(
    html.match(/<button title="Copy" aria-label="Copy the [^"]+" class="copy">/g),
  ).toHaveLength(2);
  expect(citeOf(bare, book, 'references.md')).toContain('Cite this page');
  expect(citeOf(bare, book, 'index.md')).toBe('');
  expect(withoutFoot(`<p>Text</p>\n${html}`)).toBe('<p>Text</p>\n');
});
