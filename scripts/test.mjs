// `npm test`: install what is missing, then check everything. Every step runs, whatever failed
// before it; the last line sums up.
//   npm test                             everything
//   npm run test:unit -- models/bpr      one kind of test; the rest goes to Vitest as it is
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildBook } from './build.mjs';
import { findBrowser } from './browser.mjs';
import { differingFiles } from './compare.mjs';
import { ensureInstalled } from './install.mjs';
import { node, root } from './process.mjs';

/** @typedef {import('./tally-reporter.mjs').Tally} Tally */

const cache = join(root, 'node_modules', '.cache', 'test');

/** A step that either holds or does not. @param {string} name @param {Promise<number>} code */
async function verdict(name, code) {
  /** @type {Tally} */
  const tally = { passed: 0, failed: [], skipped: [] };
  const result = await code;
  if (result === 0) tally.passed = 1;
  else tally.failed.push(`${name} (exit code ${result})`);
  return tally;
}

/** One project of vitest.config.ts. @param {string} project @param {Record<string, string>} [env] */
async function tests(project, env = {}) {
  const file = join(cache, `${project}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=./scripts/tally-reporter.mjs'];
  const code = await node(
    ['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...reporters, ...forVitest],
    // Said outright: NODE_ENV=production in the surroundings would test another Vue.
    { env: { ...env, NODE_ENV: 'test', TALLY_FILE: file } },
  );
  /** @type {Tally} */
  const tally = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { passed: 0, failed: [`${project} tests ended without a result`], skipped: [] };
  const count = tally.passed + tally.failed.length + tally.skipped.length;
  if (count === 0) tally.failed.push(`there is not one test in "${project}"`);
  if (code !== 0 && tally.failed.length === 0) tally.failed.push(`${project} (exit code ${code})`);
  return tally;
}

/** Builds the site that the book and browser tests look at. @param {'root' | 'book'} site */
function build(site) {
  const outDir = `.vitepress/cache/site/${site}`;
  rmSync(join(root, outDir), { recursive: true, force: true }); // never test an old one
  const base = site === 'book' ? '/book/' : '/';
  // One of the two knows nothing of where it will stand. The other one does, and tells of every
  // mismatch of hydration.
  const known = {
    BOOK_URL: 'https://example.org/book/',
    BOOK_REPOSITORY: 'https://github.com/example/book',
    BOOK_BRANCH: 'main',
  };
  const unknown = { BOOK_URL: '', BOOK_REPOSITORY: '', BOOK_BRANCH: '' };
  const env = site === 'book' ? { ...known, BOOK_TELL_MISMATCHES: '1' } : unknown;
  return verdict(`build for ${base}`, buildBook({ base, outDir, env }));
}

/**
 * Builds the book of the first step once more, into another folder, on what looks like another
 * machine on another day. It must come out the same, byte for byte.
 */
async function buildTwice() {
  const [first, again] = ['root', 'again'].map((site) => `.vitepress/cache/site/${site}`);
  rmSync(join(root, again), { recursive: true, force: true });
  const env = {
    NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import=./scripts/elsewhere.mjs`.trim(),
    TZ: 'Pacific/Kiritimati',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
    BOOK_URL: '',
    BOOK_REPOSITORY: '',
    BOOK_BRANCH: '',
    BOOK_FRESH: '1', // nothing kept from the first build: its long runs are repeated as well
  };
  const tally = await verdict('build twice', buildBook({ base: '/', outDir: again, env }));
  if (tally.failed.length > 0) return tally;
  const differing = differingFiles(join(root, first), join(root, again));
  if (differing.length === 0) return tally;
  return { ...tally, passed: 0, failed: differing.map((line) => `build twice: ${line}`) };
}

async function browserTests() {
  const browser = await findBrowser();
  console.log(`Browser: ${browser.executablePath}`);
  return tests('browser', { BOOK_BROWSER: JSON.stringify(browser) });
}

/** Everything; then code/ once more, where neither the DOM nor Node exists. */
async function checkTypes() {
  const all = await node([bin.vueTsc, '--noEmit']);
  const code = await node([bin.tsc, '--noEmit', '-p', 'code']);
  return all || code;
}

const bin = {
  eslint: 'node_modules/eslint/bin/eslint.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  tsc: 'node_modules/typescript/bin/tsc',
  vueTsc: 'node_modules/vue-tsc/bin/vue-tsc.js',
};

/** @type {Record<string, () => Promise<Tally>>} */
const steps = {
  types: () => verdict('types', checkTypes()),
  lint: () => verdict('lint', node([bin.eslint, '--max-warnings=0', '.'])),
  format: () => verdict('format', node([bin.prettier, '--check', '--log-level=warn', '.'])),
  unit: () => tests('unit'),
  'build /': () => build('root'),
  'build /book/': () => build('book'),
  'build twice': buildTwice,
  book: () => tests('book'),
  browser: browserTests,
};
const builds = ['build /', 'build /book/'];
const needs = /** @type {Record<string, string[]>} */ ({
  book: builds,
  browser: builds,
  'build twice': ['build /'],
});

const asked = process.argv.slice(2);
const named = asked.filter((argument) => argument in steps);
const forVitest = asked.filter((argument) => !(argument in steps));
const wanted = new Set(named.length ? named.flatMap((name) => [...(needs[name] ?? []), name]) : []);
const chosen = Object.keys(steps).filter((name) => wanted.size === 0 || wanted.has(name));

await ensureInstalled();

/** @type {Tally} */
const sum = { passed: 0, failed: [], skipped: [] };
/** @type {string[]} */
const lines = [];
/** @type {Set<string>} */
const broken = new Set();

for (const name of chosen) {
  console.log(`\n=== ${name} ===`);
  const start = performance.now();
  const missing = (needs[name] ?? []).filter((needed) => broken.has(needed));
  /** @type {Tally} */
  let tally = { passed: 0, failed: [], skipped: [] };
  if (missing.length > 0) tally.failed.push(`${name}: not run, because "${missing[0]}" failed`);
  else {
    try {
      tally = await /** @type {() => Promise<Tally>} */ (steps[name])();
    } catch (error) {
      tally.failed.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (tally.failed.length > 0) broken.add(name);
  sum.passed += tally.passed;
  sum.failed.push(...tally.failed);
  sum.skipped.push(...tally.skipped);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const state = tally.failed.length > 0 ? 'FAILED' : 'ok';
  lines.push(`${state.padEnd(7)}${name.padEnd(14)}${seconds.padStart(7)} s`);
  console.log(`=== ${name}: ${state}, ${seconds} s ===`);
}

console.log(`\n${lines.join('\n')}`);
if (sum.skipped.length > 0) console.log('\nSKIPPED:');
for (const { name, reason } of sum.skipped) console.log(`  ${name}\n    because: ${reason}`);
if (sum.failed.length > 0) console.log('\nFAILED:');
for (const name of sum.failed) console.log(`  ${name}`);
if (sum.passed === 0) process.exitCode = 1;
if (sum.failed.length > 0) process.exitCode = 1;
console.log(`\n${sum.passed} passed, ${sum.failed.length} failed, ${sum.skipped.length} skipped`);
