// Installs what package-lock.json asks for, when it is not there already. Runs before anything is
// installed, so it uses nothing but Node.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root, withLock } from './process.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean,
 *   os?: string[], cpu?: string[], libc?: string[] }} Locked
 */

/** @param {string} file @returns {Record<string, Locked>} */
function lockedPackages(file) {
  return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
}

/** Does a package (some are for one system only) belong on this machine? @param {Locked} locked */
function isForThisMachine({ optional, os, cpu, libc }) {
  if (!optional) return true;
  if (!os && !cpu) return false; // optional for another reason: npm decides
  const report = /** @type {any} */ (process.report?.getReport());
  const ourLibc = report?.header?.glibcVersionRuntime ? 'glibc' : 'musl';
  return (
    (os ?? [process.platform]).includes(process.platform) &&
    (cpu ?? [process.arch]).includes(process.arch) &&
    (!libc || process.platform !== 'linux' || libc.includes(ourLibc))
  );
}

/**
 * npm writes down what it installed as its very last act, in node_modules/.package-lock.json. So
 * that file tells a complete installation from a broken, an outdated or a partial one.
 * @returns {string} why an installation is needed, or nothing
 */
export function missing() {
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(join(root, record))) return 'nothing is installed yet';
  const wanted = lockedPackages('package-lock.json');
  const there = lockedPackages(record);
  for (const [path, locked] of Object.entries(wanted)) {
    if (path === '' || !isForThisMachine(locked)) continue;
    const found = there[path];
    const same = found?.version === locked.version && found?.integrity === locked.integrity;
    if (!same || !existsSync(join(root, path))) return `${path} is not as in package-lock.json`;
  }
  return '';
}

/** Node's version is checked here too: an old one fails later, and less clearly. */
function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 23) return;
  console.error(`Node 20.19, 22.12 or later is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Installs if needed; ends the process if that fails. */
export async function ensureInstalled() {
  checkNode();
  if (!missing()) return;
  await withLock('install', async () => {
    const why = missing(); // asked again: who held the lock may have installed
    if (!why) return;
    console.log(`Installing packages (${why}): about half a minute.`);
    // --include also when NODE_ENV=production or npm's settings leave them out: both the build
    // and the tests need them.
    const code = await npm([
      'ci',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
    ]);
    if (code === 0 && !missing()) return;
    console.error(code === 0 ? `npm ci left a gap: ${missing()}` : 'npm ci failed.');
    process.exit(code || 1);
  });
}
