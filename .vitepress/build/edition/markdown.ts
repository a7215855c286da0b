import { attribute, childrenOf, hasClass, isElement, isText, textOf } from './tree.ts';
import type { Element, Node } from './tree.ts';

/**
 * A built page as Markdown, for readers that are programs: prose, listings, equations and the printed
 * numbers. What is there to be touched or looked at alone is left out.
 */

const skipped = new Set([
  ...['script', 'style', 'button', 'input', 'select', 'output', 'svg', 'label', 'template'],
  ...['fieldset', 'progress', 'canvas', 'textarea', 'form', 'datalist', 'noscript'],
]);
const skippedClasses = [
  ...['header-anchor', 'figure-controls', 'listing-link', 'run-bar', 'page-foot', 'lang'],
  ...['opening-place', 'opening-facts', 'visually-hidden', 'symbols-hint', 'live-only'],
];
const inlineTags = new Set(
  'a abbr b bdi br cite code dfn em i kbd mark math q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

export interface Reading {
  /** The formula that a piece of MathML was made from. */
  readonly formula: (math: Element) => string;
  /** The absolute or relative address that a link of the page means in its Markdown. */
  readonly link: (href: string) => string;
}

const isSkipped = (element: Element): boolean =>
  skipped.has(element.tagName) ||
  attribute(element, 'aria-hidden') === 'true' ||
  attribute(element, 'hidden') !== undefined ||
  skippedClasses.some((name) => hasClass(element, name));

const tidy = (text: string): string => text.replace(/[\s\u200b]+/g, ' ');
/** Two words that only a box kept apart stay apart. */
const join = (parts: readonly string[]): string =>
  parts
    .join('')
    .replace(/ +/g, ' ')
    .replace(/ (?=[,.;:!?)](?:\s|$))/g, '')
    .trim();
/** Boxes that stand side by side have no space between them in the HTML. */
const isBox = (element: Element): boolean =>
  element.attrs.some(({ name }) => name.startsWith('data-v-'));

