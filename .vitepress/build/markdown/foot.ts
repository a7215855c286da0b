import type { MarkdownRenderer } from 'vitepress';
import { chapterByFile, linkOf, type Chapter } from '../../chapters.ts';
import { citationOf, type CitedBook } from '../edition/cite.ts';
import { dayInWords } from '../edition/settings.ts';
import type { Settings } from '../edition/settings.ts';

/** What can be taken along, with the button that VitePress gives to listings. */
function copied(language: string, name: string, text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return (
    `<div class="code-block language-${language}"><button title="Copy" aria-label="Copy the ${name}" class="copy"></button>` +
    `<span class="lang">${language}</span><pre data-language="${language}"><code>${escaped}</code></pre></div>`
  );
}

/** How the chapter is cited; closed, for the few who want to. */
export function citeOf(settings: Settings, book: CitedBook, file: string): string {
  const chapter = chapterByFile(file);
  const citation = citationOf(settings, book, file);
  if (!chapter || !citation) return '';
  const what = chapter.number ? 'chapter' : 'page';
  return `<details class="cite" v-pre><summary>Cite this ${what}</summary>${copied('text', 'citation', citation.text)}${copied('bibtex', 'BibTeX entry', citation.bibtex)}</details>\n`;
}

const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Where an error of a page is reported: the page and its edition are filled in. */
function reportOf({ report, url, version, date }: Settings, chapter: Chapter): string | undefined {
  const link = linkOf(chapter);
  const address = url ? new URL(link.slice(1), url).href : link;
  const edition = [version, ...(date ? [`of ${dayInWords(date)}`] : [])].join(' ');
  const text = `Page: ${address} (docs/${chapter.file})\nEdition: ${edition}\n\nWhat is wrong, and what should stand there:\n`;
  return report?.(`Error in “${chapter.title}”`, text);
}

/** The last line of a chapter: when its text was changed, where to mend it or to report an error, the text as Markdown. */
export function footOf(settings: Settings, file: string): string {
  const day = settings.dates.get(`docs/${file}`);
  const changed = day
    ? [`Text last changed on <time datetime="${day}">${dayInWords(day)}</time>`]
    : [];
  const address = settings.edit?.(`docs/${file}`);
  const edit = address
    ? [`<a href="${address}" rel="noreferrer" target="_self">Edit this page</a>`]
    : [];
  const chapter = chapterByFile(file);
  const place = chapter && reportOf(settings, chapter);
  const report = place
    ? [`<a href="${attribute(place)}" rel="noreferrer" target="_self">Report an error</a>`]
    : [];
  const markdown = `<a href="${settings.base}${file}" target="_self" type="text/markdown">This page as Markdown</a>`;
  const items = [...changed, ...edit, ...report, markdown].map((item) => `<span>${item}</span>`);
  return `<p class="page-foot">${items.join(' ')}</p>\n`;
}

/** What is about a page and not in it: a search should not find it. */
export const withoutFoot = (html: string): string =>
  html
    .replace(/<p class="page-foot">.*<\/p>\n/, '')
    .replace(/<details class="(?:cite|symbols)"[^]*?<\/details>\n/g, '');

export function footPlugin(md: MarkdownRenderer, settings: Settings, book: CitedBook): void {
  md.core.ruler.push('page_foot', (state) => {
    const { relativePath = '' } = state.env as { relativePath?: string };
    if (!chapterByFile(relativePath)) return;
    const token = new state.Token('html_block', '', 0);
    token.content = citeOf(settings, book, relativePath) + footOf(settings, relativePath);
    state.tokens.push(token);
  });
}
