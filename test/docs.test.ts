import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as recsys from '../code/recsys.ts';
import { models } from '../code/models.ts';
import { findRegion, listRegions } from '../.vitepress/kit/regions.ts';
import { badCalls, errorOf } from '../.vitepress/chapters/api/errors.ts';
import { references } from '../.vitepress/chapters/references/papers.ts';
import { readApi } from '../.vitepress/chapters/api/readApi.ts';
import { root } from './support/site.ts';
import { sourceFiles } from './support/source.ts';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const docs = join(root, 'docs');
const pages = readdirSync(docs, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.md'),
);

/** What a TypeScript file of the repository prints. */
function run(file: string): string {
  const args = ['scripts/run-ts.mjs', file];
  return execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }).trim();
}

describe.for(pages)('%s', (page) => {
  const lines = readFileSync(join(docs, page), 'utf8').split('\n');

  test('splices regions that are there', () => {
    for (const line of lines) {
      const splice = /^<<<\s+([^#{\s]+)(?:#([\w.-]+))?/.exec(line);
      if (!splice) continue;
      const [, address, region] = splice;
      const file = address.startsWith('@/')
        ? join(docs, address.slice(2))
        : resolve(dirname(join(docs, page)), address);
      const source = readFileSync(file, 'utf8');
      if (region) expect(findRegion(source, region).lines.length).toBeGreaterThan(0);
      else expect(listRegions(source)).toBeDefined();
    }
  });

  test('has no number of the text at the beginning of a line, where it would end the paragraph', () => {
    expect(
      lines.filter((line) => /^\s*<(?:\w+ of="[^"]*" \/>.|Said\b|Measured\b)/.test(line)),
    ).toEqual([]);
  });
});

test('the page of the whole source names every region once', () => {
  const named = Array.from(
    read('docs/full-implementation.md').matchAll(/^<<< .*#([\w.-]+)\{/gm),
    ([, name]) => name,
  );
  expect(named.filter((name, n) => named.indexOf(name) !== n)).toEqual([]);
  const regions = sourceFiles.flatMap((file) =>
    listRegions(read(file)).filter(({ depth }) => depth === 0),
  );
  expect([...named].sort()).toEqual(regions.map(({ name }) => name).sort());
});

test('the API table has every value that the module exports', () => {
  const named = readApi(root, 'code/recsys.ts').map(({ name }) => name);
  expect(Object.keys(recsys).filter((name) => !named.includes(name))).toEqual([]);
});

test('a function of two forms stands in the API table once', () => {
  const named = readApi(root, 'code/checks/checkRecommender.ts').map(({ name }) => name);
  expect(named).toContain('checkRecommender');
  expect(new Set(named).size).toBe(named.length);
});

test('an export without a doc comment is refused by name', () => {
  const folder = 'node_modules/.cache/docs-test';
  mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, folder, 'bare.ts'), 'export function bare(): void {}\n');
  expect(() => readApi(root, `${folder}/bare.ts`)).toThrow('bare has no doc comment');
});

test('a bad call of the API page is the call that is run', () => {
  for (const bad of badCalls) {
    const scope = Object.entries(recsys);
    // The text on the page, run with the module's names in scope.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    const printed = new Function(...scope.map(([name]) => name), `return ${bad.call};`) as (
      ...values: unknown[]
    ) => unknown;
    const asPrinted = { call: bad.call, run: () => printed(...scope.map(([, value]) => value)) };
    expect(errorOf(asPrinted)).toBe(errorOf(bad));
  }
});

test('the snippet of the large log gives each user the list that they get alone', () => {
  const { interactions, nUsers, nItems } = recsys.makeSynthetic();
  const model = new recsys.Popularity().fit(interactions, nUsers, nItems);
  const lines = [7, 0].map((user) => `user ${user}: ${model.recommend(user, 3).join(', ')}`);
  expect(run('docs/snippets/large.ts').split('\n')).toEqual(lines);
});

test('the snippet of several cores gives the list of one', () => {
  const { interactions, nUsers, nItems } = recsys.makeSynthetic();
  const model = new recsys.ImplicitALS({ factors: 16 }).fit(interactions, nUsers, nItems);
  const list = model.recommend(7, 3).join(', ');
  expect(run('docs/snippets/parallel.ts')).toBe(`user 7: ${list}`);
});

test('the typical usage has 8 to 12 lines and prints one', () => {
  const lines = read('docs/snippets/usage.ts').trimEnd().split('\n');
  expect(lines.length).toBeGreaterThanOrEqual(8);
  expect(lines.length).toBeLessThanOrEqual(12);
  expect(run('docs/snippets/usage.ts')).toMatch(/^recall@10: 0\.\d+$/);
});

describe('the README', () => {
  const readme = read('README.md');

  test('has at most 80 lines', () => {
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(80);
  });

  test('has a snippet that runs as it stands', () => {
    const snippet = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    expect(snippet.trimEnd().split('\n').length).toBe(8);
    // The only change: the file lies elsewhere, so its import must look from there.
    const folder = 'node_modules/.cache/docs-test';
    mkdirSync(join(root, folder), { recursive: true });
    const file = join(folder, 'readme.ts');
    writeFileSync(join(root, file), snippet.replace("'./code/", `'${root}/code/`));
    expect(run(file)).toMatch(/^ndcg@10: 0\.1\d\d$/);
  });

  test('names files that are there', () => {
    const links = readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g);
    for (const [, file] of links) expect(() => read(file), file).not.toThrow();
  });
});

test('every paper has a DOI of its own, and every model its paper', () => {
  const urls = references.map(({ url }) => url);
  expect(new Set(urls).size).toBe(urls.length);
  for (const url of urls) expect(url).toMatch(/^https:\/\/doi\.org\/10\.\d{4,5}\/\S+$/);
  for (const { paper } of models) if (paper) expect(urls).toContain(paper.url);
  expect(new Set(references.map(({ key }) => key)).size).toBe(references.length);
});

describe('a source that a page names', () => {
  const dois = (text: string): string[] =>
    Array.from(text.matchAll(/\]\((https:\/\/doi\.org\/[^\s)]+)\)/g), ([, url]) => url);
  /** The entries of "References" and the footnotes, each as one text. */
  const sourcesOf = (text: string): string[] => {
    const [, list = ''] = /^## References\n([^]*?)(?=^## |(?![^]))/m.exec(text) ?? [];
    const entries = list
      .split(/^- /m)
      .slice(1)
      .map((entry) => entry.split('\n\n')[0]);
    const notes = Array.from(
      text.matchAll(/^\[\^[\w-]+\]:([^]*?)(?=\n\n|\n\[\^|(?![^]))/gm),
      ([, note]) => note,
    );
    return [...entries, ...notes];
  };
  /** No DOI was ever given to these: each says where else it is. */
  const without = [
    /Holm, S\. \(1979\).*jstor\.org/s,
    /ECMA-262/,
    /Sun Microsystems 1993/,
    /Cody and Waite 1980/,
  ];
  const chapterPages = pages.filter((page) => page !== 'references.md');

  test.for(chapterPages)('has a DOI, and stands in the references: %s', (page) => {
    const text = read(`docs/${page}`);
    for (const source of sourcesOf(text)) {
      if (without.some((one) => one.test(source))) continue;
      expect(dois(source), source).toHaveLength(1);
    }
    const known = references.map(({ url }) => url);
    expect(dois(text).filter((url) => !known.includes(url))).toEqual([]);
  });

  test('is found by the test', () => {
    const counts = chapterPages.map((page) => sourcesOf(read(`docs/${page}`)).length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(40);
  });
});
