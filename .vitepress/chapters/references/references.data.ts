import { readFileSync } from 'node:fs';
import path from 'node:path';
import { models } from '../../../code/models.ts';
import { chapters, linkOf } from '../../chapters.ts';
import type { Loader } from '../../build/results/loader.ts';
import { published, references } from './papers.ts';
import type { PublishedRow, Reference } from './papers.ts';

export interface ReferenceRow extends Reference {
  /** The models that it describes. */
  readonly models: readonly { readonly id: string; readonly title: string }[];
  /** The pages that name it. */
  readonly cited: readonly { readonly link: string; readonly title: string }[];
}

export interface ReferencesData {
  readonly references: readonly ReferenceRow[];
  readonly published: readonly PublishedRow[];
}

declare const data: ReferencesData;
export { data };

export default {
  reads: ['docs', '.vitepress/chapters'],
  load(): ReferencesData {
    for (const { title, paper } of models) {
      if (paper && !references.some(({ url }) => url === paper.url)) {
        throw new Error(`papers.ts: the paper of ${title} (${paper.cite}) is missing`);
      }
    }
    const docs = path.resolve(import.meta.dirname, '../../../docs');
    const texts = chapters.map((chapter) => ({
      link: linkOf(chapter),
      title: chapter.number ? `${chapter.number}.\u00a0${chapter.title}` : chapter.title,
      text: readFileSync(path.join(docs, chapter.file), 'utf8'),
    }));
    return {
      published,
      references: references.map((reference) => ({
        ...reference,
        models: models
          .filter(({ paper }) => paper?.url === reference.url)
          .map(({ id, title }) => ({ id, title })),
        cited: texts
          .filter(({ text }) => text.includes(`(${reference.url})`))
          .map(({ link, title }) => ({ link, title })),
      })),
    };
  },
} satisfies Loader;
