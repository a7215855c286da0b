// A chapter begins as a copy of the template: all its parts, in their places, under their own names.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { missingParts } from '../.vitepress/build/missingParts.ts';
import { parts } from '../.vitepress/chapters.ts';
import { copyTemplate } from '../.vitepress/chapters/_template/copy.mjs';
import { importsOf } from './support/compiler.ts';
import { root } from './support/site.ts';

const named = { slug: 'most-read', name: 'MostRead', title: 'Most read' };

/** A folder with what the copier reads: the chapters and the catalogue. */
function smallProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'template-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const part of ['.vitepress/chapters', 'code/models.ts']) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  return folder;
}

test('a copy has every part that a chapter of a model needs', () => {
  const project = smallProject();
  const written = copyTemplate(project, named);
  expect(missingParts(project, named.slug, true)).toEqual([]);
  expect(written.at(-1)).toBe('code/models.ts');
  for (const file of written) {
    const text = readFileSync(join(project, file), 'utf8');
    if (file !== 'code/models.ts') expect(text, file).not.toMatch(/Template|The template/);
    expect(text.replace(/<\/?template\b/g, ''), file).not.toMatch(/\btemplate\b/);
  }
});

test('what a copy imports is there', () => {
  const project = smallProject();
  const written = copyTemplate(project, named).filter((file) => file.endsWith('.ts'));
  const lost = written.flatMap((file) =>
    importsOf(readFileSync(join(project, file), 'utf8'))
      .filter(({ from }) => from.startsWith('.'))
      .map(({ from }) => join(dirname(file), from))
      .filter((to) => !existsSync(join(project, to)) && !existsSync(join(root, to)))
      .map((to) => `${file} imports ${to}`),
  );
  expect(written.length).toBeGreaterThan(6);
  expect(lost).toEqual([]);
});

test('the copy is the last model of the catalogue and of the book', () => {
  const project = smallProject();
  copyTemplate(project, named);
  const catalogue = readFileSync(join(project, 'code/models.ts'), 'utf8');
  expect(catalogue).toContain("import { mostRead } from './models/most-read.ts';");
  expect(catalogue).toContain("export { MostRead } from './models/most-read.ts';");
  expect(catalogue).toMatch(/ {2}mostRead,\n\];/);
  const said = (slug: string): { part: string; place: number } => {
    const file = join(project, '.vitepress/chapters', slug, 'chapter.json');
    return JSON.parse(readFileSync(file, 'utf8')) as { part: string; place: number };
  };
  // The two orders agree: it goes to the last part that has models.
  const withModels = parts.filter((part) => part.chapters.some(({ mark }) => mark));
  expect(said(named.slug).part).toBe(withModels.at(-1)?.title);

  copyTemplate(project, { slug: 'next', name: 'Next', title: 'Next' });
  expect(said('next').place).toBe(said(named.slug).place + 10);
});

test.for([
  [{ ...named, slug: 'MostRead' }, /slug must be words in small letters/],
  [{ ...named, slug: '../most' }, /slug must be words in small letters/],
  [{ ...named, name: 'mostRead' }, /name must be the name of a class/],
  [{ ...named, title: ' ' }, /title must be a text/],
  [{ ...named, slug: 'bpr' }, /bpr.* is there already/],
] as const)('%j is refused', ([given, message]) => {
  const project = smallProject();
  const before = readFileSync(join(project, 'code/models.ts'), 'utf8');
  expect(() => copyTemplate(project, given)).toThrow(message);
  expect(readFileSync(join(project, 'code/models.ts'), 'utf8')).toBe(before);
});
