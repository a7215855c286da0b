import { expect, test } from 'vitest';
import { printSourceOnce } from '../../../.vitepress/build/edition/printSource.ts';
import { find, inner, parsePiece } from '../../../.vitepress/build/edition/tree.ts';
import { listingsOf } from '../../support/listings.ts';
import { textOf } from '../../support/html.ts';

const lineOf = (n: number): string => `<span class="line" data-line="${n}">line ${n}</span>`;
const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, n) => from + n);
const listing = (lines: readonly number[], file = 'code/recsys.ts'): string =>
  `<figure class="listing" data-file="${file}" data-region="r"><pre><code class="numbered">${lines.map(lineOf).join('\n')}</code></pre></figure>`;

function chapter(path: string, html: string) {
  const content = find(parsePiece(`<div>${html}</div>`), ({ tagName }) => tagName === 'div');
  if (!content) throw new Error('no content');
  return { path, title: `On ${path}`, content };
}

function printed(...given: (readonly [path: string, html: string])[]): string[] {
  const chapters = given.map(([path, html]) => chapter(path, html));
  printSourceOnce(chapters, 'whole');
  return chapters.map(({ content }) => inner(content));
}

const numbers = (html: string): number[] =>
  listingsOf(html).flatMap(({ lines }) =>
    lines.map(({ number }) => number).filter(Number.isFinite),
  );

test('what one chapter has printed, the next one names', () => {
  const [first, second] = printed(['a', listing(range(3, 9))], ['b', listing(range(3, 9))]);
  expect(numbers(first)).toEqual(range(3, 9));
  expect(numbers(second)).toEqual([]);
  const id = /<figure [^>]*id="([^"]+)"/.exec(first)?.[1];
  expect(id).toBeTruthy();
  expect(second).toContain(`href="#${id}"`);
  expect(textOf(second)).toBe('code/recsys.ts, lines 3–9 in On a');
});

test('lines of another file are others', () => {
  const [, second] = printed(
    ['a', listing(range(1, 9))],
    ['b', listing(range(1, 9), 'code/models/ease.ts')],
  );
  expect(numbers(second)).toEqual(range(1, 9));
});

test('the chapter with the whole source has what no other shows, though it comes before them', () => {
  const [whole, later] = printed(['whole', listing(range(1, 30))], ['b', listing(range(11, 20))]);
  expect(numbers(later)).toEqual(range(11, 20));
  expect(numbers(whole)).toEqual([...range(1, 10), ...range(21, 30)]);
  expect(textOf(whole)).toContain('⋮ lines 11–20: On b');
});

test('a few lines are rather read again than looked up', () => {
  const [, second] = printed(['a', listing(range(1, 4))], ['b', listing(range(1, 9))]);
  expect(numbers(second)).toEqual(range(1, 9));
});

test('what links lead to stays, though its lines are elsewhere', () => {
  const named = listing(range(1, 8)).replace('data-line="5"', 'id="whole--r" data-line="5"');
  const [, second] = printed(['a', listing(range(1, 8))], ['b', named]);
  expect(second).toContain('id="whole--r"');
  const [third] = printed(
    [
      'whole',
      named.replace('line 8</span>', 'line 8</span>\n<span class="line" data-line="9">9</span>'),
    ],
    ['b', listing(range(1, 8))],
  );
  expect(third).toContain('id="whole--r"');
  expect(numbers(third)).toEqual([9]);
});

test('a listing of other code, and a snippet that is no file of the module, stay', () => {
  const snippet = listing(range(1, 6), 'docs/snippets/own-model.ts');
  const [, second] = printed(['a', snippet], ['b', snippet]);
  expect(numbers(second)).toEqual(range(1, 6));
});
