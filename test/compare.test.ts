import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { differingFiles } from './support/compare.mjs';
import { root } from './support/site.ts';

const top = mkdtempSync(join(tmpdir(), 'book-compare-'));
afterAll(() => rmSync(top, { recursive: true }));

function folder(name: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(top, name, path)), { recursive: true });
    writeFileSync(join(top, name, path), text);
  }
  return join(top, name);
}

const site = { 'index.html': '<p>one', 'assets/a.js': 'let a = 1;', 'assets/b.js': '' };
const first = folder('first', site);

test('two builds with the same bytes are the same', () => {
  expect(differingFiles(first, folder('copy', site))).toEqual([]);
});

test('a file that differs, is missing or is too many is named', () => {
  const other = folder('other', {
    'index.html': '<p>one',
    'assets/a.js': 'let a = 2;',
    'assets/c.js': '',
  });
  expect(differingFiles(first, other)).toEqual([
    'assets/a.js differs from byte 8 on: "let a = 1;" and "let a = 2;"',
    'assets/b.js is missing from the second',
    'assets/c.js is in the second alone',
  ]);
});

test('the second build runs on another day, and reads folders backwards', () => {
  const script = `
    import { readdirSync } from 'node:fs';
    import { readdir } from 'node:fs/promises';
    import * as fs from 'node:fs';
    const folder = ${JSON.stringify(join(first, 'assets'))};
    const called = await new Promise((done) => fs.readdir(folder, (_, entries) => done(entries)));
    const days = [Date.now(), new Date().getTime()].map((time) => time / 864e5);
    const fixed = new Date(0).getTime();
    console.log(JSON.stringify([readdirSync(folder), await readdir(folder), called, days, fixed]));`;
  const run = (...before: string[]): unknown => {
    const args = [...before, '--input-type=module', '--eval', script];
    return JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }));
  };
  type Seen = [string[], string[], string[], [number, number], number];
  const [sync, later, called, days, fixed] = run('--import=./test/support/elsewhere.mjs') as Seen;
  expect([sync, later, called]).toEqual(Array(3).fill(['b.js', 'a.js']));
  expect((run() as Seen)[0]).toEqual(['a.js', 'b.js']);
  const today = Date.now() / 864e5;
  for (const day of days) expect(day - today).toBeCloseTo(400, 1);
  expect(fixed).toBe(0);
});
