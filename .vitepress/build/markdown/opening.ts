import type { MarkdownRenderer } from 'vitepress';
import { chapterByFile, partOf, type Chapter } from '../../chapters.ts';
import { toneOf } from '../../kit/marks.ts';
import { emblemOf } from '../emblem.ts';

/**
 * A chapter's opening around its `# Title`: number, question, minutes, what is measured, emblem.
 * All of it is static, so a page carries only its own and needs no script for it.
 */

const wordsPerMinute = 200;

export function minutesToRead(markdown: string): number {
  const words = markdown
    .replace(/^---[\s\S]*?^---/m, '')
    .replace(/^<<<.*$/gm, ' code '.repeat(120))
    .match(/[\p{L}\p{N}’'-]+/gu);
  return Math.max(1, Math.round((words?.length ?? 0) / wordsPerMinute));
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('{{', '&#123;&#123;');
}

function before(chapter: Chapter): string {
  const tone = chapter.mark ? toneOf(chapter.mark.family) : 'tone-none';
  const emblem = `<svg class="emblem" viewBox="0 0 200 200" aria-hidden="true" fill="currentColor">${emblemOf(chapter.id)}</svg>`;
  const label = chapter.number
    ? `<p class="opening-place"><span class="opening-part">${partOf(chapter).title}</span> <span class="opening-number">Chapter ${chapter.number}</span></p>`
    : `<p class="opening-place"><span class="opening-part">${partOf(chapter).title}</span></p>`;
  return `<header class="opening ${tone}">${emblem}<div class="opening-text">${label}`;
}

function after(chapter: Chapter, minutes: number): string {
  const time = `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} to read`;
  const facts = chapter.measured
    ? `<dl class="opening-facts"><div><dt>Time</dt><dd>${time}</dd></div><div><dt>Measured here</dt><dd>${escape(chapter.measured)}</dd></div></dl>`
    : '';
  return `<p class="opening-question">${escape(chapter.question)}</p>${facts}</div></header>\n`;
}

interface PageEnv {
  readonly relativePath?: string;
}

export function openingPlugin(md: MarkdownRenderer): void {
  md.core.ruler.push('chapter_opening', (state) => {
    const env = state.env as PageEnv;
    const chapter = env.relativePath ? chapterByFile(env.relativePath) : undefined;
    if (!chapter) return;
    const open = state.tokens.findIndex(
      (token) => token.type === 'heading_open' && token.tag === 'h1',
    );
    if (open < 0) throw new Error(`${chapter.file}: needs one "# ${chapter.title}"`);
    const close = state.tokens.findIndex(
      (token, index) => index > open && token.type === 'heading_close' && token.tag === 'h1',
    );
    const html = (content: string) => {
      const token = new state.Token('html_block', '', 0);
      token.content = content;
      return token;
    };
    state.tokens.splice(close + 1, 0, html(after(chapter, minutesToRead(state.src))));
    state.tokens.splice(open, 0, html(before(chapter)));
  });
}
