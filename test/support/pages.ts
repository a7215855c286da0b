// The pages of the book, by the names of their files: what every test that says "every page" means.
import { chapters, modelOf } from '../../.vitepress/chapters.ts';

const nameOf = (file: string): string => file.replace(/\.md$/, '');

/** `index`, `start`, `models/bpr`: each page that a reader can come to by a link. */
export const pages: readonly string[] = ['index', ...chapters.map(({ file }) => nameOf(file))];

/** The chapters with a demo of a model. */
export const modelPages = chapters.flatMap((chapter) => {
  const id = modelOf(chapter);
  return id ? [{ id, page: nameOf(chapter.file), title: chapter.title }] : [];
});

/** What stands after the base in the address of a page. */
export const addressOf = (page: string): string => (page === 'index' ? '' : page);
