import type { MarkdownRenderer } from 'vitepress';

/**
 * `::: told popularity` ... `:::` holds what tells the answer to the question of that id, which stands above it: a reader
 * sees it once they have answered, or have pressed its button. With `::: told production at once` there is nothing to
 * run. Paper, and a browser without scripts, have it at once.
 */
export function writeTold(source: string): string {
  return source.replace(
    /^::: told (\S+)( at once)?$([^]*?)^:::$/gm,
    (_, id: string, atOnce: string | undefined, body: string) =>
      `<div class="told closed" data-asked="${id}">\n` +
      `<p class="told-note"><span>What came out is told here once you have guessed${atOnce ? '' : ' and run it'}. ` +
      '<button type="button">Show it without a guess</button></span></p>\n' +
      `${body}\n</div>\n`,
  );
}

export function toldPlugin(md: MarkdownRenderer): void {
  md.core.ruler.before('block', 'told', (state) => {
    state.src = writeTold(state.src);
  });
}
