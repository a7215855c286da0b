import { defaultTreeAdapter, parse, parseFragment, serialize, serializeOuter } from 'parse5';
import type { DefaultTreeAdapterTypes as Types } from 'parse5';

/** Built HTML as a tree, with the few questions that are asked of it. */

export type Node = Types.Node;
export type Element = Types.Element;
export type Parent = Types.ParentNode;

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const isText = (node: Node): node is Types.TextNode => node.nodeName === '#text';

export const parsePage = (html: string): Parent => parse(html);
export const parsePiece = (html: string): Parent => parseFragment(html);
export const outer = (element: Element): string => serializeOuter(element);
export const inner = (parent: Parent): string => serialize(parent);

export const childrenOf = (node: Node): readonly Types.ChildNode[] =>
  'childNodes' in node ? node.childNodes : [];

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

export function setAttribute(element: Element, name: string, value: string): void {
  element.attrs = [...element.attrs.filter((attr) => attr.name !== name), { name, value }];
}

export const classesOf = (element: Element): readonly string[] =>
  (attribute(element, 'class') ?? '').split(/\s+/).filter(Boolean);

export const hasClass = (element: Element, name: string): boolean =>
  classesOf(element).includes(name);

/** Every element below, in order. */
export function* elementsIn(node: Node): Generator<Element> {
  for (const child of childrenOf(node)) {
    if (!isElement(child)) continue;
    yield child;
    yield* elementsIn(child);
  }
}

export function find(node: Node, wanted: (element: Element) => boolean): Element | undefined {
  for (const element of elementsIn(node)) if (wanted(element)) return element;
  return undefined;
}

export function remove(node: Types.ChildNode): void {
  defaultTreeAdapter.detachNode(node);
}

/** What a piece of HTML has at its top, to be put into a tree. */
export const pieces = (html: string): readonly Types.ChildNode[] => [
  ...parseFragment(html).childNodes,
];

/** Puts these in the place of a node; with none, it goes. */
export function replaceWith(node: Types.ChildNode, others: readonly Types.ChildNode[]): void {
  const parent = node.parentNode;
  if (!parent) throw new Error('replaceWith: the node stands nowhere');
  for (const other of others) {
    defaultTreeAdapter.detachNode(other);
    defaultTreeAdapter.insertBefore(parent, other, node);
  }
  remove(node);
}

export function textOf(node: Node): string {
  if (isText(node)) return node.value;
  return childrenOf(node).map(textOf).join('');
}
