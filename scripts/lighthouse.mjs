// `npm run lighthouse`: builds the book and has Lighthouse judge every page, as on a phone.
//   npm run lighthouse -- models/bpr start      these pages alone
// Its speed is simulated from what the page does, but a busy machine still spoils it; so this is a
// command of its own, and no part of `npm test`.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBrowser, launchArgs } from '../test/support/browser.mjs';
import { buildBook } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { npm, root, withLock } from './process.mjs';
import { createStaticServer, listen } from './static-server.mjs';

const version = '12.8.2'; // the last one for Node 20
const cache = join(root, 'node_modules', '.cache', `lighthouse-${version}`);

/** What a page must reach, out of a hundred. */
const floors = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 };
/** The whole source on one page: thousands of elements, and worth it. */
const heavy = { ...floors, performance: 95 };

/** @typedef {Record<string, number>} Scores */

/** Large, and wanted by few: not among the dependencies. */
async function loadLighthouse() {
  const entry = join(cache, 'node_modules', 'lighthouse', 'core', 'index.js');
  await withLock('lighthouse', async () => {
    if (existsSync(entry)) return;
    console.log(`Installing lighthouse ${version} from the npm registry.`);
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
    const code = await npm([
      ...['install', '--prefix', cache, '--ignore-scripts', '--save-exact'],
      ...['--no-audit', '--no-fund', `lighthouse@${version}`],
    ]);
    if (code !== 0) throw new Error(`lighthouse could not be installed (exit code ${code})`);
  });
  return (await import(pathToFileURL(entry).href)).default;
}

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

await ensureInstalled();
const asked = process.argv.slice(2);
const code = await buildBook();
if (code !== 0) process.exit(code);

const dir = join(root, '.vitepress', 'dist');
const notPages = new Set(['404', 'isolated', 'print']);
const all = readdirSync(dir, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replaceAll('\\', '/').replace(/\.html$/, ''))
  .filter((page) => !notPages.has(page))
  .sort();
const pages = asked.length > 0 ? asked : all;
const unknown = pages.filter((page) => !all.includes(page));
if (unknown.length > 0) {
  console.error(`There is no page ${unknown.join(', ')}. The pages are ${all.join(', ')}.`);
  process.exit(1);
}

const lighthouse = await loadLighthouse();
const { chromium } = await import('playwright-core');
const { executablePath, env } = await findBrowser();
const server = createStaticServer({ dir, gzip: true });
const port = await listen(server, 0);

/** A browser of its own for each run, so that nothing of the last page is left. @param {string} page */
async function judge(page) {
  // Any free port would do, but the browser does not tell which one it took.
  const debugging = port + 1;
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: [...launchArgs, `--remote-debugging-port=${debugging}`],
  });
  try {
    const url = `http://127.0.0.1:${port}/${page === 'index' ? '' : page}`;
    const { lhr } = await lighthouse(url, { port: debugging, logLevel: 'error' });
    const scores = Object.entries(lhr.categories).map(
      ([name, { score }]) => /** @type {const} */ ([name, Math.round((score ?? 0) * 100)]),
    );
    /** @param {string} name @returns {string} */
    const say = (name) => lhr.audits[name].displayValue ?? '';
    return {
      scores: /** @type {Scores} */ (Object.fromEntries(scores)),
      // How fast the machine is decides the blocking time: a score is worth little without the index.
      says: `LCP ${say('largest-contentful-paint')}, TBT ${say('total-blocking-time')}, CLS ${say('cumulative-layout-shift')}, machine ${Math.round(lhr.environment.benchmarkIndex)}`,
    };
  } finally {
    await browser.close();
  }
}

/** @type {string[]} */
const low = [];
for (const page of pages) {
  const wanted = page === 'full-implementation' ? heavy : floors;
  const runs = [await judge(page)];
  // One bad run may be the machine's: then the middle of three decides.
  while (runs.length < 3 && (runs[0]?.scores['performance'] ?? 0) < wanted.performance) {
    runs.push(await judge(page));
  }
  const scores = Object.keys(wanted).map((name) => {
    const value = median(runs.map((run) => run.scores[name] ?? 0));
    const floor = wanted[/** @type {keyof typeof wanted} */ (name)];
    if (value < floor) low.push(`${page}: ${name} ${value}, needed ${floor}`);
    return value;
  });
  console.log(`${page.padEnd(22)} ${scores.join(' / ').padEnd(22)} ${runs.at(-1)?.says}`);
}
server.close();
server.closeAllConnections();

console.log(low.length === 0 ? `\nAll ${pages.length} pages hold.` : `\n${low.join('\n')}`);
if (low.length > 0) process.exitCode = 1;
