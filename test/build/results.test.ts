// Results that are computed when the book is built: each once, kept by what it really stands on.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Results } from '../../.vitepress/build/results/results.ts';
import { root } from '../support/site.ts';

/** A small book in a folder of its own, below node_modules so that packages are found. */
const folder = join(root, 'node_modules/.cache/test/small-book');
const write = (name: string, text: string): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};
const loader = (name: string): string => join(folder, '.vitepress', `${name}.data.ts`);

/** A loader that notes in a file that it was run. */
const noting = (name: string, imports: string, body: string, more = ''): string =>
  `import { appendFileSync } from 'node:fs';\n${imports}
export default { ${more} load(...given) { appendFileSync(${JSON.stringify(join(folder, 'ran'))}, '${name} '); ${body} } };\n`;

/** Which loaders ran since the last look. */
function ran(): string[] {
  const file = join(folder, 'ran');
  const names = readFileSync(file, 'utf8').trim().split(' ').filter(Boolean);
  writeFileSync(file, '');
  return names.sort();
}

let said: string[] = [];
let open: Results[] = [];
function build(isFresh = false): Results {
  const results = new Results(folder, isFresh, (line) => said.push(line));
  open.push(results);
  return results;
}
async function all(results: Results): Promise<unknown[]> {
  const names = ['numbers', 'sum', 'words'];
  const texts = await Promise.all(names.map((name) => results.of(loader(name))));
  return texts.map((json): unknown => JSON.parse(json));
}

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  said = [];
  write('package-lock.json', '{}');
  write('docs/snippets/usage.ts', 'console.log(1);\n');
  write('docs/page.md', 'one two three');
  write('ran', '');
  write('code/list.ts', 'export const list: number[] = [1, 2, 3];\n');
  write(
    '.vitepress/numbers.data.ts',
    noting('numbers', `import { list } from '../code/list.ts';`, 'return list;'),
  );
  write(
    '.vitepress/sum.data.ts',
    noting(
      'sum',
      '',
      'return given[0].reduce((a: number, b: number) => a + b, 0);',
      `from: ['./numbers.data.ts'],`,
    ),
  );
  write(
    '.vitepress/words.data.ts',
    noting(
      'words',
      `import { readFileSync } from 'node:fs';`,
      `return readFileSync(new URL('../docs/page.md', import.meta.url), 'utf8').split(' ').length;`,
      `reads: ['docs'],`,
    ),
  );
});
afterEach(async () => {
  await Promise.all(open.map((results) => results.renew()));
  open = [];
});

describe('a result', () => {
  test('is computed once, handed to whom it is needed by, and kept for the next build', async () => {
    const first = build();
    expect(await all(first)).toEqual([[1, 2, 3], 6, 3]);
    expect(await all(first)).toEqual([[1, 2, 3], 6, 3]);
    expect(ran()).toEqual(['numbers', 'sum', 'words']);
    expect(said.at(-1)).toMatch(/3 results computed in [\d.]+ s$/);
    expect(await all(build())).toEqual([[1, 2, 3], 6, 3]);
    expect(ran()).toEqual([]);
  });

  test('is computed anew, with all that stand on it, when a module that it imports has changed', async () => {
    await all(build());
    ran();
    write('code/list.ts', 'export const list: number[] = [4, 5];\n');
    expect(await all(build())).toEqual([[4, 5], 9, 3]);
    expect(ran()).toEqual(['numbers', 'sum']);
  });

  test('is computed anew when a file that it reads has changed, and no other is', async () => {
    await all(build());
    ran();
    write('docs/page.md', 'one two');
    expect(await all(build())).toEqual([[1, 2, 3], 6, 2]);
    expect(ran()).toEqual(['words']);
  });

  test('is computed anew where nothing may be kept', async () => {
    await all(build());
    ran();
    await all(build(true));
    expect(ran()).toEqual(['numbers', 'sum', 'words']);
  });

  test('that fails ends in an error that names its file', async () => {
    write('.vitepress/sum.data.ts', `export default { load() { throw new Error('no sum'); } };\n`);
    await expect(build().of(loader('sum'))).rejects.toThrow('.vitepress/sum.data.ts: no sum');
    write('.vitepress/sum.data.ts', `export default 3;\n`);
    await expect(build().of(loader('sum'))).rejects.toThrow(
      '.vitepress/sum.data.ts must export { load } by default',
    );
  });

  test('that is under way when a source changes is that of the new source', async () => {
    const results = build();
    write(
      '.vitepress/sum.data.ts',
      `export default { from: ['./numbers.data.ts'], async load(numbers: number[]) {
        await new Promise((done) => setTimeout(done, 300));
        return numbers.reduce((a, b) => a + b, 0);
      } };\n`,
    );
    const asked = results.of(loader('sum'));
    await results.of(loader('numbers'));
    write('code/list.ts', 'export const list: number[] = [8, 9];\n');
    await results.renew();
    expect(JSON.parse(await asked)).toBe(17);
  });

  test('is there again once a source that could not be read is mended', async () => {
    const results = build();
    write('code/list.ts', 'export const list: number[] = [1, ;\n');
    await expect(results.of(loader('numbers'))).rejects.toThrow(/list\.ts/);
    write('code/list.ts', 'export const list: number[] = [7];\n');
    expect(JSON.parse(await results.of(loader('numbers')))).toEqual([7]);
  });

  test('is known by the files that it stands on', async () => {
    const results = build();
    expect(await results.standingOn(join(folder, 'code/list.ts'))).toEqual([
      loader('numbers'),
      loader('sum'),
    ]);
    expect(await results.standingOn(join(folder, 'docs/page.md'))).toEqual([loader('words')]);
    expect(await results.standingOn(join(folder, 'elsewhere.ts'))).toEqual([]);
  });
});
