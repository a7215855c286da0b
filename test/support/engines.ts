// JavaScript engines beside the one that runs the tests. None is installed by the book: one that is
// not on this machine is a test that is skipped, printed and counted.
import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { root } from './site.ts';

const run = promisify(execFile);

/** The first program of these names (on the search path) or paths that is there. */
export function findProgram(...names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const paths = names.flatMap((name) =>
    /[/\\]/.test(name) ? [name] : folders.map((folder) => join(folder, name)),
  );
  return paths.find((path) => existsSync(path));
}

function versionOf(node: string): readonly number[] {
  try {
    const text = execFileSync(node, ['--version'], { encoding: 'utf8' });
    return text.trim().slice(1).split('.').map(Number);
  } catch {
    return [0, 0];
  }
}

/** A Node of version 22.18 or later: this one, NODE22, or one on the path. */
export function findNode(): string | undefined {
  const names = ['node', 'nodejs', 'node22', 'node24'];
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .filter((file) => existsSync(file));
  const named = process.env['NODE22'];
  return [...(named ? [named] : []), process.execPath, ...onPath].find((node) => {
    const [major, minor] = versionOf(node);
    return major > 22 || (major === 22 && minor >= 18);
  });
}

/** Deno and Bun: named by DENO and BUN, or on the path. */
export const findDeno = (): string | undefined => findProgram(process.env['DENO'] ?? 'deno');
export const findBun = (): string | undefined => findProgram(process.env['BUN'] ?? 'bun');

/** The shell of JavaScriptCore, the engine of WebKit. */
export const findJsc = (): string | undefined =>
  findProgram(
    'jsc',
    '/System/Library/Frameworks/JavaScriptCore.framework/Versions/Current/Helpers/jsc',
  );

/** A TypeScript file and all that it imports as one plain script. */
export async function bundleForShell(entry: string): Promise<string> {
  const outDir = join(root, 'node_modules', '.cache', 'shell');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      lib: {
        entry: join(root, entry),
        formats: ['iife'],
        name: 'shell',
        fileName: () => 'main.js',
      },
      outDir,
      emptyOutDir: true,
      minify: false,
    },
  });
  return join(outDir, 'main.js');
}

/** What a program prints. */
export async function outputOf(program: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run(program, args, { maxBuffer: 2 ** 24 });
  return stdout.trimEnd();
}
