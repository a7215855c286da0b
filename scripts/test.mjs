// `npm test`: install what is missing, then check everything that can be checked in minutes.
// `npm run test:full`: the same at its full numbers. Every step runs, whatever failed before it; the last line sums up.
//   npm run test:unit -- chapters/bpr     one kind of test; the rest goes to Vitest as it is
//   npm run test:full -- --shard 1/4      a quarter of it
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { buildBook } from './build.mjs';
import { findBrowser } from '../test/support/browser.mjs';
import { differingFiles } from '../test/support/compare.mjs';
import { ensureInstalled } from './install.mjs';
import { node, root } from './process.mjs';

/** @typedef {import('../test/support/tally-reporter.mjs').Tally} Tally */
/** @typedef {(text: string) => void} Hear */
/**
 * @typedef {object} Step
 * @property {(hear?: Hear) => Promise<Tally>} run with `hear` it prints nothing itself
 * @property {string[]} [needs] steps that must have succeeded
 * @property {boolean} [alone] it uses every processor
 * @property {boolean} [inParts] each shard runs a part of it; others are run by one shard
 */

const asked = process.argv.slice(2);
const isFull = asked.includes('--full');
const shard = asked[asked.indexOf('--shard') + 1 || asked.length]?.match(/^(\d+)\/(\d+)$/);
if (asked.includes('--shard') && !shard) {
  console.error('--shard must be given as 1/4, say.');
  process.exit(1);
}
const [part, parts] = shard ? [Number(shard[1]), Number(shard[2])] : [1, 1];

const cache = join(root, 'node_modules', '.cache', 'test');
const bin = {
  eslint: 'node_modules/eslint/bin/eslint.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
  vueTsc: 'node_modules/vue-tsc/bin/vue-tsc.js',
};

/** What was found before about files that have not changed. The full run looks at all of them again. @param {string} name */
const found = (name) =>
  isFull
    ? []
    : ['--cache', '--cache-strategy=content', `--cache-location=node_modules/.cache/${name}/`];
/** @param {string} name */
const typesFound = (name) =>
  isFull ? [] : ['--incremental', '--tsBuildInfoFile', `node_modules/.cache/types/${name}.json`];

/** A step that either holds or does not. @param {string} name @param {Promise<number>} code */
async function verdict(name, code) {
  /** @type {Tally} */
  const tally = { passed: 0, failed: [], skipped: [] };
  const result = await code;
  if (result === 0) tally.passed = 1;
  else tally.failed.push(`${name} (exit code ${result})`);
  return tally;
}

