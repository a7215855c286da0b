// What readers type, and what must come first: asked of the index that the build made, by the search of the page.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { synonyms } from '../../.vitepress/build/search/synonyms.ts';
import { glossary } from '../../.vitepress/glossary.ts';
import { searchBook, type Found } from '../../.vitepress/theme/frame/searchBook.ts';
import { pages } from '../support/pages.ts';
import { sites } from '../support/site.ts';

/** The index as the page loads it: a module whose default is JSON. */
async function builtIndex(): Promise<string> {
  const folder = join(sites[0].dir, 'assets', 'chunks');
  const file = readdirSync(folder).find((name) => name.startsWith('@localSearchIndex'));
  if (!file) throw new Error(`no index of the search in ${folder}`);
  const script = (await import(pathToFileURL(join(folder, file)).href)) as { default: string };
  return script.default;
}

const index = await builtIndex();
const search = searchBook(index);
const ids = new Set(
  Object.values((JSON.parse(index) as { documentIds: Record<string, string> }).documentIds),
);
const said = (pieces: Found['excerpt']): string => pieces.map(({ text }) => text).join('');

test.for([
  // By the name of a chapter, or another name of its model.
  ['popularity', '/models/popularity'],
  ['trending', '/models/trending'],
  ['BPR', '/models/bpr'],
  ['bayesian personalised ranking', '/models/bpr'],
  ['learning to rank', '/models/bpr'],
  ['ALS', '/models/implicit-als'],
  ['alternating least squares', '/models/implicit-als'],
  ['matrix factorization', '/models/implicit-als'],
  ['matrix factorisation', '/models/implicit-als'],
  ['item based collaborative filtering', '/models/item-item-cf'],
  ['knn', '/models/item-item-cf'],
  ['customers who bought this also bought', '/models/item-item-cf'],
  ['content-based filtering', '/models/content-based'],
  ['SLIM', '/models/ease'],
  ['movielens', '/data'],
  ['how do I evaluate a recommender', '/evaluation'],
  ['leaderboard', '/leaderboard'],
  ['which model is best', '/leaderboard'],
  ['papers', '/references'],
  ['source code', '/full-implementation'],
  ['playground', '/your-own-model'],
  // By a word, which the glossary defines.
  ['MRR', '/glossary#mrr'],
  ['what is overfitting', '/glossary#overfitting'],
  ['SVD', '/glossary#svd'],
  ['ANN', '/glossary#nearest-neighbours'],
  ['two-tower', '/glossary#two-tower'],
  ['two tower model', '/glossary#two-tower'],
  ['serendipity', '/glossary#serendipity'],
  ['hit rate', '/glossary#hit-rate'],
  ['cold start', '/glossary#cold-start'],
  ['AUC', '/glossary#auc'],
  ['ndcg@10', '/glossary#ndcg'],
  ['precision', '/glossary#precision'],
  ['embeddings', '/glossary#embedding'],
  ['holm', '/glossary#holm'],
  ['SGD', '/glossary#gradient'],
  ['filter bubble', '/glossary#over-specialisation'],
  ['A/B testing', '/glossary#a-b-test'],
  ['regularization', '/glossary#regularisation'],
  ['data leakage', '/glossary#leakage'],
  ['cosine', '/glossary#cosine-similarity'],
  ['negative sampling', '/glossary#negative'],
  // A letter wrong, or not yet typed.
  ['serendipty', '/glossary#serendipity'],
  ['overfiting', '/glossary#overfitting'],
  ['popularty', '/models/popularity'],
  ['trendng', '/models/trending'],
  ['colaborative filtering', '/glossary#collaborative-filtering'],
  ['cold strat', '/glossary#cold-start'],
  ['shrinkge', '/glossary#shrinkage'],
  ['bootstr', '/glossary#bootstrap'],
  ['leaderbord', '/leaderboard'],
  // Said in the text of a section alone.
  ['Salganik', '/models/popularity#when-it-fails-and-what-production-does'],
  ['SIMD', '/making-it-fast'],
  ['Amdahl', '/making-it-fast#when-it-doesn-t-help'],
  ['empty cells', '/models/implicit-als#why-the-empty-cells-are-free'],
  ['offline numbers', '/glossary#offline-evaluation'],
  ['folding in', '/glossary#fold-in'],
  ['new user', '/glossary#cold-start'],
  ['solveRow', '/models/implicit-als#one-step-by-hand'],
  ['recallAtK', '/api#typical-usage'],
])('who searches for %s finds %s first', ([words, wanted]) => {
  const found = search(words, 5).map(({ id }) => id);
  expect(found[0], found.join(', ')).toBe(wanted);
});

test('every term of the glossary is found by each of its forms, at its own place', () => {
  const lost = glossary.flatMap(({ id, term, forms }) =>
    [term, ...forms].filter((words) => {
      const found = search(words, 3).map((result) => result.id);
      return !found.includes(`/glossary#${id}`);
    }),
  );
  expect(lost).toEqual([]);
});

test('every page is found by its title, and every synonym leads to its place', () => {
  const links = pages.filter((page) => page !== 'index').map((page) => `/${page}`);
  expect(links.filter((link) => !ids.has(link))).toEqual([]);
  const lost = Object.entries(synonyms).flatMap(([place, words]) =>
    words.filter((word) => !search(word, 3).some(({ id }) => id === place)),
  );
  expect(lost).toEqual([]);
});

test('what was found is marked, in an excerpt that can be read', () => {
  for (const words of ['shrinkage', 'long tail', 'half-life', 'cold start']) {
    const results = search(words, 10);
    expect(results.length, words).toBeGreaterThan(2);
    for (const { id, excerpt, title } of results) {
      const marks = [...title, ...excerpt].filter(({ isFound }) => isFound);
      expect(marks.length, `${words} in ${id}`).toBeGreaterThan(0);
      expect(said(excerpt).length, id).toBeLessThan(190);
    }
  }
});

test('nothing that waits for an answer of the reader is told by an excerpt', () => {
  const html = JSON.stringify(JSON.parse(index));
  expect(html).not.toContain('What came out is told here once');
  expect(html).not.toContain('Show it without a guess');
});

test('nothing is found for nothing, and for what is not in the book', () => {
  expect(search('', 5)).toEqual([]);
  expect(search('  … ', 5)).toEqual([]);
  expect(search('xylophone', 5)).toEqual([]);
});
