// The book with more models: copies of the template in a copy of the project.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { copyTemplate } from '../../.vitepress/chapters/_template/copy.mjs';
import { chapters } from '../../.vitepress/chapters.ts';
import { families, marks, type MarkName } from '../../.vitepress/kit/marks.ts';
import { inWords } from '../../.vitepress/kit/inWords.ts';
import type { Site } from './site.ts';
import { root } from './site.ts';

const left = /^(?:node_modules|\.git|dist|\.vitepress[\\/](?:cache|dist|\.temp))(?:[\\/]|$)/;

/** Marks that no model has yet, the families in turn. */
function freeMarks() {
  const taken = new Set(chapters.map(({ mark }) => mark && `${mark.family} ${mark.mark}`));
  return (Object.keys(marks) as MarkName[])
    .flatMap((mark) => families.map((family) => ({ family, mark })))
    .filter(({ family, mark }) => !taken.has(`${family} ${mark}`));
}

/**
 * A project whose catalogue has so many models, the last ones copies of the template.
 * @returns its folder, and the slugs of the copies
 */
export function projectOf(count: number): { folder: string; slugs: string[] } {
  const folder = join(mkdtempSync(join(tmpdir(), 'copies-')), 'book');
  cpSync(root, folder, {
    recursive: true,
    filter: (file) => !left.test(relative(root, file)),
  });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const models = chapters.filter(({ mark }) => mark).length;
  const free = freeMarks();
  const slugs = Array.from({ length: count - models }, (_, n) => {
    const word = inWords(n + 1);
    const slug = `copy-${word}`;
    const name = `Copy${word.replace(/(?:^|-)(\w)/g, (_found, letter: string) => letter.toUpperCase())}`;
    copyTemplate(folder, { slug, name, title: `Copy number ${word}` });
    const look = join(folder, '.vitepress/chapters', slug, 'mark.json');
    writeFileSync(look, JSON.stringify(free[n]));
    return slug;
  });
  return { folder, slugs };
}

/** Builds a project; keeps nothing of it, so that the book's own build finds what it kept. */
export function buildProject(folder: string): Site {
  const dir = join(folder, `.vitepress${sep}dist`);
  const program = join(root, 'node_modules/vitepress/bin/vitepress.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'build'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', BOOK_FRESH: '1', BOOK_BASE: '/' },
  });
  if (status !== 0) throw new Error(`the build ended with ${status}:\n${stdout}\n${stderr}`);
  return { base: '/', dir };
}

export const readIn = (site: Site, file: string): string =>
  readFileSync(join(site.dir, file), 'utf8');
