import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { noTimeLimit } from '../../../.vitepress/build/markdown/noTimeLimit.ts';
import { codeThemes } from '../../../.vitepress/build/markdown/syntax.ts';
import { newRenderer } from '../../support/renderer.ts';
import { root } from '../../support/site.ts';

const source = readFileSync(join(root, 'docs/snippets/own-model.ts'), 'utf8');

/** Shiki's own limit, put back where a test asks for it. */
let limit: number | undefined;
let coloured: () => Promise<string>;

beforeAll(async () => {
  const limited = {
    preprocess(_code: string, options: { tokenizeTimeLimit?: number }): void {
      if (limit !== undefined) options.tokenizeTimeLimit = limit;
    },
  };
  const codeTransformers = [noTimeLimit(), limited];
  const md = await newRenderer(root, { theme: codeThemes, codeTransformers });
  const page = { path: join(root, 'page.md'), relativePath: 'page.md' };
  coloured = () => md.renderAsync(`\`\`\`ts\n${source}\`\`\`\n`, page);
});

afterEach(() => {
  limit = undefined;
  vi.restoreAllMocks();
});

/** On such a clock a second passes between any two looks at it. */
function slowClock(): void {
  let now = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => (now += 1000));
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1000));
}

test('a listing has the same colours on a machine that is slow beyond measure', async () => {
  const quick = await coloured();
  expect(quick).toContain('--shiki-light');
  slowClock();
  expect(await coloured()).toBe(quick);
});

test('with a limit that clock changes the colours, so the test above can tell', async () => {
  const quick = await coloured();
  slowClock();
  limit = 500;
  expect(await coloured()).not.toBe(quick);
});

test('the book is built without a limit', async () => {
  const { default: config } = await import('../../../.vitepress/config.ts');
  const names = config.markdown?.codeTransformers?.map(({ name }) => name);
  expect(names).toContain('no-time-limit');
});
