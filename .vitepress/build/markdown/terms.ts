import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { MarkdownRenderer } from 'vitepress';
import { chapterByFile, chapters, linkOf, type Chapter } from '../../chapters.ts';
import { glossary, type Term } from '../../glossary.ts';

/**
 * The terms of the glossary in the prose. On the page that teaches a term, the place that defines it becomes a
 * `<dfn>` that links lead to. On every other page the first use is a link into the glossary, which a script
 * turns into a note where it stands. Headings, code, equations, links, answers and references stay as they are.
 */

type Token = ReturnType<MarkdownRenderer['parse']>[number];

export interface PageEnv {
  readonly relativePath?: string;
  /** The terms that this page uses or defines, once it is parsed. */
  terms?: Set<string>;
}

/** The place of a term's definition, on the page of its chapter. */
export const definedAt = (id: string): string => `term-${id}`;

const quote = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Capitals that mean something stay: MAP is no map. A space may be the end of a line. */
function patternOf(form: string): string {
  const words = form.split(' ').map(quote);
  if (/^[a-z]/.test(form)) words[0] = `[${form[0]}${form[0].toUpperCase()}]${words[0].slice(1)}`;
  return words.join('\\s+');
}

interface Finder {
  readonly terms: readonly Term[];
  readonly pattern: RegExp;
}

/** What is looked for on a page, the longest form first: "factor models" before "factors". */
function finderFor(page: Chapter): Finder {
  const forms = glossary
    .filter((term) => !term.except?.includes(page.id))
    .flatMap((term) => {
      const said = term.chapter === page.id && term.defined ? [term.defined] : term.forms;
      return said.map((form) => ({ term, form }));
    })
    .sort((a, b) => b.form.length - a.form.length);
  const any = forms.map(({ form }) => `(${patternOf(form)})`).join('|');
  return {
    terms: forms.map(({ term }) => term),
    pattern: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${any})(?![\\p{L}\\p{N}-])`, 'gu'),
  };
}

interface Use {
  readonly term: Term;
  readonly start: number;
  readonly end: number;
}

/** The terms in a piece of plain text, in order. */
function usesIn(text: string, { terms, pattern }: Finder): Use[] {
  return [...text.matchAll(pattern)].map((match) => {
    const term = terms[match.slice(1).findIndex((group) => group !== undefined)];
    return { term, start: match.index, end: match.index + match[0].length };
  });
}

/** Blocks whose words are not marked, by the token that opens them. */
const closedTo = ['heading_open', 'th_open', 'footnote_block_open'];

interface Block {
  readonly token: Token;
  /** The title of a note in the margin: the note says what it means. */
  readonly isTitle: boolean;
}

/** The lines of text that a term may stand in. */
function* proseOf(tokens: readonly Token[]): Generator<Block> {
  let closed = 0;
  let details = 0;
  let inReferences = false;
  for (const [n, token] of tokens.entries()) {
    if (token.type === 'heading_open') inReferences = tokens[n + 1].content === 'References';
    if (closedTo.includes(token.type.replace(/_close$/, '_open'))) closed += token.nesting;
    if (token.type === 'html_block') {
      const count = (tag: RegExp): number => (token.content.match(tag) ?? []).length;
      details += count(/<details/g) - count(/<\/details/g);
    }
    if (token.type !== 'inline' || closed > 0 || details > 0 || inReferences) continue;
    yield { token, isTitle: tokens[n - 1].attrGet('class') === 'margin-note-title' };
  }
}

/** A text of one line after the other, with what stands around it. */
interface Run {
  readonly text: Token;
  readonly setApart: boolean;
}

/** Neighbouring text and line ends become one text: a term may go over the end of a line. */
function joinLines(children: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    const isBreak = child.type === 'softbreak';
    if (last?.type === 'text' && (isBreak || child.type === 'text')) {
      last.content += isBreak ? '\n' : child.content;
    } else joined.push(child);
  }
  return joined;
}

/** The texts of a line in which a link may stand, and whether they are set apart from the rest. */
function runsOf({ token, isTitle }: Block): Run[] {
  let apart = isTitle ? 1 : 0;
  let linked = 0;
  return (token.children ?? []).flatMap((child) => {
    if (/^(?:em|strong)_/.test(child.type)) apart += child.nesting;
    if (/^link_/.test(child.type)) linked += child.nesting;
    if (child.type === 'html_inline') {
      if (/^<(?:a|button|summary)\b/.test(child.content)) linked++;
      if (/^<\/(?:a|button|summary)>/.test(child.content)) linked--;
    }
    return child.type === 'text' && linked === 0 ? [{ text: child, setApart: apart > 0 }] : [];
  });
}

/** Marks the prose of a page, and says which terms it has. */
function markTerms(
  page: Chapter,
  tokens: readonly Token[],
  base: string,
  make: (type: 'text' | 'html_inline', content: string) => Token,
): Set<string> {
  const finder = finderFor(page);
  const blocks = [...proseOf(tokens)];
  for (const { token } of blocks) token.children = joinLines(token.children ?? []);
  const setApart = new Set(
    blocks
      .flatMap(runsOf)
      .filter((run) => run.setApart)
      .flatMap(({ text }) => usesIn(text.content, finder).map(({ term }) => term.id)),
  );
  const seen = new Set<string>();

  const tagsFor = (term: Term, run: Run): readonly [string, string] | undefined => {
    if (seen.has(term.id)) return undefined;
    const isHome = term.chapter === page.id;
    // Where its page sets the word apart, it defines it there.
    if (isHome && !term.defined && setApart.has(term.id) && !run.setApart) return undefined;
    seen.add(term.id);
    if (isHome) return [`<dfn id="${definedAt(term.id)}">`, '</dfn>'];
    const href = `${base}glossary#${term.id}`;
    return [`<a class="term" href="${href}" target="_self">`, '</a>'];
  };

  for (const block of blocks) {
    const runs = new Map(runsOf(block).map((run) => [run.text, run]));
    block.token.children = (block.token.children ?? []).flatMap((child) => {
      const run = runs.get(child);
      if (!run) return [child];
      const parts: Token[] = [];
      let from = 0;
      const push = (to: number): void => {
        if (to > from) parts.push(make('text', child.content.slice(from, to)));
        from = to;
      };
      for (const { term, start, end } of usesIn(child.content, finder)) {
        const tags = tagsFor(term, run);
        if (!tags) continue;
        push(start);
        parts.push(make('html_inline', tags[0]));
        push(end);
        parts.push(make('html_inline', tags[1]));
      }
      push(child.content.length);
      return parts;
    });
  }
  return seen;
}

