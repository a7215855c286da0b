import type { ShikiTransformer } from 'shiki';
import { symbols, type BookSymbol } from './symbolsOf.ts';

type HastElement = Parameters<NonNullable<ShikiTransformer['line']>>[0];
type HastChild = HastElement['children'][number];

const quoted = /^\s*['"`]/;
const isComment = (line: string): boolean => /^\s*(?:\*|\/\*|\/\/)/.test(line);
/** A comment that writes an equation: set in as such, or with an equals sign behind `//`. */
const isEquation = (line: string): boolean => /^\s*\*\s{4,}\S|^\s*\/\/.*[=≤<].*/.test(line);

/** The names that are looked for in a listing of a region, and the symbol of each. */
function namesIn(list: readonly BookSymbol[], region: string, equation: boolean) {
  const names = new Map<string, string>();
  for (const { id, code = [], notes = [], only } of list) {
    if (only && !only.includes(region)) continue;
    for (const name of equation ? [...notes, ...code] : code) names.set(name, id);
  }
  return names;
}

/** The pieces of a text, those that are names apart from the others. */
export function piecesOf(
  text: string,
  names: ReadonlyMap<string, string>,
): { readonly text: string; readonly symbol?: string }[] {
  if (names.size === 0) return [{ text }];
  const sorted = [...names.keys()].sort((a, b) => b.length - a.length);
  const any = new RegExp(
    `(?<![\\p{L}\\p{N}_$ᵀ'])(?:${sorted.join('|')})(?![\\p{L}\\p{N}_$ᵀ'])`,
    'gu',
  );
  const pieces: { text: string; symbol?: string }[] = [];
  let from = 0;
  for (const { 0: name, index } of text.matchAll(any)) {
    if (index > from) pieces.push({ text: text.slice(from, index) });
    pieces.push({ text: name, symbol: names.get(name) ?? '' });
    from = index + name.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

const hastText = (node: HastChild): string =>
  node.type === 'text'
    ? node.value
    : node.type === 'element'
      ? node.children.map(hastText).join('')
      : '';

/** What stands in the braces of a listing names the chapter whose symbols it has, and its own region. */
export function symbolsNamed(raw: string) {
  const [, id = '', region = ''] = /(?:^|\s)symbols=([\w-]+)\/([\w-]*)/.exec(raw) ?? [];
  const list: readonly BookSymbol[] | undefined = symbols[id];
  return { list, region };
}

/** A Shiki transformer: the symbols of a listing get an element of their own. */
export function symbolTokens(): ShikiTransformer {
  return {
    name: 'symbol-tokens',
    line(line) {
      const raw = this.options.meta?.__raw ?? '';
      const { list, region } = symbolsNamed(raw);
      if (!list) return;
      const whole = hastText(line);
      const comment = isComment(whole);
      if (comment && !isEquation(whole)) return;
      const names = namesIn(list, region, comment);
      // The text between the values of a template has the look of the strings around it.
      const strings = line.children.filter((child) => quoted.test(hastText(child))).map(lookOf);
      line.children = line.children.flatMap((child) => {
        if (child.type !== 'element' || (!comment && strings.includes(lookOf(child))))
          return [child];
        return piecesOf(hastText(child), names).map(({ text, symbol }) => ({
          ...child,
          properties: { ...child.properties, ...(symbol && { 'data-symbol': symbol }) },
          children: [{ type: 'text' as const, value: text }],
        }));
      });
    },
  };
}

const lookOf = (node: HastChild): string =>
  node.type === 'element' ? JSON.stringify(node.properties) : '';
