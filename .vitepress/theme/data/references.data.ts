import { defineLoader } from 'vitepress';
import { models } from '../../../code/models.ts';
import type { ModelId } from '../components/modelStyle.ts';
import { published, references } from './papers.ts';
import type { PublishedRow, Reference } from './papers.ts';

export interface ReferenceRow extends Reference {
  /** The models that it describes. */
  readonly models: readonly { readonly id: ModelId; readonly title: string }[];
}

export interface ReferencesData {
  readonly references: readonly ReferenceRow[];
  readonly published: readonly PublishedRow[];
}

declare const data: ReferencesData;
export { data };

export default defineLoader({
  watch: ['../../../code/models.ts', './papers.ts'],
  load(): ReferencesData {
    for (const { title, paper } of models) {
      if (paper && !references.some(({ url }) => url === paper.url)) {
        throw new Error(`papers.ts: the paper of ${title} (${paper.cite}) is missing`);
      }
    }
    return {
      published,
      references: references.map((reference) => ({
        ...reference,
        models: models
          .filter(({ paper }) => paper?.url === reference.url)
          .map(({ id, title }) => ({ id: id as ModelId, title })),
      })),
    };
  },
});
