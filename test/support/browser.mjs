// Finds a Chromium for the browser tests: one that is there, else one from the system's package
// manager, else one from the npm registry. A candidate counts only when it really opens a page.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { npm, root, run, withLock } from '../../scripts/process.mjs';

/** @typedef {{ executablePath: string, env: Record<string, string> }} Found */

const env = process.env;
const system = process.platform;
const packagedVersion = '143.0.4'; // the last one for Node 20
const cache = join(root, 'node_modules', '.cache', `chromium-${packagedVersion}`);

/**
 * Safe to launch with: nothing here makes a page less secure than a reader's. The resolver rule
 * keeps the browser itself off the network.
 */
export const launchArgs = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** What the reader of the terminal named: it goes first. */
function fromEnvironment() {
  return [env['CHROME_PATH'], env['CHROMIUM_PATH']].filter((path) => path !== undefined);
}

function fromSearchPath() {
  // The shell has no window around its pages, and so a fifth less to do.
  const names = ['chromium-headless-shell', 'chromium', 'chromium-browser'];
  names.push('google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge');
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function fromUsualPlaces() {
  if (system === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const folders = ['/Applications', join(homedir(), 'Applications')];
    return folders.flatMap((folder) =>
      names.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    );
  }
  if (system === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return folders.flatMap((folder) =>
      folder ? programs.map((program) => join(folder, program)) : [],
    );
  }
  return ['/snap/bin/chromium', '/opt/google/chrome/chrome', '/usr/lib/chromium/chromium'];
}

/** Browsers that Playwright or Puppeteer downloaded for other projects, newest first. */
function fromOtherCaches() {
  const local =
    system === 'darwin'
      ? join(homedir(), 'Library', 'Caches')
      : system === 'win32'
        ? (env['LOCALAPPDATA'] ?? '')
        : (env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'));
  const caches = [
    env['PLAYWRIGHT_BROWSERS_PATH'],
    join(local, 'ms-playwright'),
    join(homedir(), '.cache', 'puppeteer'),
  ];
  const names =
    system === 'win32'
      ? ['chrome.exe', 'chrome-headless-shell.exe', 'headless_shell.exe']
      : [
          'chrome',
          'Chromium',
          'Google Chrome for Testing',
          'chrome-headless-shell',
          'headless_shell',
        ];
  return caches.flatMap((folder) =>
    folder && existsSync(folder) ? filesNamed(names, folder) : [],
  );
}

/** @param {string[]} names @param {string} folder @returns {string[]} */
function filesNamed(names, folder, depth = 6) {
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => b.name.localeCompare(a.name, 'en', { numeric: true }));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return depth > 0 ? filesNamed(names, path, depth - 1) : [];
    return names.includes(entry.name) ? [path] : [];
  });
}

/**
 * Ubuntu's `chromium-browser`, say, may be a script that only tells how to install the real one;
 * so each candidate is made to open a page.
 * @param {Found} candidate
 */
async function opensAPage({ executablePath, env: extra }) {
  const { chromium } = await import('playwright-core');
  try {
    const browser = await chromium.launch({
      executablePath,
      env: { ...process.env, ...extra },
      args: launchArgs,
      timeout: 30_000,
    });
    const page = await browser.newPage();
    const title = await page.goto('data:text/html,<title>ready</title>').then(() => page.title());
    await browser.close();
    return title === 'ready';
  } catch (error) {
    console.log(`  ${executablePath} does not start: ${String(error).split('\n')[0]}`);
    return false;
  }
}

/** @param {readonly string[]} paths @returns {Promise<Found | undefined>} */
async function firstThatWorks(paths) {
  for (const executablePath of paths.filter((path) => existsSync(path))) {
    const candidate = { executablePath, env: {} };
    if (await opensAPage(candidate)) return candidate;
  }
  return undefined;
}