export function pageMarkdown(page: Node, reading: Reading): string {
  const inline = (node: Node): string => {
    // What looks like a tag would be taken for one.
    if (isText(node)) return tidy(node.value).replace(/<(?=[a-z/!])/gi, '\\<');
    if (!isElement(node) || isSkipped(node)) return '';
    const all = () => childrenOf(node).map(inline).join('');
    const around = (mark: string): string => {
      const text = all();
      const inside = text.trim();
      return inside === '' ? text : text.replace(inside, `${mark}${inside}${mark}`);
    };
    switch (node.tagName) {
      case 'math':
        return `$${reading.formula(node)}$`;
      case 'code':
        return `\`${tidy(textOf(node))}\``;
      case 'em':
      case 'i':
        return around('_');
      case 'strong':
      case 'b':
        return around('**');
      case 'br':
        return ' ';
      case 'a': {
        // A term of the glossary is a word like the others.
        if (hasClass(node, 'term')) return all();
        const href = attribute(node, 'href');
        const text = all().trim();
        const linked =
          href === undefined || text === '' ? text : `[${text}](${reading.link(href)})`;
        return isBox(node) ? `${linked} ` : linked;
      }
      default:
        return isBox(node) ? `${all()} ` : all();
    }
  };

  const cells = (row: Element): string[] =>
    childrenOf(row)
      .filter(isElement)
      .map((cell) => join([inlineOf(cell)]).replaceAll('|', '\\|') || ' ');
  /** All that is said in a block, in one line. */
  const inlineOf = (node: Node): string =>
    childrenOf(node)
      .map((child) => {
        if (!isElement(child) || inlineTags.has(child.tagName)) return inline(child);
        return isSkipped(child) ? '' : ` ${inlineOf(child)} `;
      })
      .join('');

  const table = (element: Element): string[] => {
    const rows = [...rowsOf(element)].map(cells).filter((row) => row.some((cell) => cell !== ' '));
    if (rows.length === 0) return [];
    const width = Math.max(...rows.map((row) => row.length));
    const line = (row: readonly string[]): string =>
      `| ${[...row, ...Array<string>(width - row.length).fill(' ')].join(' | ')} |`;
    const caption = childrenOf(element).find(
      (child) => isElement(child) && child.tagName === 'caption',
    );
    const lines = [line(rows[0]), line(rows[0].map(() => '---')), ...rows.slice(1).map(line)];
    const said = caption ? join([inlineOf(caption)]) : '';
    return [...(said ? [`Table: ${said}`] : []), lines.join('\n')];
  };

  const list = (element: Element): string =>
    childrenOf(element)
      .filter((child): child is Element => isElement(child) && !isSkipped(child))
      .map((item, index) => {
        const mark = element.tagName === 'ol' ? `${index + 1}. ` : '- ';
        const text = isInlineOnly(item) ? join([inlineOf(item)]) : blocks(item).join('\n\n');
        return mark + text.replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`);
      })
      .filter((item) => !/^(?:-|\d+\.) $/.test(item))
      .join('\n');

  const block = (element: Element): string[] => {
    if (isSkipped(element)) return [];
    const heading = /^h([1-6])$/.exec(element.tagName);
    if (heading) return [`${'#'.repeat(Number(heading[1]))} ${join([inlineOf(element)])}`];
    switch (element.tagName) {
      case 'table':
        return table(element);
      case 'ul':
      case 'ol':
        return [list(element)];
      case 'pre':
        return [
          `\`\`\`${attribute(element, 'data-language') ?? 'ts'}\n${textOf(element).replace(/\n$/, '')}\n\`\`\``,
        ];
      case 'math':
        return [`$$\n${reading.formula(element)}\n$$`];
      case 'hr':
        return ['---'];
      case 'summary': {
        const text = join([inlineOf(element)]);
        return text === 'Show the numbers' ? [] : [`**${text}**`];
      }
      case 'blockquote':
        return [blocks(element).join('\n\n').replace(/^/gm, '> ')];
      case 'dl':
        return [definitions(element)];
      default:
        if (hasClass(element, 'listing-head')) {
          const said = childrenOf(element).filter((child) => isElement(child) && !isSkipped(child));
          return [`From ${said.map((child) => textOf(child)).join(', ')}:`];
        }
        if (hasClass(element, 'finding') || hasClass(element, 'margin-note-title'))
          return [`**${join([inlineOf(element)])}**`];
        return blocks(element);
    }
  };

  const definitions = (element: Node): string => {
    const lines: string[] = [];
    const visit = (node: Node): void => {
      for (const child of childrenOf(node)) {
        if (!isElement(child) || isSkipped(child)) continue;
        if (child.tagName === 'dt') lines.push(`- ${join([inlineOf(child)])}:`);
        else if (child.tagName === 'dd')
          lines.push(`${lines.pop() ?? '-'} ${join([inlineOf(child)])}`);
        else visit(child);
      }
    };
    visit(element);
    return lines.join('\n');
  };

  const isInlineOnly = (element: Element): boolean =>
    childrenOf(element).every(
      (child) => !isElement(child) || isSkipped(child) || inlineTags.has(child.tagName),
    );

  /** The blocks of an element; what runs in a line between them is a block of its own. */
  const blocks = (element: Node): string[] => {
    const found: string[] = [];
    let line: string[] = [];
    const flush = (): void => {
      const text = join(line);
      if (text !== '') found.push(text);
      line = [];
    };
    for (const child of childrenOf(element)) {
      const display = isElement(child) && attribute(child, 'display') === 'block';
      if (!display && (isText(child) || (isElement(child) && inlineTags.has(child.tagName)))) {
        line.push(inline(child));
      } else if (isElement(child) && !isSkipped(child)) {
        flush();
        found.push(...block(child));
      }
    }
    flush();
    return found.filter((text) => text !== '');
  };

  return `${blocks(page).join('\n\n')}\n`;
}

function* rowsOf(table: Element): Generator<Element> {
  for (const child of childrenOf(table)) {
    if (!isElement(child)) continue;
    if (child.tagName === 'tr') yield child;
    else if (/^t(head|body|foot)$/.test(child.tagName)) yield* rowsOf(child);
  }
}
