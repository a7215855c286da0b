import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listingLines, listingPlugin } from '../../../.vitepress/build/markdown/listing.ts';
import { newRenderer } from '../../support/renderer.ts';

let folder = '';
let render: (text: string) => Promise<string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'listing-'));
  for (const name of ['toolbox', 'models'])
    mkdirSync(join(folder, 'code', name), { recursive: true });
  writeFileSync(
    join(folder, 'code/recsys.ts'),
    '// #region one\n  const one = 1;\n  // #region two\n  const two = 2;\n  // #endregion two\n// #endregion one\n' +
      "import { taken } from './toolbox/taken.ts';\n",
  );
  for (const path of ['toolbox/taken', 'toolbox/left', 'models/further', 'models/entry']) {
    const name = path.replace(/.*\//, '');
    const text = `// #region ${name}\nexport const ${name} = 1;\n// #endregion ${name}\n`;
    writeFileSync(join(folder, `code/${path}.ts`), text);
  }
  writeFileSync(join(folder, 'open.ts'), '// #region one\nconst one = 1;\n');
  const options = { base: '/book/', root: folder, wholePage: 'whole' };
  const md = await newRenderer(folder, {
    codeTransformers: [listingLines()],
    config: (renderer) => listingPlugin(renderer, options),
  });
  render = (text) =>
    md.renderAsync(text, { path: join(folder, 'page.md'), relativePath: 'page.md' });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('a listing shows its region, names file and lines, and links to the whole', async () => {
  const html = await render('<<< @/code/recsys.ts#one');
  expect(html).toContain('data-file="code/recsys.ts" data-region="one"');
  expect(html).toContain('lines 2–4');
  expect(html).toContain('href="/book/whole#one"');
  expect(html).not.toContain('#region');
});

test('a listing can be edited where a file that an editor changes has its region', async () => {
  const edits = (html: string): boolean => html.includes('class="listing-edit"');
  expect(edits(await render('<<< @/code/recsys.ts#one'))).toBe(true);
  expect(edits(await render('<<< @/code/toolbox/taken.ts#taken'))).toBe(true);
  expect(edits(await render('<<< @/code/toolbox/taken.ts#taken{ts fixed}'))).toBe(false);
  expect(edits(await render('<<< @/code/toolbox/left.ts#left'))).toBe(false);
  expect(edits(await render('<<< @/code/models/further.ts#further'))).toBe(true);
  expect(edits(await render('<<< @/code/models/entry.ts#entry'))).toBe(false);
});

test('a listing of a nested region shows it alone', async () => {
  const html = await render('<<< @/code/recsys.ts#two');
  expect(html).toContain('data-line="4"');
  expect(html).not.toContain('data-line="2"');
});

test.for([
  {
    fault: 'a misspelt region',
    splice: '@/code/recsys.ts#oen',
    says: /page\.md.*recsys\.ts#oen.*no region "oen"/,
  },
  { fault: 'a region that is never closed', splice: '@/open.ts#one', says: /never closed/ },
  { fault: 'a file that is not there', splice: '@/gone.ts#one', says: /gone\.ts/ },
  {
    fault: 'a mark on no line',
    splice: '@/code/recsys.ts#one{ts mark=/three/}',
    says: /matches no line/,
  },
  {
    fault: 'a mark on no region',
    splice: '@/code/recsys.ts#one{ts mark=three}',
    says: /no region "three"/,
  },
])('$fault ends the build and is named with its page', async ({ splice, says }) => {
  await expect(render(`<<< ${splice}`)).rejects.toThrow(says);
});
