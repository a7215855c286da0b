import { createHash } from 'node:crypto';
import path from 'node:path';
import { chapters, linkOf, modelCountFirst, parts } from '../../chapters.ts';
import type { Settings } from './settings.ts';

/** The files for programs that read the book: site map, feed, llms.txt. */

export const bookTitle = 'Recommendation algorithms';
export const bookDescription = `${modelCountFirst} recommendation algorithms, from scratch: a book whose every model runs in your browser, from the one source it prints.`;

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Every page, first page first, by its file in `docs/`. */
export const bookPages: readonly { readonly file: string; readonly path: string }[] = [
  { file: 'index.md', path: '' },
  ...chapters.map((chapter) => ({ file: chapter.file, path: linkOf(chapter).slice(1) })),
];

/** A site map has whole addresses: without the address of the book there is none. */
export function siteMap({ url, dates }: Settings): string | undefined {
  if (!url) return undefined;
  const entries = bookPages.map(({ file, path }) => {
    const day = dates.get(`docs/${file}`);
    const changed = day ? `<lastmod>${day}</lastmod>` : '';
    return `  <url><loc>${escape(url + path)}</loc>${changed}</url>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</urlset>\n`;
}

/** A name for good, from words: an entry keeps it wherever the book stands. */
function uuid(words: string): string {
  const hex = createHash('sha256').update(`recsys-book ${words}`).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}

/**
 * An Atom feed of the chapters, last changed first. The days are those of the history: without one
 * there is no feed. Links are relative where the address of the book is unknown.
 */
export function feed({ url, base, dates }: Settings): string | undefined {
  const entries = chapters
    .flatMap((chapter) => {
      const day = dates.get(`docs/${chapter.file}`);
      return day ? [{ chapter, day }] : [];
    })
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  if (entries.length === 0) return undefined;
  const home = url ?? base;
  const time = (day: string): string => `${day}T00:00:00Z`;
  const lines = entries.map(
    ({ chapter, day }) => `  <entry>
    <id>${uuid(chapter.id)}</id>
    <title>${escape(chapter.title)}</title>
    <updated>${time(day)}</updated>
    <link href="${escape(home + linkOf(chapter).slice(1))}"/>
    <summary>${escape(`${chapter.question} ${chapter.line}`)}</summary>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
  <id>${uuid('feed')}</id>
  <title>${escape(bookTitle)}</title>
  <subtitle>${escape(bookDescription)}</subtitle>
  <updated>${time(entries[0].day)}</updated>
  <author><name>The authors of this book</name></author>
  <link rel="self" type="application/atom+xml" href="${escape(home)}feed.xml"/>
  <link href="${escape(home)}"/>
${lines.join('')}</feed>
`;
}

/** A map of the book for language models: https://llmstxt.org. */
export function llmsTxt({ url, base }: Settings): string {
  const home = url ?? base;
  const sections = parts.map((part) => {
    const lines = part.chapters.map(
      (chapter) => `- [${chapter.title}](${home}${chapter.file}): ${chapter.question}`,
    );
    return `## ${part.title}\n\n${lines.join('\n')}\n`;
  });
  return `# ${bookTitle}\n\n> ${bookDescription}\n\nThe code on the pages is spliced from [code/recsys.ts](${home}code/recsys.ts), and every number was computed by it. The whole book in one file: [llms-full.txt](${home}llms-full.txt).\n\n${sections.join('\n')}`;
}

/** Where a page stands in the book, below the title of its Markdown; and where what it speaks of can be done. */
export function withPlace(markdown: string, { url, base }: Settings, file: string): string {
  const number = chapters.find((chapter) => chapter.file === file)?.number;
  const place = number ? `Chapter ${number} of` : 'From';
  const page = bookPages.find((known) => known.file === file)?.path ?? '';
  const live = `[its page](${(url ?? base) + page})`;
  return markdown.replace(
    '\n',
    () => `\n\n> ${place} _${bookTitle}_. On ${live} the models run and the figures move.\n`,
  );
}

/** The whole book as one Markdown file, its pages in their order; the notes of each have names of their own. */
export function llmsFull(
  pages: readonly { readonly file: string; readonly text: string }[],
): string {
  const own = (file: string, text: string): string =>
    text
      .split(/^(```[^]*?^```)$/m)
      .map((part) =>
        part.startsWith('```')
          ? part
          : part.replace(/\[\^(\d+)\]/g, `[^${path.basename(file, '.md')}-$1]`),
      )
      .join('');
  return pages.map(({ file, text }) => own(file, text)).join('\n---\n\n');
}

/** For the file `_headers`: what has a hash in its name never changes; what names the edition is always asked for. */
export const lastingHeaders = (base: string): string =>
  `${base}assets/*\n  Cache-Control: public, max-age=31536000, immutable\n` +
  `${base}sw.js\n  Cache-Control: no-cache\n`;
