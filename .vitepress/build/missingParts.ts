import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What every chapter has, and what a model's chapter has besides, from the project's folder. */
const ofAll = (slug: string): string[] =>
  ['chapter.json', 'emblem.svg'].map((file) => `.vitepress/chapters/${slug}/${file}`);
const ofModels = (slug: string): string[] => [
  ...['mark.json', 'symbols.json', 'Demo.vue', 'demo.data.ts', 'picture.ts', 'prediction.ts'].map(
    (file) => `.vitepress/chapters/${slug}/${file}`,
  ),
  ...['model', 'figures', 'browser'].map((kind) => `test/chapters/${slug}/${kind}.test.ts`),
];

/** What a page says by which other files are needed. */
function neededBy(slug: string, page: string): string[] {
  return page.includes('<Exercise id=') ? [`.vitepress/chapters/${slug}/exercises.ts`] : [];
}

/**
 * What a chapter lacks before the book can be built and tested: names of files, or what the page does not say. A test
 * and the build ask it of every chapter and every model of the catalogue.
 */
export function missingParts(root: string, slug: string, isModel: boolean): string[] {
  const pageFile = isModel ? `docs/models/${slug}.md` : `docs/${slug}.md`;
  const isThere = (file: string) => existsSync(path.join(root, file));
  const page = isThere(pageFile) ? readFileSync(path.join(root, pageFile), 'utf8') : '';
  const needed = [
    pageFile,
    ...ofAll(slug),
    ...(isModel ? ofModels(slug) : []),
    ...neededBy(slug, page),
  ];
  const missing = needed.filter((file) => !isThere(file));
  if (isModel && page && !page.includes(`<ModelDemo id="${slug}"`)) {
    missing.push(`<ModelDemo id="${slug}" /> in ${pageFile}`);
  }
  return missing;
}

/** Ends the build where something lacks a part, with what it lacks. */
export function refuseMissing(root: string, slug: string, isModel: boolean): void {
  const missing = missingParts(root, slug, isModel);
  if (missing.length > 0) throw new Error(`The chapter ${slug} lacks ${missing.join(', ')}`);
}