/** Debian's, Fedora's or Alpine's own Chromium, where we may install it without a question. */
async function installFromSystem() {
  if (system !== 'linux') return;
  const isRoot = process.getuid?.() === 0;
  const sudo = isRoot ? [] : ['sudo', '-n'];
  if (!isRoot && (await run('sudo', ['-n', 'true'], { quiet: true })) !== 0) return;
  const managers = [
    [
      'apt-get',
      [
        ['update', '-q'],
        ['install', '-qy', '--no-install-recommends', 'chromium-headless-shell'],
      ],
    ],
    // Ubuntu, say, has no such package.
    ['apt-get', [['install', '-qy', '--no-install-recommends', 'chromium']]],
    ['dnf', [['install', '-qy', 'chromium']]],
    ['apk', [['add', '--no-cache', 'chromium']]],
  ];
  for (const [manager, steps] of /** @type {[string, string[][]][]} */ (managers)) {
    if ((await run(manager, ['--version'], { quiet: true })) !== 0) continue;
    console.log(`No browser found: installing chromium with ${manager}.`);
    if (await runAll(manager, steps, sudo)) return;
  }
}

/**
 * Whether all steps went well.
 * @param {string} manager @param {string[][]} steps @param {string[]} sudo
 */
async function runAll(manager, steps, sudo) {
  const [command = '', ...args] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive'];
  for (const step of steps) {
    if ((await run(command, [...args, manager, ...step])) !== 0) return false;
  }
  return true;
}

/**
 * The npm package that carries a Chromium for Linux on x64. It is big, and few need it, so it is
 * not among the dependencies. It was made for another kind of machine: we unpack it ourselves
 * (also the libraries it needs on a bare system), and do not use the flags that it recommends,
 * which switch web security off.
 * @returns {Promise<Found | undefined>}
 */
async function fromRegistry() {
  if (system !== 'linux' || process.arch !== 'x64') return undefined;
  const parts = join(cache, 'parts');
  const libraries = { LD_LIBRARY_PATH: join(parts, 'al2023', 'lib') };
  const found = {
    executablePath: join(parts, 'chromium'),
    env: { ...libraries, FONTCONFIG_FILE: join(parts, 'fonts.conf') },
  };
  if (existsSync(found.executablePath)) return (await opensAPage(found)) ? found : undefined;

  console.log('No browser found: installing one from the npm registry.');
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
  const code = await npm([
    ...['install', '--prefix', cache, '--ignore-scripts', '--save-exact'],
    ...['--no-audit', '--no-fund', `@sparticuz/chromium@${packagedVersion}`],
  ]);
  if (code !== 0) return undefined;

  const packed = join(cache, 'node_modules', '@sparticuz', 'chromium');
  const { inflate } = await import(pathToFileURL(join(packed, 'build', 'esm', 'lambdafs.js')).href);
  // It unpacks into the temporary folder, and takes what is there for complete. Ours is renamed
  // at the end, so that an interrupted try leaves nothing that looks complete.
  const unpacking = join(cache, 'unpacking');
  rmSync(unpacking, { recursive: true, force: true });
  mkdirSync(unpacking);
  const before = env['TMPDIR'];
  env['TMPDIR'] = unpacking;
  for (const file of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br']) {
    await inflate(join(packed, 'bin', file));
  }
  if (before === undefined) delete env['TMPDIR'];
  else env['TMPDIR'] = before;
  const folders = [join(parts, 'fonts'), '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`);
  writeFileSync(
    join(unpacking, 'fonts.conf'),
    `<fontconfig>${folders.join('')}<cachedir>${join(parts, 'fonts-cache')}</cachedir></fontconfig>\n`,
  );
  rmSync(parts, { recursive: true, force: true });
  renameSync(unpacking, parts);
  return (await opensAPage(found)) ? found : undefined;
}

/**
 * @param {{ install?: boolean }} [options] without `install` only what is there already counts
 * @returns {Promise<Found>}
 */
export async function findBrowser({ install = true } = {}) {
  for (const path of fromEnvironment()) {
    if (!existsSync(path)) console.log(`  ${path} (CHROME_PATH or CHROMIUM_PATH) is not there`);
  }
  const installed = () =>
    firstThatWorks([
      ...fromEnvironment(),
      ...fromSearchPath(),
      ...fromUsualPlaces(),
      ...fromOtherCaches(),
    ]);
  let found = await installed();
  if (!found && (install || existsSync(join(cache, 'parts')))) {
    found = await withLock('browser', async () => {
      if (existsSync(join(cache, 'parts'))) return fromRegistry();
      await installFromSystem();
      return (await installed()) ?? (await fromRegistry());
    });
  }
  if (found) return found;
  throw new Error(
    'No Chromium, Chrome or Edge found, and none could be installed. ' +
      'Install one, or set CHROME_PATH to its program.',
  );
}
