import type { MarkdownRenderer } from 'vitepress';

/**
 * `::: aside` ... `:::` is a note in the margin on a wide screen and a quiet block in the text on a
 * narrow one. An optional title follows the word: `::: aside Half-life`.
 */
export function asidePlugin(md: MarkdownRenderer): void {
  md.block.ruler.before(
    'fence',
    'aside',
    (state, startLine, endLine, silent) => {
      const lineAt = (line: number): string =>
        state.src.slice(state.bMarks[line] + state.tShift[line], state.eMarks[line]).trim();
      const head = /^:{3,}\s*aside\b\s*(.*)$/.exec(lineAt(startLine));
      if (!head) return false;
      if (silent) return true;
      const colons = /^:+/.exec(lineAt(startLine))?.[0] ?? ':::';
      let close = startLine + 1;
      while (close < endLine && lineAt(close) !== colons) close++;
      if (close >= endLine) throw new Error(`aside on line ${startLine + 1} is never closed`);

      const open = state.push('aside_open', 'div', 1);
      open.block = true;
      open.attrs = [
        ['class', 'margin-note'],
        ['role', 'note'],
      ];
      open.map = [startLine, close];
      if (head[1]) {
        state.push('paragraph_open', 'p', 1).attrs = [['class', 'margin-note-title']];
        const title = state.push('inline', '', 0);
        title.content = head[1];
        title.map = [startLine, startLine + 1];
        title.children = [];
        state.push('paragraph_close', 'p', -1);
      }
      const { parentType, lineMax } = state;
      state.lineMax = close;
      state.md.block.tokenize(state, startLine + 1, close);
      state.parentType = parentType;
      state.lineMax = lineMax;
      state.push('aside_close', 'div', -1).block = true;
      state.line = close + 1;
      return true;
    },
    { alt: ['paragraph', 'blockquote', 'list'] },
  );
}
