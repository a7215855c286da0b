import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  bookUrl,
  dayInWords,
  daysOf,
  editLinks,
  reportLinks,
} from '../../../.vitepress/build/edition/settings.ts';

test('the address of the book ends as its base does', () => {
  expect(bookUrl(undefined, '/')).toBeUndefined();
  expect(bookUrl('', '/')).toBeUndefined();
  expect(bookUrl('https://example.org', '/')).toBe('https://example.org/');
  expect(bookUrl('https://example.org/book', '/book/')).toBe('https://example.org/book/');
  for (const wrong of ['example.org/', 'ftp://example.org/', 'https://example.org/?a']) {
    expect(() => bookUrl(wrong, '/'), wrong).toThrow(/needed an address/);
  }
  expect(() => bookUrl('https://example.org/', '/book/')).toThrow(/does not end in the base/);
});

test('a page is edited where its repository is, and nowhere if that is not known', () => {
  const file = 'docs/start.md';
  const github = 'https://github.com/a/b/edit/main/docs/start.md';
  for (const name of ['https://github.com/a/b', 'git+https://github.com/a/b.git', 'a/b']) {
    expect(editLinks(name)?.(file), name).toBe(github);
  }
  expect(editLinks('https://gitlab.com/a/b', 'next')?.(file)).toBe(
    'https://gitlab.com/a/b/-/edit/next/docs/start.md',
  );
  for (const name of [undefined, '', 'https://example.org/a/b', 'git@github.com:a/b.git']) {
    expect(editLinks(name), name).toBeUndefined();
  }
});

test('an error is reported where the repository is, with the page and the edition filled in', () => {
  const asked = (name?: string) => {
    const link = reportLinks(name)?.('An error', 'Page: /start & more\nEdition: 1');
    return link ? new URL(link) : undefined;
  };
  const github = asked('a/b');
  expect(github?.origin).toBe('https://github.com');
  expect(github?.pathname).toBe('/a/b/issues/new');
  expect(github?.searchParams.get('title')).toBe('An error');
  expect(github?.searchParams.get('body')).toBe('Page: /start & more\nEdition: 1');
  const gitlab = asked('https://gitlab.com/a/b');
  expect(gitlab?.pathname).toBe('/a/b/-/issues/new');
  expect(gitlab?.searchParams.get('issue[description]')).toContain('Edition: 1');
  expect(asked()).toBeUndefined();
  expect(asked('https://example.org/a/b')).toBeUndefined();
});

test('a day is said in the words of the book, in every month', () => {
  expect(dayInWords('2026-01-01')).toBe('1 January 2026');
  expect(dayInWords('2025-12-31')).toBe('31 December 2025');
});

let folder: string;
const repository = () => join(folder, 'repository');
const shallow = () => join(folder, 'shallow');

/** Runs git as somebody, at some time. */
function git(cwd: string, time: string, ...args: readonly string[]): void {
  const who = { NAME: 'a', EMAIL: 'a@example.org', DATE: time };
  const entries = ['AUTHOR', 'COMMITTER'].flatMap((role) =>
    Object.entries(who).map(([key, value]) => [`GIT_${role}_${key}`, value] as const),
  );
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    ...Object.fromEntries(entries),
  };
  execFileSync('git', args, { cwd, env, stdio: 'ignore' });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'book-days-'));
  mkdirSync(join(repository(), 'docs'), { recursive: true });
  const write = (name: string, text: string) =>
    writeFileSync(join(repository(), 'docs', name), text);
  write('a.md', '1');
  write('b.md', '1');
  // Early on the second in the east, still the first in the west.
  const early = '2026-03-02T01:00:00+10:00';
  git(repository(), early, 'init', '-q');
  git(repository(), early, 'add', '.');
  git(repository(), early, 'commit', '-qm', 'first');
  write('b.md', '2');
  git(repository(), '2026-04-05T12:00:00Z', 'commit', '-qam', 'second');
  git(folder, early, 'clone', '-q', '--depth=1', `file://${repository()}`, 'shallow');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a page is as old as the last change of its text, in the time zone of who made it', () => {
  const { date, dates } = daysOf(repository());
  expect(date).toBe('2026-04-05');
  expect(Object.fromEntries(dates)).toEqual({
    'docs/a.md': '2026-03-02',
    'docs/b.md': '2026-04-05',
  });
});

test('a shallow clone and a copy without history tell no day: they do not know', () => {
  expect(daysOf(shallow())).toEqual({ dates: new Map() });
  expect(daysOf(folder)).toEqual({ dates: new Map() });
  expect(daysOf(join(repository(), 'docs'))).toEqual({ dates: new Map() });
});
