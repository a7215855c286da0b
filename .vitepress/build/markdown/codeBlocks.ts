import type { MarkdownRenderer } from 'vitepress';

/**
 * A class of its own on every block of code, for the style sheets. VitePress' find one by a part of its class
 * attribute (`[class*='language-']`), and a browser then looks through all that stands within whatever changes
 * its class. See also mended.ts.
 */
export function codeBlocksPlugin(md: MarkdownRenderer): void {
  const fence = md.renderer.rules.fence;
  if (!fence) throw new Error('codeBlocks: VitePress renders fences no more');
  md.renderer.rules.fence = (...all) =>
    fence(...all).replaceAll('<div class="language-', '<div class="code-block language-');
}
