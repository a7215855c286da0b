import type { MarkdownRenderer } from 'vitepress';
import { chapterByFile } from '../chapters.ts';
import { dayInWords } from '../edition/settings.ts';
import type { Settings } from '../edition/settings.ts';

/** The last line of a chapter: when its text was changed, where to mend it, the text as Markdown. */
export function footOf(settings: Settings, file: string): string {
  const day = settings.dates.get(`docs/${file}`);
  const changed = day
    ? [`Text last changed on <time datetime="${day}">${dayInWords(day)}</time>`]
    : [];
  const address = settings.edit?.(`docs/${file}`);
  const edit = address
    ? [`<a href="${address}" rel="noreferrer" target="_self">Edit this page</a>`]
    : [];
  const markdown = `<a href="${settings.base}${file}" target="_self" type="text/markdown">This page as Markdown</a>`;
  const items = [...changed, ...edit, markdown].map((item) => `<span>${item}</span>`);
  return `<p class="page-foot">${items.join(' ')}</p>\n`;
}

export const withoutFoot = (html: string): string =>
  html.replace(/<p class="page-foot">.*<\/p>\n/, '');

export function footPlugin(md: MarkdownRenderer, settings: Settings): void {
  md.core.ruler.push('page_foot', (state) => {
    const { relativePath = '' } = state.env as { relativePath?: string };
    if (!chapterByFile(relativePath)) return;
    const token = new state.Token('html_block', '', 0);
    token.content = footOf(settings, relativePath);
    state.tokens.push(token);
  });
}
