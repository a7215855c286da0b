import temml from 'temml';
import type { MarkdownRenderer } from 'vitepress';
import { markMath } from './markMath.ts';
import { symbolsOf, type BookSymbol } from './symbolsOf.ts';

/** `$...$` in a line and `$$...$$` as a block become MathML at build; nothing runs in the browser. */

/** Style attributes that temml writes, each with the class of math.css that stands for it. */
const styleClasses: Readonly<Record<string, string>> = {
  'display:block math': '',
  'display:inline math': '',
  'math-depth:0': 'math-depth-0',
  'padding-left:0em;padding-right:0em': 'math-pad-0',
  'padding-left:1em;padding-right:0em': 'math-pad-case',
  'padding-left:2em;padding-right:0em': 'math-pad-wide',
  'padding-left:0em;padding-right:5.9776pt': 'math-pad-first',
  'padding-left:5.9776pt;padding-right:0em': 'math-pad-last',
  'padding-left:5.9776pt;padding-right:5.9776pt': 'math-pad-both',
};

/** Every formula of this build: MathML -> TeX, for the pages as Markdown. */
export const formulas = new Map<string, string>();

export function renderMath(
  tex: string,
  display: boolean,
  symbols: readonly BookSymbol[] = [],
): string {
  const options = { displayMode: display, throwOnError: true, strict: true };
  const mathml = temml.renderToString(tex.trim(), options);
  const classed = mathml.replace(/<(\w+)([^>]*?) style="([^"]*)"([^>]*)>/g, replaceStyle(tex));
  const marked = symbols.length > 0 ? markMath(classed, symbols) : classed;
  formulas.set(marked, tex.trim());
  return marked.replace(/^<math/, '<math v-pre');
}

function replaceStyle(tex: string) {
  return (_: string, tag: string, before: string, style: string, after: string): string => {
    const name = styleClasses[style.replace(/;$/, '')];
    if (name === undefined) {
      throw new Error(
        `math: no class for style "${style}" in: ${tex}; add one to math.ts and math.css`,
      );
    }
    const rest = `${before}${after}`;
    if (name === '') return `<${tag}${rest}>`;
    if (!rest.includes('class="')) return `<${tag} class="${name}"${rest}>`;
    return `<${tag}${rest.replace('class="', `class="${name} `)}>`;
  };
}

export function mathPlugin(md: MarkdownRenderer): void {
  md.inline.ruler.after('escape', 'math', (state, silent) => {
    const { src, pos } = state;
    if (src[pos] !== '$' || src[pos + 1] === '$' || /\s/.test(src[pos + 1] ?? ' ')) return false;
    let end = pos + 1;
    while (end < src.length && (src[end] !== '$' || src[end - 1] === '\\')) end++;
    const closed = end < src.length && !/\s/.test(src[end - 1]) && !/\d/.test(src[end + 1] ?? '');
    if (!closed) return false;
    // What ends a clause stays on the line of its formula.
    const mark = /^[.,;:!?)]+/.exec(src.slice(end + 1))?.[0] ?? '';
    if (!silent) {
      const token = state.push('math_inline', 'math', 0);
      token.content = src.slice(pos + 1, end);
      token.info = mark;
    }
    state.pos = end + 1 + mark.length;
    return true;
  });

  md.block.ruler.before(
    'fence',
    'math_block',
    (state, startLine, endLine, silent) => {
      const lineAt = (line: number): string =>
        state.src.slice(state.bMarks[line] + state.tShift[line], state.eMarks[line]).trimEnd();
      const first = lineAt(startLine);
      if (!first.startsWith('$$')) return false;
      if (silent) return true;
      let body = first.slice(2);
      let line = startLine;
      while (!body.endsWith('$$')) {
        line++;
        if (line >= endLine) throw new Error(`math: $$ on line ${startLine + 1} is never closed`);
        body += `\n${lineAt(line)}`;
      }
      const token = state.push('math_block', 'math', 0);
      token.block = true;
      token.content = body.slice(0, -2);
      token.map = [startLine, line + 1];
      state.line = line + 1;
      return true;
    },
    { alt: ['paragraph', 'blockquote', 'list'] },
  );

  const symbolsFor = (env: { relativePath?: string }) => symbolsOf(env.relativePath);
  md.renderer.rules.math_inline = (tokens, index, _, env: object) => {
    const { content, info } = tokens[index];
    const math = renderMath(content, false, symbolsFor(env));
    return info === '' ? math : `<span class="math-with-mark">${math}${info}</span>`;
  };
  md.renderer.rules.math_block = (tokens, index, _, env: object) =>
    `<div class="equation" tabindex="0" role="group" aria-label="Equation">${renderMath(tokens[index].content, true, symbolsFor(env))}</div>\n`;
}
