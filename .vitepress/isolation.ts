import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'vite';

/**
 * Where the reader's code runs: `isolated.html`, a page that is only ever shown in a sandboxed frame, and
 * `virtual:isolated-program`, the text of the worker that the frame starts. `isolated-checks.worker.js` stands before it
 * for a model of the reader's own, `isolated-exercises.worker.js` for the answer to an exercise.
 *
 * The frame has no origin of its own (sandbox without allow-same-origin), so there is no storage and no way
 * to the book's page; its policy allows scripts from blobs and nothing else, so there is no network. A
 * worker from a blob inherits both.
 */

const folder = '.vitepress/theme/workers/isolated';
const fileName = 'isolated.html';

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

/**
 * One file and all that it imports, as a classic script that declares `name`.
 * @param given packages that are there already: the name of each in the script
 */
async function bundle(
  entry: string,
  name: string,
  given: Readonly<Record<string, string>> = {},
): Promise<string> {
  const results = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, name, formats: ['iife'] },
      rolldownOptions: {
        external: [/code\/recsys\.ts$/, ...Object.keys(given)],
        output: { globals: (id) => given[id] ?? 'recsys' },
      },
    },
  });
  const [result] = Array.isArray(results) ? results : [results];
  if (!('output' in result) || result.output.length !== 1)
    throw new Error(`isolation: ${entry} is not one file`);
  return result.output[0].code;
}

/** The worker's script: `link` makes what is in linked.ts from a version of the module. */
export async function isolatedProgram(root: string): Promise<string> {
  const linked = await bundle(path.join(root, folder, 'linked.ts'), 'linked');
  const program = await bundle(path.join(root, folder, 'program.ts'), 'program');
  return `const link=(recsys)=>{${linked};return linked};\n${program}`;
}

/** What a model of the reader's own needs beside it: `linkChecks`. */
export async function isolatedChecks(root: string): Promise<string> {
  const checks = await bundle(path.join(root, folder, 'checks.ts'), 'checks');
  return `const linkChecks=(recsys)=>{${checks};return checks};\n`;
}

/** What an exercise needs beside it: `linkExercises`. */
export async function isolatedExercises(root: string): Promise<string> {
  const entry = path.join(root, folder, 'exercises.ts');
  const exercises = await bundle(entry, 'exercises', { 'ml-matrix': 'matrices' });
  return `const linkExercises=(recsys,matrices)=>{${exercises};return exercises};\n`;
}

const virtual = 'virtual:isolated-program';
const checksFile = 'isolated-checks.worker.js';
const exercisesFile = 'isolated-exercises.worker.js';

export function isolation(root: string): Plugin {
  let ssr = false;
  const page = (): string =>
    isolatedPage(readFileSync(path.join(root, folder, 'frame.js'), 'utf8').trim());
  return {
    name: 'book-isolation',
    configResolved(config) {
      ssr = Boolean(config.build.ssr);
    },
    configureServer(server) {
      const served: Readonly<Record<string, readonly [string, () => string | Promise<string>]>> = {
        [fileName]: ['text/html', page],
        [checksFile]: ['text/javascript', () => isolatedChecks(root)],
        [exercisesFile]: ['text/javascript', () => isolatedExercises(root)],
      };
      server.middlewares.use((request, response, next) => {
        const { base } = server.config;
        const found = request.url?.startsWith(base) && served[request.url.slice(base.length)];
        if (!found) return next();
        const [type, text] = found;
        response.setHeader('content-type', `${type}; charset=utf-8`);
        Promise.resolve(text()).then((body) => response.end(body), next);
      });
    },
    resolveId: (id) => (id === virtual ? `\0${virtual}` : undefined),
    async load(id) {
      if (id !== `\0${virtual}`) return undefined;
      // On the server nothing runs the reader's code.
      return `export default ${JSON.stringify(ssr ? '' : await isolatedProgram(root))};`;
    },
    async generateBundle() {
      if (ssr) return;
      this.emitFile({ type: 'asset', fileName, source: page() });
      this.emitFile({ type: 'asset', fileName: checksFile, source: await isolatedChecks(root) });
      const source = await isolatedExercises(root);
      this.emitFile({ type: 'asset', fileName: exercisesFile, source });
    },
  };
}
