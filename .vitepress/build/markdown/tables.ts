import type { MarkdownRenderer } from 'vitepress';

/** Alignment of table cells by class: a style attribute would break the content security policy. */
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
}
