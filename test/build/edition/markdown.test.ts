import { expect, test } from 'vitest';
import { pageMarkdown } from '../../../.vitepress/build/edition/markdown.ts';
import { parsePiece, textOf } from '../../../.vitepress/build/edition/tree.ts';

const markdownOf = (html: string): string =>
  pageMarkdown(parsePiece(html), { formula: textOf, link: (href) => `to:${href}` });

test('prose stays prose', () => {
  expect(
    markdownOf(
      '<h2>A <a class="header-anchor" href="#a">#</a></h2><p>One <em>two</em>\n<strong>three</strong>, <a href="x">four</a>.</p>',
    ),
  ).toBe('## A\n\nOne _two_ **three**, [four](to:x).\n');
});

test('a listing is a fence with its file and lines', () => {
  const html =
    '<figure class="listing"><figcaption class="listing-head"><span>code/recsys.ts</span><span>lines 1–2</span><a class="listing-link">open</a></figcaption><div><button>Copy</button><span class="lang">ts</span><pre><code><span class="line">const a = 1 &lt; 2;</span>\n<span class="line">  b();</span></code></pre></div></figure>';
  expect(markdownOf(html)).toBe(
    'From code/recsys.ts, lines 1–2:\n\n```ts\nconst a = 1 < 2;\n  b();\n```\n',
  );
});

test('a table is a table, with its caption and with bars that do not end a cell', () => {
  const html =
    '<table><caption>Counts</caption><thead><tr><th>Name</th><th>n</th></tr></thead><tbody><tr><th>a|b</th><td><span>1</span></td></tr></tbody></table>';
  expect(markdownOf(html)).toBe('Table: Counts\n\n| Name | n |\n| --- | --- |\n| a\\|b | 1 |\n');
});

test('a formula is its TeX, in a line and as a block', () => {
  expect(markdownOf('<p>Let <math>x</math>.</p><div><math display="block">y</math></div>')).toBe(
    'Let $x$.\n\n$$\ny\n$$\n',
  );
});

test('numbers of components stand in the sentence; controls do not', () => {
  const html =
    '<p>It reaches <span data-v-1>0.11</span>, or <button>Run</button><input value="3">so.</p>';
  expect(markdownOf(html)).toBe('It reaches 0.11, or so.\n');
});

test('what is drawn is left to its finding, its caption and its numbers', () => {
  const html =
    '<figure><p class="finding">Four of six</p><svg><title>a</title><text>5</text></svg><figcaption>Read down.</figcaption><details><summary>Show the numbers</summary><ul><li>One</li><li><p>Two</p><p>more</p></li></ul></details></figure>';
  expect(markdownOf(html)).toBe('**Four of six**\n\nRead down.\n\n- One\n- Two\n\n  more\n');
});
