import path from 'node:path';
import { models } from '../../code/models.ts';
import type { Paper } from '../../code/models.ts';
import { refuseMissing } from '../build/missingParts.ts';
import { chapters, linkOf } from '../chapters.ts';
import type { Loader } from '../build/results/loader.ts';

/** What pages say about each model, from the catalogue and the book's order. */
export interface CatalogueRow {
  readonly id: string;
  readonly chapter: number;
  readonly link: string;
  readonly title: string;
  readonly summary: string;
  readonly personal: boolean;
  readonly paper: Paper | null;
}

declare const data: readonly CatalogueRow[];
export { data };

const root = path.resolve(import.meta.dirname, '../..');

export default {
  reads: ['.vitepress/chapters'],
  load(): CatalogueRow[] {
    return models.map(({ id, title, summary, personal, paper }) => {
      refuseMissing(root, id, true);
      const chapter = chapters.find((candidate) => candidate.id === id);
      if (!chapter?.number) throw new Error(`chapters.ts: ${id} has no numbered chapter`);
      const link = linkOf(chapter);
      return { id, chapter: chapter.number, link, title, summary, personal, paper };
    });
  },
} satisfies Loader;
