// The package as npm would publish it, and programs that have it installed.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { root } from './site.ts';

/** Runs npm, and gives what it prints. Under `npm test` npm says where its own script is. */
function npm(args: readonly string[], cwd: string): string {
  const cli = process.env['npm_execpath'] ?? '';
  const [command, before] =
    basename(cli) === 'npm-cli.js' ? [process.execPath, [cli]] : ['npm', []];
  const env = { ...process.env, npm_config_loglevel: 'error' };
  return execFileSync(command, [...before, ...args], { cwd, env, encoding: 'utf8' });
}

export interface Packed {
  readonly folder: string;
  readonly tarball: string;
  /** Paths within the package. */
  readonly files: readonly string[];
  /** Bytes of the tarball, and of what is in it. */
  readonly size: number;
  readonly unpackedSize: number;
}

/** `npm pack` into a folder of its own. */
export function pack(): Packed {
  const folder = mkdtempSync(join(tmpdir(), 'recsys-book-'));
  // The compiler may speak before npm does.
  const said = npm(['pack', '--json', '--pack-destination', folder], root);
  const [told] = JSON.parse(said.slice(said.indexOf('[\n'))) as {
    filename: string;
    size: number;
    unpackedSize: number;
    files: { path: string }[];
  }[];
  const { filename, size, unpackedSize, files } = told;
  const tarball = join(folder, filename);
  return { folder, tarball, size, unpackedSize, files: files.map(({ path }) => path).sort() };
}

export const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** What a package needs, and what that needs: all from this project's own node_modules. */
function withNeeds(names: readonly string[], found: Record<string, string> = {}) {
  for (const name of names) {
    if (name in found) continue;
    const folder = join(root, 'node_modules', name);
    found[name] = `file:${folder}`;
    const { dependencies = {} } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    ) as { dependencies?: Record<string, string> };
    withNeeds(Object.keys(dependencies), found);
  }
  return found;
}

/** A program in a folder of its own that has installed the tarball, without a network. */
export function consumerOf({ folder, tarball }: Packed, name: string, beside: readonly string[]) {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const home = join(folder, name);
  mkdirSync(home);
  const needs = withNeeds([...Object.keys(dependencies), ...beside]);
  const manifest = {
    name,
    private: true,
    type: 'module',
    dependencies: { 'recsys-book': `file:${tarball}`, ...needs },
  };
  writeFileSync(join(home, 'package.json'), JSON.stringify(manifest));
  npm(['install', '--offline', '--install-links', '--no-audit', '--no-fund'], home);
  return {
    home,
    /** Runs a module there, and gives what it printed. */
    run(code: string): string {
      const file = join(home, 'main.mjs');
      writeFileSync(file, code);
      return execFileSync(process.execPath, [file], { cwd: home, encoding: 'utf8', stdio: 'pipe' });
    },
  };
}
