// What the worker loads needs no page: a job that leads to the frame of the book ends at `window`.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, sites } from '../support/site.ts';

const filesIn = (folder: string, wanted: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
    wanted.test(name),
  );

/** The sources that the worker runs: its own, and each job. */
const sources = [
  'model.worker.ts',
  ...filesIn('.vitepress/run/jobs', /\.ts$/),
  ...filesIn('.vitepress/chapters', /^[a-z][\w-]*[\\/][\w.-]+\.job\.ts$/),
].map((file) => basename(file, '.ts'));

describe.for(sites)('in the book built for $base', (site) => {
  const folder = join(site.dir, 'assets/chunks');
  const chunks = readdirSync(folder).filter((name) => name.endsWith('.js'));

  /** A chunk and all that it imports before it runs. */
  function loadedWith(chunk: string): string[] {
    const found = new Set([chunk]);
    for (const one of found) {
      const code = readFileSync(join(folder, one), 'utf8');
      for (const [, next] of code.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g))
        found.add(next);
    }
    return Array.from(found);
  }

  test('there are jobs', () => {
    expect(sources.length).toBeGreaterThan(5);
  });

  test.for(sources)('%s runs without the frame', (source) => {
    const own = chunks.filter((name) => name.startsWith(`${source}.`));
    expect(own.length).toBeGreaterThan(0);
    for (const chunk of own) {
      expect(loadedWith(chunk).filter((name) => /^(?:framework|theme)\./.test(name))).toEqual([]);
    }
  });
});
