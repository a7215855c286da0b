// All loaders of the book as one bundle: what several of them import is read and compiled once, and the
// bundler says what each of them really stands on.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import type { Loader } from './loader.ts';

export interface BundledLoader extends Loader {
  /** The source, `/…/x.data.ts`. */
  readonly id: string;
  /** The compiled file. */
  readonly file: string;
  /** The sources that it imports, itself first, and theirs. */
  readonly sources: readonly string[];
}

export interface LoaderBundle {
  readonly loaders: ReadonlyMap<string, BundledLoader>;
  /** The compiled program of a thread of the pool. */
  readonly thread: string;
  /** Compiled programs of the book's snippets, by name: `usage.ts`. */
  readonly snippets: Readonly<Record<string, string>>;
  readonly remove: () => void;
}

const isLoader = /\.data\.ts$/;

function filesBelow(folder: string, wanted: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) =>
        wanted.test(name) && !/^(?:cache|dist|\.temp|chapters[\\/]_template)[\\/]/.test(name),
    )
    .map((name) => path.join(folder, name))
    .sort();
}

/** Its own address, for a loader that reads files beside it: it runs elsewhere. */
const ownAddress: Plugin = {
  name: 'book-own-address',
  transform: {
    filter: { id: /\.ts$/, code: /import\.meta\.(?:url|dirname)/ },
    handler: (code, id) =>
      code
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
        .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(id))),
  },
};

export async function bundleLoaders(root: string): Promise<LoaderBundle> {
  const ids = filesBelow(path.join(root, '.vitepress'), isLoader);
  const snippets = filesBelow(path.join(root, 'docs/snippets'), /^[\w-]+\.ts$/);
  // Below node_modules, so that what a loader imports from packages is found.
  const cache = path.join(root, 'node_modules/.cache/book');
  mkdirSync(cache, { recursive: true });
  const outDir = mkdtempSync(path.join(cache, 'bundle-'));
  const nameOf = (id: string) => path.relative(root, id).replace(/\W+/g, '-');
  const thread = path.join(import.meta.dirname, 'thread.ts');
  const graph = new Map<string, readonly string[]>();
  const remember: Plugin = {
    name: 'book-remember-imports',
    moduleParsed: ({ id, importedIds, dynamicallyImportedIds }) => {
      graph.set(id, [...importedIds, ...dynamicallyImportedIds]);
    },
  };
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [ownAddress, remember],
    build: {
      ssr: true,
      outDir,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries([thread, ...ids, ...snippets].map((id) => [nameOf(id), id])),
        output: { entryFileNames: '[name].mjs', chunkFileNames: 'chunk-[hash].mjs' },
      },
    },
  });
  const compiled = (id: string) => path.join(outDir, `${nameOf(id)}.mjs`);
  const loaders = new Map<string, BundledLoader>();
  for (const id of ids) {
    const file = compiled(id);
    const { default: loader } = (await import(pathToFileURL(file).href)) as { default?: Loader };
    if (typeof loader?.load !== 'function') {
      throw new Error(`${path.relative(root, id)} must export { load } by default`);
    }
    loaders.set(id, { ...loader, id, file, sources: allImports(graph, id) });
  }
  return {
    loaders,
    thread: compiled(thread),
    snippets: Object.fromEntries(snippets.map((id) => [path.basename(id), compiled(id)])),
    remove: () => rmSync(outDir, { recursive: true, force: true }),
  };
}

function allImports(graph: ReadonlyMap<string, readonly string[]>, id: string): string[] {
  const found = new Set([id]);
  for (const one of found) {
    for (const next of graph.get(one) ?? []) if (graph.has(next)) found.add(next);
  }
  return Array.from(found);
}
