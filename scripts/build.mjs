// Builds the book: `npm run build`, and one step of `npm start` and `npm test`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { node, root, withLock } from './process.mjs';
import { normalizeBase } from './static-server.mjs';

/** Where the book will stand: BOOK_URL=https://example.org/book/ says all, BOOK_BASE=/book/ the path alone. */
const url = process.env['BOOK_URL'] ?? '';
export const bookBase = normalizeBase(
  process.env['BOOK_BASE'] ?? (URL.canParse(url) ? new URL(url).pathname : '/'),
);

/**
 * @param {{ base?: string, outDir?: string, args?: readonly string[], env?: Record<string, string>,
 *   hear?: ((text: string) => void) | undefined }} [options]
 * @returns {Promise<number>} the exit code
 */
export function buildBook({
  base = bookBase,
  outDir = '.vitepress/dist',
  args = [],
  env = {},
  hear,
} = {}) {
  const command = ['node_modules/vitepress/bin/vitepress.js', 'build'];
  // VitePress has one temporary folder, so two builds at a time would mix.
  return withLock('build', async () => {
    const say = hear ?? ((/** @type {string} */ text) => process.stdout.write(text));
    say(`Building the book, ${expected()}.\n`);
    const start = performance.now();
    const code = await node([...command, '--base', base, '--outDir', outDir, ...args], {
      env: { ...env, NODE_ENV: 'production', BOOK_BASE: base },
      hear,
    });
    if (code === 0) remember((performance.now() - start) / 1000);
    return code;
  });
}

/** How long the last build took on this machine: the next one will hardly take longer. */
const memory = join(root, 'node_modules', '.cache', 'book', 'build.json');

function expected() {
  try {
    return `which took ${JSON.parse(readFileSync(memory, 'utf8')).seconds} s the last time`;
  } catch {
    return 'which takes about a minute the first time';
  }
}

/** @param {number} seconds */
function remember(seconds) {
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, JSON.stringify({ seconds: Math.round(seconds) }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensureInstalled();
  process.exitCode = await buildBook({ args: process.argv.slice(2) });
}
