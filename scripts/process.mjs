// Run other programs, on every system, without a shell in between (so nothing needs quoting).
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The top folder of the repository; every command runs there. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Runs a program to its end and gives its exit code. A signal sent to us is passed on, so that
 * nothing lives on after Ctrl-C or a kill. With `hear` it prints nothing: what it says is handed over.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, quiet?: boolean, shell?: boolean,
 *   hear?: ((text: string) => void) | undefined }} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, { env = {}, quiet = false, shell = false, hear } = {}) {
  return new Promise((resolve) => {
    const output = hear ? 'pipe' : 'inherit';
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: quiet ? 'ignore' : ['ignore', output, output],
      shell,
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => hear?.(text));
    }
    const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
    /** @type {(signal: NodeJS.Signals) => void} */
    const pass = (signal) => {
      child.kill(signal);
      process.exit(codes[/** @type {keyof typeof codes} */ (signal)]);
    };
    for (const signal of Object.keys(codes)) process.on(signal, pass);
    /** @param {number} code */
    const end = (code) => {
      for (const signal of Object.keys(codes)) process.off(signal, pass);
      resolve(code);
    };
    child.on('error', (error) => {
      if (!quiet) console.error(`${command}: ${error.message}`);
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

/**
 * Runs a JavaScript file with this very Node.
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function node(args, options) {
  return run(process.execPath, args, options);
}

/**
 * Runs npm. Under `npm start` and `npm test` npm says where its own script is; that also avoids
 * npm.cmd, which Windows can start only through a shell.
 * @param {readonly string[]} args
 */
export function npm(args) {
  const cli = process.env['npm_execpath'] ?? '';
  if (basename(cli) === 'npm-cli.js') return node([cli, ...args]);
  const windows = process.platform === 'win32';
  return run(windows ? 'npm.cmd' : 'npm', args, { shell: windows });
}

// `npm start` and `npm test` may run side by side. What both of them write (node_modules, and the
// one temporary folder of VitePress) is written by one of them at a time.

// Who holds a lock touches its file every second. One left behind by a killed process grows old.
// (A process id would not do: in containers the same few ids come again and again.)
const touchEvery = 1_000;
const tooOld = 10_000;

/** @param {string} file */
function ageOf(file) {
  return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}

/**
 * Does `work` while no other process of this folder does work of the same name.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(name, work) {
  const folder = join(root, '.vitepress', 'cache');
  const file = join(folder, `${name}.lock`);
  mkdirSync(folder, { recursive: true });
  for (let told = false; ; told = true) {
    try {
      writeFileSync(file, '', { flag: 'wx' }); // fails if it is there
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    if (!told) console.log(`Waiting: another process is busy with "${name}".`);
    if (ageOf(file) > tooOld) rmSync(file, { force: true });
    else await sleep(300);
  }
  const touching = setInterval(() => {
    if (statSync(file, { throwIfNoEntry: false })) utimesSync(file, new Date(), new Date());
  }, touchEvery);
  const release = () => rmSync(file, { force: true });
  process.on('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(touching);
    process.off('exit', release);
    release();
  }
}
