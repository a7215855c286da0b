import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';
import { furtherModels, oneFile } from './build/oneFile.ts';
import {
  chapterByFile,
  chapters,
  contentsEntry,
  modelOf,
  partOf,
  parts,
  type BookConfig,
} from './chapters.ts';
import { Kept } from './build/kept.ts';
import { isolatedFiles, isolation } from './build/isolation.ts';
import { refuseMissing } from './build/missingParts.ts';
import { computedResults } from './build/results/plugin.ts';
import { restartsWith } from './build/restartsWith.ts';
import { sectionsOf } from './build/search/sections.ts';
import { searchOnServer } from './build/searchOnServer.ts';
import { siteFiles, type SiteFile } from './build/siteFiles.ts';
import { onlyAlea } from './build/onlyAlea.ts';
import { typesOnly } from './build/typesOnly.ts';
import { workerChunk } from './build/workerChunk.ts';
import { readCitedBook } from './build/edition/cite.ts';
import { finishEdition } from './build/edition/index.ts';
import { headTags } from './build/edition/headTags.ts';
import { readSettings } from './build/edition/settings.ts';
import { bookDescription, bookTitle } from './build/edition/texts.ts';
import { finishedPage } from './build/finishedPage.ts';
import { asidePlugin } from './build/markdown/aside.ts';
import { codeBlocksPlugin } from './build/markdown/codeBlocks.ts';
import { claimsPlugin } from './build/markdown/claims.ts';
import { demoPlacePlugin } from './build/markdown/demoPlace.ts';
import { exercisePlugin } from './build/markdown/exercise.ts';
import { footPlugin, withoutFoot } from './build/markdown/foot.ts';
import { footnotesPlugin } from './build/markdown/footnotes.ts';
import { lightLines } from './build/markdown/lightLines.ts';
import { listingLines, listingPlugin } from './build/markdown/listing.ts';
import { mathPlugin } from './build/markdown/math.ts';
import { noTimeLimit } from './build/markdown/noTimeLimit.ts';
import { openingPlugin } from './build/markdown/opening.ts';
import { partsPlugin } from './build/markdown/parts.ts';
import { RenderedPages } from './build/markdown/renderedPages.ts';
import { softBreaksPlugin } from './build/markdown/softBreaks.ts';
import { namedAgain, staticAttributesPlugin } from './build/markdown/staticAttributes.ts';
import { tablesPlugin } from './build/markdown/tables.ts';
import { toldPlugin } from './build/markdown/told.ts';
import { termsPlugin } from './build/markdown/terms.ts';
import { symbolsPlugin } from './build/markdown/symbols.ts';
import { symbolsNamed, symbolTokens } from './build/markdown/symbolTokens.ts';
import { codeThemes, stylesToClasses, syntaxStyles } from './build/markdown/syntax.ts';
import type { Icons } from './build/edition/icons.data.ts';
import type { Pictures } from './build/edition/pictures.data.ts';
import type { PrintedFingerprint } from './chapters/exp/fingerprint.data.ts';

// This file never imports code/: an edit of the algorithms must update the page, not restart the server.

const base = process.env.BOOK_BASE ?? '/';
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const settings = readSettings(root, base);
const citedBook = readCitedBook(readFileSync(path.join(root, 'CITATION.cff'), 'utf8'));

/** A script that stands in a page itself, in most cases in the head of every one. */
const inlineScript = (name: string): string =>
  readFileSync(path.join(root, `.vitepress/inline/${name}.js`), 'utf8').replace(/^\/\/.*\n/gm, '');

// VitePress keeps one meta tag of a name, and these are two.
const themeColours = Object.entries({ light: '#fbf8f1', dark: '#14120f' })
  .map(
    ([scheme, colour]) =>
      `<meta name="theme-color" content="${colour}" media="(prefers-color-scheme: ${scheme})">`,
  )
  .join('');

/** What the folders of the chapters say to this configuration. */
const chapterData = chapters.flatMap(({ id }) =>
  ['chapter.json', 'mark.json', 'symbols.json', 'emblem.svg'].map((name) =>
    path.join(root, '.vitepress/chapters', id, name),
  ),
);

for (const chapter of chapters) refuseMissing(root, chapter.id, modelOf(chapter) !== undefined);

const results = computedResults(root);
const rendered = new RenderedPages();
const listings = new Kept(root, 'listings', ['.vitepress/build/markdown']);

/** What the editor of a further model changes. */
const modelSources: Readonly<Record<string, SiteFile>> = Object.fromEntries(
  furtherModels(root).map((file) => [
    file,
    { type: 'text/plain', text: () => oneFile(root, file) },
  ]),
);
/** A source of the book for readers who want to take it along: the very file, so it is never out of date. */
const plainText = (file: string): SiteFile => ({
  type: 'text/plain',
  text: () => readFileSync(path.join(root, file), 'utf8'),
});

/** The picture of each page. */
const pictures = () =>
  results.resultOf<Pictures>(path.join(root, '.vitepress/build/edition/pictures.data.ts'));

/** What stands for the book among the programs of a device. */
const icons = () =>
  results.resultOf<Icons>(path.join(root, '.vitepress/build/edition/icons.data.ts'));

