import { expect, test } from 'vitest';
import { sectionsOf } from '../../../.vitepress/build/search/sections.ts';
import { namesAndText } from '../../../.vitepress/kit/searchNames.ts';

const link = (id: string) => `<a class="header-anchor" href="#${id}">&#8203;</a>`;
const told = (file: string, html: string) =>
  sectionsOf(file, html).map(({ anchor, titles, text }) => ({
    anchor,
    titles,
    ...namesAndText(text),
  }));

test('a page is found section by section, its head at its top', () => {
  const html =
    `<h1 id="x">BPR ${link('x')}</h1><p>Why?</p>` +
    `<h2 id="idea">The <em>idea</em> ${link('idea')}</h2><p>One &amp;\ntwo.</p><ul><li>a</li><li>b</li></ul>` +
    `<h3 id="in">Within ${link('in')}</h3><p>Three.</p><h2 id="end">End ${link('end')}</h2>`;
  const [head, ...rest] = told('models/bpr.md', html);
  expect(head).toMatchObject({ anchor: '', titles: ['BPR'], text: 'Why?' });
  expect(head.names).toContain('learning to rank');
  expect(rest).toEqual([
    { anchor: 'idea', titles: ['BPR', 'The idea'], names: [], text: 'One & two. a b' },
    { anchor: 'in', titles: ['BPR', 'The idea', 'Within'], names: [], text: 'Three.' },
    { anchor: 'end', titles: ['BPR', 'End'], names: [], text: '' },
  ]);
});

test('numbers that are filled in later are left open, and what only a part draws is left out', () => {
  const html = `<h1 id="x">X</h1><p>It is <Measured of="bpr" /> of <Said of="n" />, {{ more }}.</p><HalfSteps /><svg><text>9</text></svg><p>So.</p>`;
  expect(told('models/bpr.md', html)[0].text).toBe('It is … of …, …. So.');
});

test('what waits for an answer is not told', () => {
  const html =
    '<h1 id="x">X</h1><section class="exercise"><p>Ask?</p><Exercise id="bpr-1" />' +
    '<details><summary>Solution</summary><p>Five.</p></details></section>' +
    '<div class="told closed"><p>It wins.</p></div><p>On.</p>';
  expect(told('models/bpr.md', html)[0].text).toBe('Ask? On.');
});

test('each term of the glossary is found by itself, by all that it is called', () => {
  const html =
    '<h1 id="glossary">Glossary</h1><dl><div class="glossary-entry" id="mrr"><dt>MRR</dt><dd><p>A metric.</p>' +
    '<p class="glossary-places">See also MAP.</p></dd></div></dl>';
  const [, mrr] = told('glossary.md', html);
  expect(mrr.titles).toEqual(['Glossary', 'MRR, mean reciprocal rank']);
  expect(mrr).toMatchObject({ anchor: 'mrr', text: 'A metric.' });
  expect(mrr.names).toEqual(['MRR', 'mean reciprocal rank']);
});

test('code is read on the pages that are code, and on no other', () => {
  const html = '<h1 id="x">X</h1><pre><code>solveRow()</code></pre>';
  expect(told('full-implementation.md', html)[0].text).toBe('solveRow()');
  expect(told('models/bpr.md', html)[0].text).toBe('');
});
