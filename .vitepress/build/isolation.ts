import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'vite';
import { partsOfOneFile, toolboxNames } from './oneFile.ts';
import { onlyAlea } from './onlyAlea.ts';
import type { SiteFile } from './siteFiles.ts';

/**
 * Where the reader's code runs: `isolated.html`, a page that is only ever shown in a sandboxed frame, and
 * `virtual:isolated-program`, the text of the worker that the frame starts. `isolated-checks.worker.js` stands before it
 * for a model of the reader's own, `isolated-exercises.worker.js` for the answer to an exercise, and
 * `isolated-models.worker.js` where models of the book are fitted.
 *
 * The frame has no origin of its own (sandbox without allow-same-origin), so there is no storage and no way
 * to the book's page; its policy allows scripts from blobs and nothing else, so there is no network. A
 * worker from a blob inherits both.
 */

const folder = '.vitepress/run/isolated';

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

export function isolatedPage(script: string): string {
  const policy = `default-src 'none'; script-src ${hashOf(script)} blob:; worker-src blob:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="robots" content="noindex">
<title>Where your code runs</title>
</head>
<body><script>${script}</script></body>
</html>
`;
}

/** What the catalogue says of a model to a reader: nothing here shows it, and the editor has to be light. */
const withoutWords: Plugin = {
  name: 'book-without-words',
  enforce: 'pre',
  transform: {
    filter: { id: /\/code\/models\/\w+\.ts$/ },
    handler: (code) => code.replace(/\b(help|summary):\s*'[^'\n]*'/g, "$1: ''"),
  },
};

/**
 * One file and all that it imports, as a classic script that declares `name`. The module and its toolbox are left
 * out, as `recsys` and `toolbox`: so a change in either reaches all that stands on them.
 * @param given packages that are there already: the name of each in the script
 */
async function bundle(
  root: string,
  file: string,
  name: string,
  given: Readonly<Record<string, string>> = {},
): Promise<string> {
  const entry = path.join(root, folder, file);
  const [recsys, ...toolbox] = partsOfOneFile(root).map((part) => path.join(root, part));
  const names: Readonly<Record<string, string>> = {
    ...given,
    [recsys]: 'recsys',
    ...Object.fromEntries(toolbox.map((part) => [part, 'toolbox'])),
  };
  const results = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [onlyAlea(), withoutWords],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, name, formats: ['iife'] },
      rolldownOptions: {
        external: Object.keys(names),
        output: { globals: (id) => names[id] },
      },
    },
  });
  const [result] = Array.isArray(results) ? results : [results];
  if (!('output' in result) || result.output.length !== 1)
    throw new Error(`isolation: ${entry} is not one file`);
  return result.output[0].code;
}

/** The body of a function of `recsys` that returns what a bundle declares. */
const linksOf = (name: string, bundled: string): string =>
  `const toolbox=recsys.$toolbox;${bundled};return ${name}`;

/** The worker's script: `link` makes what is in linked.ts from a version of the module. */
export async function isolatedProgram(root: string): Promise<string> {
  const linked = await bundle(root, 'linked.ts', 'linked');
  const program = await bundle(root, 'program.ts', 'program');
  return `const link=(recsys)=>{${linksOf('linked', linked)}};\n${program}`;
}

/** What needs models of the book: `linkCatalogue`. Its entries are made by the linked.ts of the same version. */
export async function isolatedModels(root: string): Promise<string> {
  const entry = path.join(root, 'code/models/entry.ts');
  const catalogue = await bundle(root, 'catalogue.ts', 'catalogue', { [entry]: 'linked' });
  return `const linkCatalogue=(recsys,linked)=>{${linksOf('catalogue', catalogue)}};\n`;
}

/** What a model of the reader's own needs beside it: `linkChecks`. */
export async function isolatedChecks(root: string): Promise<string> {
  const checks = await bundle(root, 'checks.ts', 'checks');
  return `const linkChecks=(recsys)=>{${linksOf('checks', checks)}};\n`;
}

/** What an exercise needs beside it: `linkExercises`. */
export async function isolatedExercises(root: string): Promise<string> {
  const exercises = await bundle(root, 'exercises.ts', 'exercises', { 'ml-matrix': 'matrices' });
  return `const linkExercises=(recsys,matrices)=>{${linksOf('exercises', exercises)}};\n`;
}

const virtual = 'virtual:isolated-program';

/** The files of the site in which the reader's code runs. */
export const isolatedFiles = (root: string): Readonly<Record<string, SiteFile>> => ({
  'isolated.html': {
    type: 'text/html',
    text: () => isolatedPage(readFileSync(path.join(root, folder, 'frame.js'), 'utf8').trim()),
  },
  'isolated-models.worker.js': { type: 'text/javascript', text: () => isolatedModels(root) },
  'isolated-checks.worker.js': { type: 'text/javascript', text: () => isolatedChecks(root) },
  'isolated-exercises.worker.js': { type: 'text/javascript', text: () => isolatedExercises(root) },
});

export function isolation(root: string): Plugin {
  let isServer = false;
  return {
    name: 'book-isolation',
    configResolved(config) {
      isServer = Boolean(config.build.ssr);
    },
    resolveId: (id) => (id === virtual ? `\0${virtual}` : undefined),
    async load(id) {
      if (id !== `\0${virtual}`) return undefined;
      // On the server nothing runs the reader's code.
      const program = isServer ? '' : await isolatedProgram(root);
      return `export default ${JSON.stringify(program)};\nexport const toolboxNames = ${JSON.stringify(toolboxNames(root))};`;
    },
  };
}
