// Run other programs, on every system, without a shell in between (so nothing needs quoting).
import { spawn } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the repository; every command runs there. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Runs a program to its end and gives its exit code. A signal sent to us is passed on, so that
 * nothing lives on after Ctrl-C or a kill.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, quiet?: boolean, shell?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, { env = {}, quiet = false, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: quiet ? 'ignore' : ['ignore', 'inherit', 'inherit'],
      shell,
    });
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
    child.on('exit', (code) => end(code ?? 1));
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
