import type { ShikiTransformer } from 'shiki';
import { plainClasses } from './syntax.ts';

type Element = Parameters<NonNullable<ShikiTransformer['line']>>[0];
type ElementContent = Element['children'][number];

/**
 * Fewer elements in a listing: neighbours of one colour become one, spaces join what stands before
 * them, and text in the colour of the page needs no element at all. It looks the same, and a page
 * with the whole source has half as many nodes.
 */
export function lightLines(): ShikiTransformer {
  return {
    name: 'light-lines',
    line(node) {
      node.children = lighten(node.children);
    },
  };
}

export function lighten(children: readonly ElementContent[]): ElementContent[] {
  const joined: { classes: string; text: string; symbol: string }[] = [];
  for (const child of children) {
    const text = textOf(child);
    if (text === undefined) return [...children];
    const classes = classesOf(child);
    const symbol = symbolOf(child);
    const last = joined.at(-1);
    const alike = last?.classes === classes || text.trim() === '';
    if (last && alike && !last.symbol && !symbol) last.text += text;
    else joined.push({ classes, text, symbol });
  }
  return joined.map(({ classes, text, symbol }): ElementContent => {
    const value = { type: 'text', value: text } as const;
    if (classes === '' && symbol === '') return value;
    const properties = {
      ...(classes && { class: classes }),
      ...(symbol && { 'data-symbol': symbol }),
    };
    return { type: 'element', tagName: 'span', properties, children: [value] };
  });
}

/** The text of a token; undefined for anything else, which then stays as it is. */
function textOf(child: ElementContent): string | undefined {
  if (child.type === 'text') return child.value;
  if (child.type !== 'element' || child.tagName !== 'span') return undefined;
  const [inner, more] = child.children;
  return inner?.type === 'text' && !more ? inner.value : undefined;
}

/** What reacts to the pointer stays apart: see symbolTokens. */
function symbolOf(child: ElementContent): string {
  const symbol = child.type === 'element' ? child.properties['data-symbol'] : undefined;
  return typeof symbol === 'string' ? symbol : '';
}

function classesOf(child: ElementContent): string {
  if (child.type !== 'element') return '';
  const names = classList(child).filter((name) => !plainClasses.includes(name));
  return names.length > 0 ? classList(child).join(' ') : '';
}

function classList({ properties }: Element): string[] {
  const given = properties.class ?? properties.className;
  if (Array.isArray(given)) return given.map(String);
  return typeof given === 'string' ? given.split(' ').filter(Boolean) : [];
}
