import { between, isBox, isDrawn, isInline, isSkipped, saidOf, withSigns } from './forms.ts';
import { attribute, childrenOf, elementsIn, hasClass, isElement, isText, textOf } from './tree.ts';
import type { Element, Node } from './tree.ts';

/**
 * A built page as Markdown, for readers that are programs: prose, listings, equations and the printed
 * numbers. What is there to be touched or looked at alone is left out (`forms.ts`).
 */

export interface Reading {
  /** The formula that a piece of MathML was made from. */
  readonly formula: (math: Element) => string;
  /** The absolute or relative address that a link of the page means in its Markdown. */
  readonly link: (href: string) => string;
}

const tidy = (text: string): string => text.replace(/[\s\u200b]+/g, ' ');
const join = (text: string): string =>
  text
    .replace(/ +/g, ' ')
    .replace(/ (?=[,.;:!?)](?:\s|$))/g, '')
    .trim();
const isRow = (element: Node): boolean =>
  isElement(element) &&
  (/^(?:li|td|th|summary)$/.test(element.tagName) ||
    hasClass(element, 'row') ||
    hasClass(element, 'bill'));

export function pageMarkdown(page: Node, reading: Reading): string {
  /** Within words that are bold already nothing more is made bold. */
  let isBold = false;
  const marked = (mark: string, text: string): string => {
    const words = text.trim();
    return words === '' ? text : text.replace(words, () => mark + words + mark);
  };
  const bold = (say: () => string): string => {
    if (isBold) return say();
    isBold = true;
    const text = say();
    isBold = false;
    return marked('**', text);
  };

  /** All that is said in a few neighbours, in one line. */
  const inlineOf = (nodes: readonly Node[], inRow: boolean): string => {
    let line = '';
    let wasBox = false;
    for (const child of nodes) {
      if (isElement(child) && isSkipped(child)) continue;
      const text = inline(child, inRow);
      const box = isElement(child) && isBox(child);
      if (box && wasBox) line += between(line, text, inRow);
      line += box && !isInline(child) ? ` ${text} ` : text;
      if (text.trim() !== '') wasBox = box;
    }
    return line;
  };

  const inline = (node: Node, inRow: boolean): string => {
    // What looks like a tag would be taken for one.
    if (isText(node)) return tidy(node.value).replace(/<(?=[a-z/!])/gi, '\\<');
    if (!isElement(node)) return '';
    const all = (): string => inlineOf(childrenOf(node), inRow || isRow(node));
    switch (node.tagName) {
      case 'math':
        return `$${reading.formula(node)}$`;
      case 'code':
        return `\`${tidy(textOf(node))}\``;
      case 'em':
      case 'i':
        return marked(touchesWord(node) ? '*' : '_', all());
      case 'strong':
      case 'b':
        return bold(all);
      case 'sub':
        return `_${all().trim()}`;
      case 'sup': {
        const note = /^\[(\d+)\]$/.exec(all());
        return note ? `[^${note[1]}]` : `^${all().trim()}`;
      }
      case 'br':
        return ' ';
      case 'a': {
        // A term of the glossary is a word like the others.
        if (hasClass(node, 'term') || isNoteMark(node)) return all();
        const href = attribute(node, 'href');
        const text = all().trim();
        return href === undefined || text === '' ? text : `[${text}](${reading.link(href)})`;
      }
      default:
        return withSigns(node, all());
    }
  };
  const words = (element: Node): string => join(inlineOf(childrenOf(element), isRow(element)));

  const cells = (row: Element): string[] =>
    childrenOf(row)
      .filter(isElement)
      .filter((cell) => !isSkipped(cell))
      .flatMap((cell) => {
        const blank = Array<string>(Number(attribute(cell, 'colspan') ?? 1) - 1).fill('');
        return [words(cell).replaceAll('|', '\\|'), ...blank];
      });

  const table = (element: Element): string[] => {
    const isSaid = (row: readonly string[]): boolean => row.some((cell) => cell !== '');
    const all = [...rowsOf(element)].map(cells).filter(isSaid);
    if (all.length === 0) return [];
    // A column of bars says nothing without them.
    const columns = [...Array(Math.max(...all.map((row) => row.length))).keys()].filter(
      (n) => all.length === 1 || all.slice(1).some((row) => row[n]),
    );
    const [head, ...rows] = all.map((row) => columns.map((n) => row[n] || ' '));
    const line = (row: readonly string[]): string => `| ${row.join(' | ')} |`;
    const lines = [head, head.map(() => '---'), ...rows].map(line);
    const caption = childrenOf(element)
      .filter(isElement)
      .find(({ tagName }) => tagName === 'caption');
    const said = caption ? join(inlineOf(childrenOf(caption), false)) : '';
    return [...(said ? [`Table: ${said}`] : []), lines.join('\n')];
  };

  const list = (element: Element): string =>
    childrenOf(element)
      .filter((child): child is Element => isElement(child) && !isSkipped(child))
      .map((item, index) => {
        const text = isInlineOnly(item) ? words(item) : blocks(item).join('\n\n');
        // Chapters bring their numbers.
        const isNumbered = /^\d+\. \[/.test(text);
        const mark = isNumbered ? '' : element.tagName === 'ol' ? `${index + 1}. ` : '- ';
        return mark + text.replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`);
      })
      .filter((item) => !/^(?:-|\d+\.) $/.test(item))
      .join('\n');

  const block = (element: Element): string[] => {
    if (isSkipped(element)) return [];
    const heading = /^h([1-6])$/.exec(element.tagName);
    if (heading) return [`${'#'.repeat(Number(heading[1]))} ${words(element)}`];
    if (isDrawn(element)) return saidOf(element).flatMap(block);
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
      case 'summary':
        // It opens numbers that have a caption of their own.
        return isNumbers(element) ? [] : [bold(() => join(inlineOf(childrenOf(element), false)))];
      case 'blockquote':
        return [blocks(element).join('\n\n').replace(/^/gm, '> ')];
      case 'dl':
        return [definitions(element)];
      case 'section':
        return hasClass(element, 'footnotes') ? notes(element) : blocks(element);
      default:
        if (hasClass(element, 'listing-head')) {
          const said = childrenOf(element).filter((child) => isElement(child) && !isSkipped(child));
          return [`From ${said.map((child) => textOf(child)).join(', ')}:`];
        }
        if (hasClass(element, 'answers')) return [choices(element)];
        if (hasClass(element, 'finding') || hasClass(element, 'margin-note-title'))
          return [bold(() => words(element))];
        return blocks(element);
    }
  };

  const definitions = (element: Node): string => {
    const lines: string[] = [];
    const visit = (node: Node): void => {
      for (const child of childrenOf(node)) {
        if (!isElement(child) || isSkipped(child)) continue;
        if (child.tagName === 'dt') lines.push(`- ${words(child)}:`);
        else if (child.tagName === 'dd') {
          const line = lines.pop() ?? '-';
          lines.push(line + (/[:-]$/.test(line) ? ' ' : ', ') + words(child));
        } else visit(child);
      }
    };
    visit(element);
    return lines.join('\n');
  };

  /** The answers that a question offers. */
  const choices = (element: Element): string =>
    childrenOf(element)
      .filter(isElement)
      .map((choice) => `- ${words(choice)}`)
      .join('\n');

  const notes = (section: Element): string[] =>
    [...elementsIn(section)]
      .filter(({ tagName }) => tagName === 'li')
      .map((note, n) => `[^${n + 1}]: ${blocks(note).join(' ')}`);

  const isInlineOnly = (element: Element): boolean =>
    childrenOf(element).every((child) => !isElement(child) || isSkipped(child) || isInline(child));

  /** The blocks of an element; what runs in a line between them is a block of its own. */
  const blocks = (element: Node): string[] => {
    const found: string[] = [];
    let line: Node[] = [];
    const flush = (): void => {
      const text = join(inlineOf(line, isRow(element)));
      if (text !== '') found.push(text);
      line = [];
    };
    for (const child of childrenOf(element)) {
      const display = isElement(child) && attribute(child, 'display') === 'block';
      if (!display && (isText(child) || (isElement(child) && isInline(child)))) {
        line.push(child);
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

const isNoteMark = ({ parentNode }: Element): boolean =>
  parentNode !== null && isElement(parentNode) && hasClass(parentNode, 'footnote-ref');

/** Letters stand right before or after it, where an underscore would be one of them. */
function touchesWord(element: Element): boolean {
  const around = element.parentNode ? childrenOf(element.parentNode) : [];
  const place = around.indexOf(element);
  const [before, after] = [around[place - 1], around[place + 1]];
  const text = (node: Node | undefined): string => (node && isText(node) ? node.value : '');
  return /\w$/.test(text(before)) || /^\w/.test(text(after));
}

const isNumbers = ({ parentNode }: Element): boolean =>
  parentNode !== null && isElement(parentNode) && hasClass(parentNode, 'numbers');

function* rowsOf(table: Element): Generator<Element> {
  for (const child of childrenOf(table)) {
    if (!isElement(child) || isSkipped(child)) continue;
    if (child.tagName === 'tr') yield child;
    else if (/^t(head|body|foot)$/.test(child.tagName)) yield* rowsOf(child);
  }
}
