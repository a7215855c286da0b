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
    '<figure><p class="finding">Four of six</p><svg><title>a</title><text>5</text></svg><ul><li>drawn with boxes</li></ul><figcaption>Read down.</figcaption><details class="numbers"><summary>Show the numbers</summary><ul><li>One</li><li><p>Two</p><p>more</p></li></ul></details></figure>';
  expect(markdownOf(html)).toBe('**Four of six**\n\nRead down.\n\n- One\n- Two\n\n  more\n');
});

test('without numbers below it, what is drawn with words is said', () => {
  expect(markdownOf('<figure><svg></svg><ol><li>One</li></ol></figure>')).toBe('1. One\n');
});

test('parts of a row that stand side by side are told apart, pieces of a sentence are not', () => {
  const row =
    '<span data-v-1 aria-hidden="true">1</span><span data-v-1><span data-v-1>Mostly Beans</span><strong data-v-1>taken next</strong></span><span data-v-1>Cooking</span><span data-v-1>14.32</span><span data-v-1 class="why">why?</span>';
  const bill = '<div class="bill"><p>Because of</p><ul><li>0.72 Sunday Stew</li></ul></div>';
  expect(
    markdownOf(
      `<ol><li><details class="bill"><summary class="row">${row}</summary>${bill}</details></li></ol>`,
    ),
  ).toBe('1. Mostly Beans, **taken next**, Cooking, 14.32\n');
  expect(
    markdownOf(
      '<ul><li><span data-v-1>Shapes must fit </span><code data-v-1>fit</code><span data-v-1>’s sizes (</span><code data-v-1>a</code><span data-v-1>).</span></li></ul>',
    ),
  ).toBe('- Shapes must fit `fit`’s sizes (`a`).\n');
});

test('a definition is one line, whatever it is made of', () => {
  const html = '<dl><div><dt>Recall</dt><dd>0.300</dd><dd>90 of 300</dd></div></dl>';
  expect(markdownOf(html)).toBe('- Recall: 0.300, 90 of 300\n');
});

test('bold within bold is bold once, and emphasis within a word stays emphasis', () => {
  expect(markdownOf('<p class="finding">A <strong>b</strong> c</p>')).toBe('**A b c**\n');
  expect(markdownOf('<p>the <em>k</em>th, an <em>item</em></p>')).toBe('the *k*th, an _item_\n');
});

test('a table keeps the heads that sort it, and drops rows and columns of drawings and controls', () => {
  const html =
    '<table><thead><tr><th scope="col"><button>Model<span aria-hidden="true">v</span></button></th><th scope="col">n</th><th scope="col">bar</th></tr><tr><th><button>Light up</button></th><td><input></td><td></td></tr></thead><tbody><tr><th colspan="2">A</th><td><svg></svg></td></tr><tr><th>B</th><td>2</td><td></td></tr></tbody></table>';
  expect(markdownOf(html)).toBe('| Model | n |\n| --- | --- |\n| A |   |\n| B | 2 |\n');
});

test('a note is a note', () => {
  const html =
    '<p>So it is.<sup class="footnote-ref"><a href="#footnote1">[1]</a><a class="footnote-anchor" id="footnote-ref1"></a></sup> x<sup>2</sup></p><hr class="footnotes-sep"><section class="footnotes"><ol><li id="footnote1"><p>Ji 2023. <a href="#footnote-ref1" class="footnote-backref">↩︎</a></p></li></ol></section>';
  expect(markdownOf(html)).toBe('So it is.[^1] x^2\n\n[^1]: Ji 2023.\n');
});

test('the answers of a question are a list, and what opens an answer is nothing', () => {
  const html =
    '<div class="predict"><p>Which?</p><div class="answers"><label><input type="radio">Up</label><label>Down</label></div><button>Try it</button></div><p class="told-note">Told later. <button>Show it</button></p>';
  expect(markdownOf(html)).toBe('Which?\n\n- Up\n- Down\n');
});
