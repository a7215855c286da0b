import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { chapters } from '../../../.vitepress/chapters.ts';
import { asidePlugin } from '../../../.vitepress/build/markdown/aside.ts';
import { lightLines } from '../../../.vitepress/build/markdown/lightLines.ts';
import { listingLines, listingPlugin } from '../../../.vitepress/build/markdown/listing.ts';
import { markMath } from '../../../.vitepress/build/markdown/markMath.ts';
import { mathPlugin, renderMath } from '../../../.vitepress/build/markdown/math.ts';
import { findRegion, listRegions, wholeFile } from '../../../.vitepress/kit/regions.ts';
import { symbolsPlugin } from '../../../.vitepress/build/markdown/symbols.ts';
import { piecesOf, symbolTokens } from '../../../.vitepress/build/markdown/symbolTokens.ts';
import { codeThemes, stylesToClasses } from '../../../.vitepress/build/markdown/syntax.ts';
import { symbols } from '../../../.vitepress/build/markdown/symbolsOf.ts';
import { decode, textOf } from '../../support/html.ts';
import { newRenderer } from '../../support/renderer.ts';
import { root } from '../../support/site.ts';
import { modelFiles, sourceFiles } from '../../support/source.ts';

const docs = join(root, 'docs');

const md = await newRenderer(docs, {
  theme: codeThemes,
  codeTransformers: [listingLines(), stylesToClasses(), symbolTokens(), lightLines()],
  config(md) {
    asidePlugin(md);
    mathPlugin(md);
    symbolsPlugin(md);
    listingPlugin(md, { base: '/', root, wholePage: 'full-implementation' });
  },
});

const codeOf = (html: string): string[] =>
  Array.from(html.matchAll(/<pre[^]*?<\/pre>/g), ([pre]) => pre);
const countOf = (html: string, id: string): number => html.split(`data-symbol="${id}"`).length - 1;

describe.for(Object.keys(symbols))('the symbols of %s', (id) => {
  const list = symbols[id];
  const chapter = chapters.find((candidate) => candidate.id === id);
  const page = join(docs, chapter?.file ?? '');
  let html = '';
  beforeAll(async () => {
    const text = readFileSync(page, 'utf8').replace(/^---\n[^]*?\n---\n/, '');
    html = await md.renderAsync(text, { path: page, relativePath: chapter?.file ?? '' });
  });

  test('stand in its equations, and those that the code names stand in its listings', () => {
    const table = /<details class="symbols"[^]*?<\/details>/.exec(html)?.[0] ?? '';
    const text = html.replace(table, '');
    const equations = Array.from(text.matchAll(/<math[^]*?<\/math>/g), ([math]) => math).join('');
    const listings = codeOf(text).join('');
    for (const symbol of list) {
      if (symbol.math.length > 0)
        expect(countOf(equations, symbol.id), `${symbol.id} in equations`).toBeGreaterThan(0);
      const named = symbol.code ?? symbol.notes;
      if (named) expect(countOf(listings, symbol.id), `${symbol.id} in code`).toBeGreaterThan(0);
      expect(countOf(table, symbol.id), `${symbol.id} in the table`).toBeGreaterThan(1);
    }
    const inCode = list.filter(({ code, notes }) => code ?? notes);
    expect(inCode.length).toBeGreaterThanOrEqual(list.length / 3);
  });

  test('have one meaning each', () => {
    const names = list.flatMap(({ id: name, also = [] }) => [name, ...also]);
    expect(new Set(names).size).toBe(names.length);
    const forms = list.flatMap(({ math }) => math);
    expect(new Set(forms).size).toBe(forms.length);
    for (const { means } of list) expect(means).toMatch(/^[^A-Z].*[^.]$/);
  });

  test('change no letter of a listing', () => {
    const listings = html.matchAll(
      /<figure class="listing[^>]*data-file="([^"]*)" data-region="([^"]*)">([^]*?)<\/figure>/g,
    );
    for (const [, file, name, figure] of listings) {
      const source = readFileSync(join(root, file), 'utf8');
      const { lines } = name ? findRegion(source, name) : wholeFile(source);
      expect(textOf(codeOf(figure)[0]).trimEnd()).toBe(lines.map(({ text }) => text).join('\n'));
    }
  });

  test('stand in a table, one row for each, with a button', () => {
    expect(html.match(/<tr class="symbol-row"/g)).toHaveLength(list.length);
    expect(html.match(/<button type="button" class="symbol-pin"/g)).toHaveLength(list.length);
    const table = html.indexOf('<details class="symbols"');
    expect(table).toBeGreaterThan(html.indexOf('<div class="equation"'));
  });

  test('are looked for in regions that there are', () => {
    const regions = [...sourceFiles, ...modelFiles, 'code/evaluation/laboratory.ts'].flatMap(
      (file) => listRegions(readFileSync(join(root, file), 'utf8')).map((region) => region.name),
    );
    for (const { only = [] } of list) for (const name of only) expect(regions).toContain(name);
  });
});