/** The projects of vitest.config.ts whose name begins so. @param {string} project @param {Hear} [hear] @param {Record<string, string>} [env] */
async function tests(project, hear, env = {}) {
  const file = join(cache, `${project}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=./test/support/tally-reporter.mjs'];
  const some = shard ? [`--shard=${part}/${parts}`] : [];
  const code = await node(
    [bin.vitest, 'run', '--project', `${project}*`, ...reporters, ...some, ...forVitest],
    {
      // Said outright: NODE_ENV=production in the surroundings would test another Vue.
      env: { ...env, NODE_ENV: 'test', BOOK_TIER: isFull ? 'full' : '', TALLY_FILE: file },
      hear,
    },
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

/** Builds the site that the book and browser tests look at. @param {'root' | 'book'} site @param {Hear} [hear] */
function build(site, hear) {
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
  return verdict(`build for ${base}`, buildBook({ base, outDir, env, hear }));
}

/**
 * Builds the book of the first step once more, into another folder, on what looks like another
 * machine on another day. It must come out the same, byte for byte.
 * @param {Hear} [hear]
 */
async function buildTwice(hear) {
  const [first, again] = ['root', 'again'].map((site) => `.vitepress/cache/site/${site}`);
  rmSync(join(root, again), { recursive: true, force: true });
  const env = {
    NODE_OPTIONS:
      `${process.env['NODE_OPTIONS'] ?? ''} --import=./test/support/elsewhere.mjs`.trim(),
    TZ: 'Pacific/Kiritimati',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
    BOOK_URL: '',
    BOOK_REPOSITORY: '',
    BOOK_BRANCH: '',
    BOOK_FRESH: '1', // nothing kept from the first build: its long runs are repeated as well
  };
  const tally = await verdict('build twice', buildBook({ base: '/', outDir: again, env, hear }));
  if (tally.failed.length > 0) return tally;
  const differing = differingFiles(join(root, first), join(root, again));
  if (differing.length === 0) return tally;
  return { ...tally, passed: 0, failed: differing.map((line) => `build twice: ${line}`) };
}

/** @param {Hear} [hear] */
async function browserTests(hear) {
  const browser = await findBrowser();
  console.log(`Browser: ${browser.executablePath}`);
  return tests('browser', hear, { BOOK_BROWSER: JSON.stringify(browser) });
}

const sites = isFull ? ['build /', 'build /book/'] : ['build /book/'];

// The long ones first: what is short fills the gaps that they leave.
/** @type {Record<string, Step>} */
const all = {
  'build /': { run: (hear) => build('root', hear) },
  'build /book/': { run: (hear) => build('book', hear), needs: isFull ? ['build /'] : [] },
  types: {
    run: (hear) => verdict('types', node([bin.vueTsc, '--noEmit', ...typesFound('all')], { hear })),
  },
  lint: {
    run: (hear) =>
      verdict('lint', node([bin.eslint, '--max-warnings=0', ...found('lint'), '.'], { hear })),
  },
  format: {
    run: (hear) => {
      const files = ['.', '!package-lock.json', '!test/fixtures']; // not written by hand
      const options = ['--check', '--log-level=warn', ...found('format')];
      return verdict('format', node([bin.prettier, ...options, ...files], { hear }));
    },
  },
  // code/ once more, where neither the DOM nor Node exists.
  'types of code': {
    run: (hear) => verdict('types of code', node([bin.tsc, '--noEmit', '-p', 'code'], { hear })),
  },
  unit: { run: (hear) => tests('unit', hear), alone: true, inParts: true },
  'build twice': { run: buildTwice, needs: ['build /'] },
  book: { run: (hear) => tests('book', hear), needs: sites, alone: true },
  browser: { run: browserTests, needs: sites, alone: true, inParts: true },
};
const onlyFull = ['build /', 'build twice'];
const named = asked.filter((argument) => argument in all);
const forVitest = asked.filter(
  (argument) => !(argument in all) && !['--full', '--shard', shard?.[0]].includes(argument),
);

/** The steps of this run, with all that they need, in order. @returns {string[]} */
function chosen() {
  const inTier = Object.keys(all).filter((name) => isFull || !onlyFull.includes(name));
  // A step that can't be parted is one shard's: the steps are dealt in turn.
  const whole = inTier.filter((name) => !all[name]?.inParts && !sites.includes(name));
  const ours = inTier.filter(
    (name) => all[name]?.inParts || whole.indexOf(name) % parts === part - 1,
  );
  const first = named.length > 0 ? named : parts > 1 ? ours : inTier;
  const wanted = new Set(first);
  for (const name of wanted) for (const needed of all[name]?.needs ?? []) wanted.add(needed);
  return Object.keys(all).filter((name) => wanted.has(name));
}

await ensureInstalled();

/** @type {Tally} */
const sum = { passed: 0, failed: [], skipped: [] };
/** @type {string[]} */
const lines = [];
/** @type {Map<string, boolean>} whether a step that is over has succeeded */
const over = new Map();
const steps = chosen();
const begun = performance.now();
/** @param {number} since */
const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1);

/** @param {string} name @param {boolean} isAlone */
async function perform(name, isAlone) {
  const { run, needs = [] } = /** @type {Step} */ (all[name]);
  const start = performance.now();
  if (isAlone) console.log(`\n=== ${name} ===`);
  /** @type {string[]} */
  const said = [];
  const missing = needs.find((needed) => over.get(needed) === false);
  /** @type {Tally} */
  let tally = { passed: 0, failed: [], skipped: [] };
  if (missing) tally.failed.push(`${name}: not run, because "${missing}" failed`);
  else {
    try {
      tally = await run(isAlone ? undefined : (text) => said.push(text));
    } catch (error) {
      tally.failed.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  over.set(name, tally.failed.length === 0);
  sum.passed += tally.passed;
  sum.failed.push(...tally.failed);
  sum.skipped.push(...tally.skipped);
  const state = tally.failed.length > 0 ? 'FAILED' : 'ok';
  lines.push(`${state.padEnd(7)}${name.padEnd(14)}${seconds(start).padStart(7)} s`);
  if (!isAlone) console.log(`\n=== ${name} ===\n${said.join('').trim()}`);
  console.log(`=== ${name}: ${state}, ${seconds(start)} s ===`);
}

/** Runs the steps, side by side where they leave room for each other. */
async function performAll() {
  const waiting = [...steps];
  /** @type {Map<string, Promise<void>>} */
  const running = new Map();
  const slots = availableParallelism();
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.find((name) => {
      const { alone, needs = [] } = /** @type {Step} */ (all[name]);
      const isReady = needs.every((needed) => over.has(needed));
      return isReady && (alone ? running.size === 0 : running.size < slots);
    });
    // Whoever needs all processors waits until those before it are over, and is not overtaken.
    const isTurn =
      next && waiting.slice(0, waiting.indexOf(next)).every((name) => !all[name]?.alone);
    if (next && isTurn) {
      waiting.splice(waiting.indexOf(next), 1);
      const isAlone = Boolean(all[next]?.alone) || slots === 1;
      const step = perform(next, isAlone).then(() => void running.delete(next));
      running.set(next, step);
      if (isAlone) await step;
    } else await Promise.race(running.values());
  }
}
await performAll();

console.log(`\n${lines.join('\n')}\n       together    ${seconds(begun).padStart(10)} s`);
if (sum.skipped.length > 0) console.log('\nSKIPPED:');
for (const { name, reason } of sum.skipped) console.log(`  ${name}\n    because: ${reason}`);
if (sum.failed.length > 0) console.log('\nFAILED:');
for (const name of sum.failed) console.log(`  ${name}`);
if (sum.passed === 0) process.exitCode = 1;
if (sum.failed.length > 0) process.exitCode = 1;
console.log(`\n${sum.passed} passed, ${sum.failed.length} failed, ${sum.skipped.length} skipped`);
