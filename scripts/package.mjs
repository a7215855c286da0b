// `prepack` of package.json, so `npm pack` and `npm publish` run it: makes dist/, which is code/ as
// JavaScript with declarations, and the module with its toolbox as one file of TypeScript.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { node, root } from './process.mjs';

const dist = join(root, 'dist');

/**
 * The compiler writes ./models.js into the JavaScript, and leaves ./models.ts in the declarations. Not
 * every tool that reads them knows that this means models.d.ts; all know what ./models.js means.
 * @param {string} declarations
 */
const withEndings = (declarations) =>
  declarations.replace(/(from |import\()'(\.[^']+)\.ts'/g, "$1'$2.js'");

await ensureInstalled();
rmSync(dist, { recursive: true, force: true }); // a file that code/ has lost must not be packed
process.exitCode = await node([
  'node_modules/typescript/bin/tsc',
  '--project',
  'code/tsconfig.package.json',
]);
const made = process.exitCode ? [] : readdirSync(dist, { recursive: true, encoding: 'utf8' });
for (const name of made.filter((file) => file.endsWith('.d.ts'))) {
  const file = join(dist, name);
  writeFileSync(file, withEndings(readFileSync(file, 'utf8')));
}

if (made.length > 0) {
  const { runnerImport } = await import('vite');
  /** @type {{ module: typeof import('../.vitepress/build/oneFile.ts') }} */
  const { module } = await runnerImport(join(root, '.vitepress/build/oneFile.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
  });
  // In a folder of its own: beside recsys.d.ts the compiler would read this one in its place.
  mkdirSync(join(dist, 'source'));
  writeFileSync(join(dist, 'source', 'recsys.ts'), module.oneFile(root));
}
