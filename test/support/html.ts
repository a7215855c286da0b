// Reads built HTML as far as the tests need it: start tags with their attributes, and text.

export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Where the tag begins, and what comes right after it, in the page's text. */
  readonly start: number;
  readonly end: number;
}

const tagOrSkip =
  /<!--[\s\S]*?-->|<(script|style)\b([^>]*)>[\s\S]*?<\/\1>|<([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g;
const attribute = /([^\s=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s]+)))?/g;
const names: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  nbsp: '\u00a0',
  quot: '"',
};

/** `&lt;` and `&#x3C;` are `<` again. */
export function decode(text: string): string {
  return text.replace(/&(#x?[\da-f]+|\w+);/gi, (entity, name: string) => {
    const number = /^#(x?)(.+)$/i.exec(name);
    if (number) return String.fromCodePoint(parseInt(number[2], number[1] ? 16 : 10));
    const known = names[name];
    if (known === undefined) throw new Error(`html: what is ${entity}?`);
    return known;
  });
}

/** Every start tag of a page, in order; what stands in comments, scripts and styles is no tag. */
export function tagsOf(html: string): Tag[] {
  return [...html.matchAll(tagOrSkip)].flatMap((match) => {
    const name = match[1] ?? match[3];
    if (!name) return [];
    const attributes = new Map<string, string>();
    for (const [, key, ...values] of (match[2] ?? match[4]).matchAll(attribute)) {
      attributes.set(key, decode(values.find((value) => value !== undefined) ?? ''));
    }
    const start = match.index;
    return [{ name: name.toLowerCase(), attributes, start, end: start + match[0].length }];
  });
}

/** The text that a reader sees of a piece of HTML, as it stands. */
export const textOf = (html: string): string =>
  decode(html.replace(/<!--[\s\S]*?-->|<[^>]*>/g, ''));
