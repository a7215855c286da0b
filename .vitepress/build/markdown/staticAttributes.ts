import type { MarkdownRenderer } from 'vitepress';
import type { Plugin } from 'vite';

/**
 * What never changes on a page is kept by Vue as a string, which VitePress leaves out of the script of a page
 * that came as HTML. But Vue does so only where it knows every attribute, and it does not know `role`, nor
 * the attributes of MathML by which formulas are set. They are written as data, and named again when the
 * page has been compiled.
 */
const prefix = 'data-as-';
const unknown = /\s(role|movablelimits|minsize|maxsize|linethickness|columnalign)=/g;
const unknownInMath = /\sclass=/;
const math = /^<(?:math|m[a-z]+|semantics|annotation)\b/;

export function withKnownAttributes(html: string): string {
  return html.replace(/<[a-z](?:"[^"]*"|[^"<>])*>/g, (tag) => {
    const known = tag.replace(unknown, ` ${prefix}$1=`);
    // <mark>, <main>, <menu> and <meter> are not of MathML.
    if (!math.test(tag) || /^<(?:mark|main|menu|meter|meta)\b/.test(tag)) return known;
    return known.replace(unknownInMath, ` ${prefix}class=`);
  });
}

export function staticAttributesPlugin(md: MarkdownRenderer): void {
  const render = md.renderer.render.bind(md.renderer);
  md.renderer.render = (...args) => withKnownAttributes(render(...args));
}

export function namedAgain(): Plugin {
  return {
    name: 'book-static-attributes',
    enforce: 'post',
    transform(code, id) {
      if (!/\.md(?:$|\?)/.test(id) || !code.includes(prefix)) return undefined;
      return { code: code.replaceAll(prefix, ''), map: null };
    },
  };
}