/** The digests of what the book computes, in the Node that builds it. */
async function fingerprintLines(): Promise<string> {
  const loader = path.join(root, '.vitepress/chapters/exp/fingerprint.data.ts');
  return (await results.resultOf<PrintedFingerprint>(loader)).text;
}

export default defineConfig<BookConfig>({
  title: bookTitle,
  description: bookDescription,
  lang: 'en-GB',
  base,
  srcDir: 'docs',
  cleanUrls: true,
  buildConcurrency: 1,
  // Every link of the contents is in view: prefetching them would load the whole book on each page.
  router: { prefetchLinks: false },
  vue: { features: { optionsAPI: false } },
  contentProps: { class: 'book-content' },
  // The theme is switched by our own layout: see theme/frame/useTheme.ts.
  appearance: false,
  head: [
    ['link', { rel: 'icon', type: 'image/svg+xml', href: `${base}favicon.svg` }],
    ['link', { rel: 'manifest', href: `${base}manifest.webmanifest` }],
    ['meta', { name: 'color-scheme', content: 'light dark' }],
    ['script', {}, inlineScript('theme')],
    ['script', {}, inlineScript('presses')],
  ],
  markdown: {
    headers: { level: [2, 3] },
    theme: codeThemes,
    snippet: { stripRegionMarkers: 'all' },
    shikiSetup(highlighter) {
      const paint = highlighter.codeToHtml;
      // Of all that VitePress asks for only the code, its language and what stands in the braces differ.
      highlighter.codeToHtml = (code, asked) => {
        const raw = asked.meta?.__raw ?? '';
        const symbols = JSON.stringify(symbolsNamed(raw).list ?? []);
        return listings.take([code, asked.lang, raw, symbols], () => paint(code, asked));
      };
    },
    codeTransformers: [
      noTimeLimit(),
      listingLines(),
      stylesToClasses(),
      symbolTokens(),
      lightLines(),
    ],
    config(md) {
      codeBlocksPlugin(md);
      asidePlugin(md);
      claimsPlugin(md);
      toldPlugin(md);
      exercisePlugin(md);
      footnotesPlugin(md);
      mathPlugin(md);
      tablesPlugin(md);
      softBreaksPlugin(md);
      termsPlugin(md, { base, root });
      symbolsPlugin(md);
      openingPlugin(md);
      footPlugin(md, settings, citedBook);
      listingPlugin(md, { base, root, wholePage: 'full-implementation' });
      demoPlacePlugin(md, root);
      partsPlugin(md, root);
      staticAttributesPlugin(md);
      rendered.follow(md);
    },
  },
  themeConfig: {
    contents: parts.map((part) => ({
      title: part.title,
      entries: part.chapters.map(contentsEntry),
    })),
    search: {
      provider: 'local',
      options: {
        // The last line of a page is about the page.
        _render: async (src, env, md) =>
          withoutFoot(await (rendered.of(env.relativePath, src) ?? md.renderAsync(src, env))),
        miniSearch: {
          // The search shows a piece of what it found.
          options: { storeFields: ['title', 'titles', 'text'] },
          _splitIntoSections: (file, html) =>
            sectionsOf(path.relative(path.join(root, 'docs'), file).replaceAll('\\', '/'), html),
        },
      },
    },
  },
  transformPageData(page) {
    const chapter = chapterByFile(page.relativePath);
    if (!chapter) return;
    const running = [partOf(chapter).title, chapter.title];
    return { description: chapter.question, frontmatter: { ...page.frontmatter, running } };
  },
  transformHead: ({ pageData }) =>
    headTags(settings, {
      file: pageData.relativePath,
      title: pageData.title || bookTitle,
      description: pageData.description || bookDescription,
    }),
  buildEnd: async ({ outDir }) =>
    finishEdition(settings, outDir, {
      pictures: await pictures(),
      icons: await icons(),
      pageNumbers: inlineScript('pageNumbers'),
    }),
  transformHtml: (html, id) =>
    finishedPage(html, { base, head: themeColours, isLost: path.basename(id) === '404.html' }),
  vite: {
    // On demand (a build that is tested) Vue says in the console where the printed page and the live one differ.
    define: { __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: process.env.BOOK_TELL_MISMATCHES === '1' },
    plugins: [
      syntaxStyles(),
      namedAgain(),
      results,
      siteFiles({
        'code/recsys.ts': { type: 'text/plain', text: () => oneFile(root) },
        ...modelSources,
        'code/own-model.ts': plainText('docs/snippets/own-model.ts'),
        'fingerprint.txt': { type: 'text/plain', text: fingerprintLines },
        ...isolatedFiles(root),
      }),
      isolation(root),
      searchOnServer(),
      typesOnly(),
      onlyAlea(),
      restartsWith(chapterData),
      workerChunk(),
    ],
    worker: { format: 'es', plugins: () => [onlyAlea()] },
    // The lists of what each part would load beforehand weigh more on every page than the wait that they save.
    build: { modulePreload: false },
    optimizeDeps: { include: ['seedrandom', 'ml-matrix'] },
  },
});
