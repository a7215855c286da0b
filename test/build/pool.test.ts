// The threads that compute the results of a build.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Pool } from '../../.vitepress/build/results/pool.ts';
import { root } from '../support/site.ts';

const folder = join(root, 'node_modules/.cache/test/pool');
const program = join(folder, 'thread.mjs');
let pool: Pool;

beforeEach(() => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    program,
    `import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ file }) => parentPort.postMessage({ json: file }));\n`,
  );
  pool = new Pool(program, {}, 1);
});
afterEach(() => pool.close());

test('the most urgent begins first, also what is asked for while others wait', async () => {
  const begun: string[] = [];
  const run = (file: string, urgency: number): Promise<string> =>
    pool.run({ file, given: [] }, urgency, () => begun.push(file));
  const late = run('long', 3).then(() => run('middle', 2));
  expect(await Promise.all([run('none', 0), run('short', 1), late])).toEqual([
    'none',
    'short',
    'middle',
  ]);
  expect(begun).toEqual(['long', 'middle', 'short', 'none']);
});
