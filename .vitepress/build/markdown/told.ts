import type { MarkdownRenderer } from 'vitepress';

/**
 * `::: told popularity` ... `:::` holds what tells the answer to the question of that id, which stands above it: a reader
 * sees it once it is answered, by a run or at once, or they have pressed its button. Paper, and a browser without scripts, have it at once.
 */
export function writeTold(source: string): string {
  return source.replace(
    /^::: told (\S+)$([^]*?)^:::$/gm,
    (_, id: string, body: string) =>
      `<div class="told closed" data-asked="${id}">\n` +
      '<p class="told-note"><span>What came out is told here. It opens with the answer to the question above. ' +
      '<button type="button">Show it without a guess</button></span></p>\n' +
      `${body}\n</div>\n`,
  );
}

export function toldPlugin(md: MarkdownRenderer): void {
  md.core.ruler.before('block', 'told', (state) => {
    state.src = writeTold(state.src);
  });
}
