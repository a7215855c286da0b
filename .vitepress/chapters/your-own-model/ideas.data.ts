import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Loader } from '../../build/results/loader.ts';
import { ideaNames } from './ideas.ts';
import type { IdeaName } from './ideas.ts';

/** A file to begin with for each idea, as it stands in the editor. */
export type IdeaTexts = Readonly<Record<IdeaName, string>>;

declare const data: IdeaTexts;
export { data };

const snippets = path.resolve(import.meta.dirname, '../../../docs/snippets');

export default {
  reads: ['docs/snippets'],
  load: (): IdeaTexts =>
    Object.fromEntries(
      ideaNames.map((name) => [
        name,
        readFileSync(path.join(snippets, `idea-${name}.ts`), 'utf8').trimEnd(),
      ]),
    ) as IdeaTexts,
} satisfies Loader;
