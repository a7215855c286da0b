import type { MarkdownRenderer } from 'vitepress';

/**
 * Alignment of table cells by class: a style attribute would break the content security policy. The table stands in a
 * box, in which it scrolls where the page is too narrow for it.
 */
export function tablesPlugin(md: MarkdownRenderer): void {
  md.core.ruler.push('table_alignment', (state) => {
    for (const token of state.tokens) {
      if (token.type !== 'th_open' && token.type !== 'td_open') continue;
      const style = token.attrGet('style');
      if (!style) continue;
      token.attrs = token.attrs?.filter(([name]) => name !== 'style') ?? null;
      if (style === 'text-align:right') token.attrJoin('class', 'numeric');
      if (style === 'text-align:center') token.attrJoin('class', 'centred');
    }
  });
  md.renderer.rules.table_open = () =>
    '<div class="data-table" role="group" tabindex="0" aria-label="Table">\n<table>\n';
  md.renderer.rules.table_close = () => '</table>\n</div>\n';
}
