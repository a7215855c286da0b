import type { MarkdownRenderer } from 'vitepress';
import { renderMath } from './math.ts';
import { symbolsOf, type BookSymbol } from './symbolsOf.ts';

/**
 * The symbols of a chapter: equations, listings and figures mark them with `data-symbol`, and a script lights
 * up what has the same mark. Here is the table of them, which stands where the first equation has been told.
 */

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/`([^`]*)`/g, '<code>$1</code>');

/** The whole table is left as it is by Vue: what is within need not say so again. */
const symbolIn = (tex: string, list: readonly BookSymbol[]): string =>
  renderMath(tex, false, list).replace('<math v-pre', '<math');

export function legendOf(list: readonly BookSymbol[]): string {
  const rows = list.map(({ id, tex, code = [], means, also = [] }) => {
    const names = code.map((name) => `<code data-symbol="${id}">${name}</code>`).join(', ');
    const button = `<button type="button" class="symbol-pin" data-symbol="${id}" aria-pressed="false">Light up<span class="visually-hidden"> ${id}</span></button>`;
    return `<tr class="symbol-row" data-of="${[id, ...also].join(' ')}"><th scope="row">${symbolIn(tex, list)} ${button}</th><td>${names || '–'}</td><td class="symbol-means">${escape(means)}</td></tr>`;
  });
  return (
    '<details class="symbols" v-pre><summary>Symbols of this chapter</summary>' +
    '<p class="symbols-hint">Point at a symbol, in an equation, a listing or a figure, and all its places light up.</p>' +
    '<table><thead><tr><th scope="col">Symbol</th><th scope="col">In the code</th><th scope="col">Means</th></tr></thead>' +
    `<tbody>${rows.join('')}</tbody></table><p class="symbols-status" role="status"></p></details>\n`
  );
}

export function symbolsPlugin(md: MarkdownRenderer): void {
  md.core.ruler.push('chapter_symbols', (state) => {
    const list = symbolsOf((state.env as { relativePath?: string }).relativePath);
    if (!list) return;
    const byCode = new Map(list.flatMap(({ id, code = [] }) => code.map((name) => [name, id])));
    for (const { children } of state.tokens) {
      for (const token of children ?? []) {
        const id = token.type === 'code_inline' ? byCode.get(token.content) : undefined;
        if (id) token.attrSet('data-symbol', id);
      }
    }
    const first = state.tokens.findIndex(({ type, level }) => type === 'math_block' && level === 0);
    if (first < 0) throw new Error('symbols.ts: a chapter with symbols needs an equation');
    const next = state.tokens.findIndex(({ type }, n) => n > first && type === 'heading_open');
    const token = new state.Token('html_block', '', 0);
    token.content = legendOf(list);
    state.tokens.splice(next < 0 ? state.tokens.length : next, 0, token);
  });
}
