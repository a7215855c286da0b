import type { MarkdownRenderer } from 'vitepress';

/** The end of a line within a paragraph is a space: Vue drops a new line between two elements. */
export function softBreaksPlugin(md: MarkdownRenderer): void {
  md.renderer.rules.softbreak = () => ' ';
}
