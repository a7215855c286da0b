// The module and the toolbox it stands on, as files and as the one file that readers take along; the further models.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { models } from '../../code/models.ts';
import { oneFile } from '../../.vitepress/build/oneFile.ts';
import { root } from './site.ts';

export const toolboxFiles: readonly string[] = readdirSync(join(root, 'code/toolbox'))
  .map((name) => `code/toolbox/${name}`)
  .sort();

/** The module first. */
export const sourceFiles: readonly string[] = ['code/recsys.ts', ...toolboxFiles];

/** The models that have a file of their own. */
export const modelFiles: readonly string[] = models
  .map(({ id }) => `code/models/${id}.ts`)
  .filter((file) => existsSync(join(root, file)));

/** `recsys.ts` of the site and of the package. */
export const wholeSource = oneFile(root);