export function termsPlugin(
  md: MarkdownRenderer,
  { base, root }: { readonly base: string; readonly root: string },
): void {
  md.core.ruler.push('glossary_terms', (state) => {
    const env = state.env as PageEnv;
    const page = chapterByFile(env.relativePath ?? '');
    if (!page) return;
    if (page.id === 'glossary') {
      const place = state.tokens.find(({ content }) => content.trim() === '<GlossaryList />');
      if (!place) throw new Error('glossary.md: needs a line <GlossaryList />');
      place.content = glossaryHtml(md, base, root);
      return;
    }
    env.terms = markTerms(page, state.tokens, base, (type, content) => {
      const token = new state.Token(type, '', 0);
      token.content = content;
      return token;
    });
  });
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Which pages use which term: every chapter is parsed, by the same rules as when it is printed. */
export function usedOn(md: MarkdownRenderer, root: string): Map<string, Chapter[]> {
  const used = new Map<string, Chapter[]>(glossary.map(({ id }) => [id, []]));
  for (const chapter of chapters) {
    if (chapter.id === 'glossary') continue;
    const file = path.join(root, 'docs', chapter.file);
    const env: PageEnv & { path: string } = { relativePath: chapter.file, path: file };
    md.parse(readFileSync(file, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''), env);
    for (const id of env.terms ?? []) used.get(id)?.push(chapter);
  }
  return used;
}

export function glossaryHtml(md: MarkdownRenderer, base: string, root: string): string {
  const used = usedOn(md, root);
  const name = ({ number, title }: Chapter): string =>
    escape(number ? `${number}.\u00a0${title}` : title);
  const pageOf = (chapter: Chapter): string => `${base}${linkOf(chapter).slice(1)}`;
  const sorted = [...glossary].sort((a, b) =>
    a.term.toLowerCase() < b.term.toLowerCase() ? -1 : 1,
  );
  const entries = sorted.map((term) => {
    const users = used.get(term.id) ?? [];
    const home = users.find(({ id }) => id === term.chapter);
    if (term.chapter && !home) {
      throw new Error(`glossary.ts: ${term.chapter} does not say "${term.term}"`);
    }
    const taught = home
      ? `<span>Taught in <a href="${pageOf(home)}#${definedAt(term.id)}">${name(home)}</a>.</span>`
      : users.length === 0
        ? '<span>Not taught in this book.</span>'
        : '';
    const others = users
      .filter((chapter) => chapter !== home)
      .map((chapter) => `<a href="${pageOf(chapter)}">${name(chapter)}</a>`);
    const uses = others.length > 0 ? ` <span>Used in ${others.join(', ')}.</span>` : '';
    const relatives = (term.also ?? []).map((id) => {
      const relative = glossary.find((candidate) => candidate.id === id);
      if (!relative) throw new Error(`glossary.ts: ${term.id} knows no ${id}`);
      return `<a href="#${id}">${escape(relative.term)}</a>`;
    });
    const also = relatives.length > 0 ? ` <span>See also ${relatives.join(', ')}.</span>` : '';
    return `<div class="glossary-entry" id="${term.id}"><dt>${escape(term.term)}</dt><dd><p>${escape(term.definition)}</p><p class="glossary-places">${taught}${uses}${also}</p></dd></div>`;
  });
  // The page is long: a letter leads to the first of its terms.
  const firsts = new Map<string, string>();
  for (const { id, term } of sorted) {
    const letter = term.charAt(0).toUpperCase();
    if (!firsts.has(letter)) firsts.set(letter, id);
  }
  const letters = Array.from(firsts, ([letter, id]) => `<a href="#${id}">${letter}</a>`);
  const nav = `<nav class="glossary-letters" aria-label="Terms by their first letter" v-pre>${letters.join(' ')}</nav>`;
  return `${nav}<dl class="glossary" v-pre>${entries.join('')}</dl>\n`;
}