describe('in an equation', () => {
  const x = { id: 'x', tex: 'x', math: ['x'], means: 'a letter' };
  const yi = { id: 'yi', tex: 'y_i', math: ['y_i'], means: 'with an index' };
  const both = { id: 'both', tex: '|U|', math: ['| U_i ∩ U_j |'], means: 'a group' };
  const marked = (tex: string, list = [x, yi, both]) =>
    Array.from(
      renderMath(tex, false, list).matchAll(/<(\w+)[^>]*data-symbol="(\w+)"/g),
      ([, tag, id]) => `${tag} ${id}`,
    );

  test('a letter is marked with or without an index', () => {
    expect(marked('x + x_u + x^2')).toEqual(['mi x', 'mi x', 'mi x']);
  });

  test('a letter with an index is another than the letter with another one', () => {
    expect(marked('y + y_i + y_j + y_i^{\\mathsf T}')).toEqual(['msub yi', 'msubsup yi']);
  });

  test('what stands side by side is marked as one', () => {
    expect(marked('\\frac{|U_i \\cap U_j|}{x}')).toEqual(['mrow both', 'mi x']);
  });

  test('nothing but the mark is new', () => {
    const tex =
      '\\sum_i c_i\\,y_i y_i^{\\mathsf T} + \\begin{cases} x & \\text{if } x < 1 \\end{cases}';
    const bare = renderMath(tex, true);
    const both = renderMath(tex, true, [x, yi]).replace(/ data-symbol="\w+"/g, '');
    const same = (html: string) => decode(html.replace(/=""/g, '').replaceAll('&nbsp;', '\u00a0'));
    expect(same(both)).toBe(same(bare));
  });

  test('a formula without symbols stays as it is', () => {
    const mathml = '<math><mn>1</mn></math>';
    expect(markMath(mathml, [x])).toBe(mathml);
  });
});

describe('in a listing', () => {
  const names = new Map([
    ['x', 'x'],
    ['YtY', 'YtY'],
  ]);
  const found = (text: string) =>
    piecesOf(text, names)
      .filter(({ symbol }) => symbol)
      .map(({ text: name }) => name);

  test('a name is marked whole, and not as a part of another', () => {
    expect(found('x[f] += max(x, xs) * YtY.x;')).toEqual(['x', 'x', 'YtY', 'x']);
    expect(found('xs.data, index, $x')).toEqual([]);
    expect(
      piecesOf('a x b', names)
        .map(({ text }) => text)
        .join(''),
    ).toBe('a x b');
  });

  test('a comment is marked where it writes an equation, and a text nowhere', async () => {
    const code = [
      '/** The A of a row. */',
      '/*',
      ' *     A x = b',
      ' * A word, and x.',
      ' */',
      "const A = 'A has no inverse';",
      'const t = `${A} is A`;',
    ].join('\n');
    const html = await md.renderAsync(
      `\`\`\`ts symbols=implicit-als/als-solve-rows\n${code}\n\`\`\`\n`,
      {
        path: join(docs, 'x.md'),
        relativePath: 'x.md',
      },
    );
    expect(countOf(html, 'A')).toBe(3);
    expect(countOf(html, 'x')).toBe(1);
    expect(countOf(html, 'b')).toBe(1);
  });
});
