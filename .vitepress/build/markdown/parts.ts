import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { MarkdownRenderer } from 'vitepress';

/**
 * Parts of a page by their names: `<HalfSteps />` is `HalfSteps.vue` in the folder of the page's chapter, or else in
 * `kit/` or `reader/`. A page needs no script for it: what it names is imported here.
 *
 * A part comes in a script of its own when it is visible. One that begins with `<!-- arrives: as printed -->` says
 * something and does nothing: where it is printed it stands for good. `<!-- arrives: with the page -->` is part of the
 * page's own script, for what is small or waits for itself.
 */

/** What VitePress brings. */
const known = new Set(['ClientOnly', 'Content']);
const shared = ['kit', 'reader', 'reader/learning', 'reader/demo'];

/** The file of a part, from the project's folder; an error tells the page and the name. */
export function partFile(root: string, page: string, name: string): string {
  const folders = [`chapters/${path.basename(page, '.md')}`, ...shared];
  const files = folders.map((folder) => `.vitepress/${folder}/${name}.vue`);
  const file = files.find((candidate) => existsSync(path.join(root, candidate)));
  if (file) return file;
  const own = path.join(root, '.vitepress', folders[0]);
  const others = existsSync(own) ? readdirSync(own).filter((other) => other.endsWith('.vue')) : [];
  throw new Error(
    `docs/${page}: <${name}> is nowhere: neither in ${files.join(', nor in ')}. ` +
      `The chapter has ${others.join(', ') || 'no parts'}.`,
  );
}

const arrivals = ['as printed', 'with the page'] as const;
type Arrival = (typeof arrivals)[number] | 'when visible';

export function arrivalOf(source: string): Arrival {
  const told = /^<!-- arrives: (.*) -->\n/.exec(source)?.[1];
  if (told === undefined) return 'when visible';
  const arrival = arrivals.find((one) => one === told);
  if (!arrival) throw new Error(`a part arrives "${told}": it must be ${arrivals.join(' or ')}`);
  return arrival;
}

/** The lines of a page's script that bring its parts. */
export function importsOf(root: string, page: string, names: readonly string[]): string {
  const from = path.posix.dirname(`docs/${page}`);
  const toward = (file: string) => path.posix.relative(from, file);
  const waiting = toward('.vitepress/kit/hydrate.ts');
  const lines = names.map((name) => {
    const file = partFile(root, page, name);
    const arrival = arrivalOf(readFileSync(path.join(root, file), 'utf8'));
    if (arrival === 'with the page') return `import ${name} from '${toward(file)}';`;
    const wait = arrival === 'as printed' ? 'keepPrinted' : 'hydrateWhenVisible';
    return `const ${name} = ${wait}(() => import('${toward(file)}'));`;
  });
  const waits = ['hydrateWhenVisible', 'keepPrinted'].filter((wait) =>
    lines.some((line) => line.includes(`= ${wait}(`)),
  );
  const needed = waits.length > 0 ? [`import { ${waits.join(', ')} } from '${waiting}';`] : [];
  return [...needed, ...lines].join('\n');
}

/** The parts that a piece of HTML names, in order. */
export function partsIn(html: string): string[] {
  const names = html.replace(/<!--[^]*?-->/g, '').matchAll(/<([A-Z]\w*)/g);
  return Array.from(names, ([, name]) => name).filter((name) => !known.has(name));
}

interface PageEnv {
  readonly relativePath?: string;
}

export function partsPlugin(md: MarkdownRenderer, root: string): void {
  // The last rule: others write tags as well.
  md.core.ruler.push('page_parts', (state) => {
    const { relativePath: page } = state.env as PageEnv;
    if (!page) return;
    const html = state.tokens
      .flatMap((token) => [token, ...(token.children ?? [])])
      .filter(({ type }) => type === 'html_block' || type === 'html_inline')
      .map(({ content }) => content.replace(/<!--[^]*?-->/g, ''));
    if (html.some((text) => /<script\b/.test(text))) {
      throw new Error(`docs/${page}: has a script. What a page names is found by its name`);
    }
    const wanted = [...new Set(html.flatMap(partsIn))].sort();
    if (wanted.length === 0) return;
    const script = new state.Token('html_block', '', 0);
    script.content = `<script setup lang="ts">\n${importsOf(root, page, wanted)}\n</script>\n`;
    state.tokens.push(script);
  });
}
