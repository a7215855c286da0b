// The module and the toolbox it stands on, as files and as the one file that readers take along.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { oneFile } from '../../.vitepress/build/oneFile.ts';
import { root } from './site.ts';

export const toolboxFiles: readonly string[] = readdirSync(join(root, 'code/toolbox'))
  .map((name) => `code/toolbox/${name}`)
  .sort();

/** The way to the compiled kernels; not what the compiler wrote. */
export const fastFiles: readonly string[] = ['backend', 'learn', 'lists'].map(
  (name) => `code/fast/${name}.ts`,
);

/** Each further model, and what their entries share. */
export const modelFiles: readonly string[] = readdirSync(join(root, 'code/models'))
  .map((name) => `code/models/${name}`)
  .sort();

/** The module first. */
export const sourceFiles: readonly string[] = ['code/recsys.ts', ...toolboxFiles, ...fastFiles];

/** `recsys.ts` of the site and of the package. */
export const wholeSource = oneFile(root);
