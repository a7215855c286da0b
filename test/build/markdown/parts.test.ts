// Parts of a page by their names: where they are found, and how they come.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  arrivalOf,
  importsOf,
  partFile,
  partsPlugin,
} from '../../../.vitepress/build/markdown/parts.ts';
import { newRenderer } from '../../support/renderer.ts';
import { root } from '../../support/site.ts';

test('a part is looked for in the chapter of the page, then where all may use it', () => {
  const als = 'models/implicit-als.md';
  expect(partFile(root, als, 'HalfSteps')).toBe('.vitepress/chapters/implicit-als/HalfSteps.vue');
  expect(partFile(root, als, 'Measured')).toBe('.vitepress/kit/Measured.vue');
  expect(partFile(root, als, 'Exercise')).toBe('.vitepress/reader/learning/Exercise.vue');
});

test('a part that is nowhere is told with its page, and with what the chapter has', () => {
  const wrong = () => partFile(root, 'models/bpr.md', 'HalfSteps');
  expect(wrong).toThrow(/^docs\/models\/bpr\.md: <HalfSteps> is nowhere/);
  expect(wrong).toThrow('TripleFigure.vue');
  expect(() => partFile(root, 'glossary.md', 'HalfSteps')).toThrow('has no parts');
});

test('a part says how it arrives', () => {
  expect(arrivalOf('<script>\n')).toBe('when visible');
  expect(arrivalOf('<!-- arrives: as printed -->\n<script>\n')).toBe('as printed');
  expect(() => arrivalOf('<!-- arrives: some day -->\n')).toThrow('some day');
});

test('the script of a page imports what the page names', () => {
  const lines = importsOf(root, 'data.md', ['DatasetDemo', 'LogRows', 'Said']).split('\n');
  expect(lines).toEqual([
    "import { hydrateWhenVisible, keepPrinted } from '../.vitepress/kit/hydrate.ts';",
    "const DatasetDemo = hydrateWhenVisible(() => import('../.vitepress/chapters/data/DatasetDemo.vue'));",
    "const LogRows = keepPrinted(() => import('../.vitepress/chapters/data/LogRows.vue'));",
    "import Said from '../.vitepress/kit/Said.vue';",
  ]);
});

const md = await newRenderer(join(root, 'docs'), {
  config: (renderer) => partsPlugin(renderer, root),
});

interface PageEnv {
  readonly relativePath: string;
  readonly sfcBlocks?: { readonly scriptSetup: { readonly content: string } | null };
}

/** The script that the page of BPR gets for this text. */
function scriptFor(source: string): string {
  const env: PageEnv = { relativePath: 'models/bpr.md' };
  md.render(source, env);
  return env.sfcBlocks?.scriptSetup?.content ?? '';
}

test('tags count where they are tags: not in code, not in comments', () => {
  expect(scriptFor('Some <Measured of="bpr.recall" /> here.\n\n<StepFigure />\n')).toContain(
    "const StepFigure = hydrateWhenVisible(() => import('../../.vitepress/chapters/bpr/StepFigure.vue'));",
  );
  const inCode = '`<Nowhere />` and <!-- <Nowhere /> -->\n\n```html\n<Nowhere />\n```\n';
  expect(scriptFor(inCode)).toBe('');
  expect(() => scriptFor('<Nowhere />\n')).toThrow('docs/models/bpr.md: <Nowhere> is nowhere');
  expect(() => scriptFor('<script setup>\nlet a;\n</script>\n')).toThrow('has a script');
});

test('no name stands for two parts that pages share', () => {
  const names = ['kit', 'reader', 'reader/learning', 'reader/demo'].flatMap((folder) =>
    readdirSync(join(root, '.vitepress', folder)).filter((name) => name.endsWith('.vue')),
  );
  expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
});
