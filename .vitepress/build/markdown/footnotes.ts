import type { MarkdownRenderer } from 'vitepress';

interface Meta {
  readonly id: number;
}

/** A source that is named twice has the same number both times: [1], and not [1:1]. */
export function footnotesPlugin(md: MarkdownRenderer): void {
  md.renderer.rules.footnote_caption = (tokens, index) =>
    `[${(tokens[index].meta as Meta).id + 1}]`;
}
