// Runs a TypeScript file: `node scripts/run-ts.mjs bench/index.ts [arguments]`. Node takes off
// types by itself only from 22.18 on, so Vite makes one plain file first, and a fresh Node runs
// that: what is measured is neither Vite's work nor its memory.
import { basename, join, resolve } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { node, root } from './process.mjs';

const [entry, ...args] = process.argv.slice(2);
if (!entry) {
  console.error('Usage: node scripts/run-ts.mjs <file.ts> [arguments]');
  process.exit(1);
}
await ensureInstalled();
const { build } = await import('vite');
// Below node_modules, so that what the file imports from packages is found.
const name = basename(entry).replace(/\.ts$/, '');
const outDir = join(root, 'node_modules', '.cache', 'run-ts', name);
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: resolve(entry),
    outDir,
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    sourcemap: true,
    rollupOptions: { output: { entryFileNames: 'main.mjs' } },
  },
});
process.exitCode = await node(['--enable-source-maps', join(outDir, 'main.mjs'), ...args], {
  env: { NODE_ENV: 'production' },
});
