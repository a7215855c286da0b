import { paintOf } from './paint.ts';

/** A drawing of the page as one that needs no page: what its styles say of it is written on its elements. */

const inherited = [
  ...['fill-rule', 'stroke-width', 'stroke-dasharray', 'stroke-dashoffset', 'stroke-linecap'],
  ...['stroke-linejoin', 'font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor'],
  ...['dominant-baseline', 'letter-spacing', 'paint-order', 'visibility'],
];
/** What is not handed down, with what it is unless told. */
const own: readonly (readonly [string, string])[] = [
  ['opacity', '1'],
  ['vector-effect', 'none'],
  ['clip-path', 'none'],
  ['transform', 'none'],
];
const paints = ['fill', 'stroke'];
/** Of the page's machinery. */
const gone = /^(?:class|style|tabindex|role|data-.*|aria-.*|on.*)$/;

function write(element: Element, name: string, value: string): void {
  element.setAttribute(name, value.replaceAll('"', "'"));
}

/** Writes on a copy how its original is drawn, as far as its parent does not say so already. */
function dress(copy: Element, style: CSSStyleDeclaration, parent: CSSStyleDeclaration | undefined) {
  for (const { name } of [...copy.attributes]) if (gone.test(name)) copy.removeAttribute(name);
  for (const name of inherited) {
    copy.removeAttribute(name);
    const value = style.getPropertyValue(name);
    if (value && value !== parent?.getPropertyValue(name)) write(copy, name, value);
  }
  for (const [name, usual] of own) {
    copy.removeAttribute(name);
    const value = style.getPropertyValue(name);
    if (value && value !== usual) write(copy, name, value);
  }
  for (const name of paints) {
    const asked = [name, `${name}-opacity`];
    for (const attribute of asked) copy.removeAttribute(attribute);
    const now = asked.map((property) => style.getPropertyValue(property));
    if (parent && asked.every((property, n) => parent.getPropertyValue(property) === now[n]))
      continue;
    const { paint, opacity } = paintOf(now[0]);
    write(copy, name, paint);
    write(copy, `${name}-opacity`, String(opacity * Number(now[1])));
  }
}

/** @param place where it stands in the picture that it becomes a part of */
export function standAlone(
  svg: SVGSVGElement,
  place: { readonly x: number; readonly y: number },
): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const pairs: [Element, Element][] = [[svg, copy]];
  for (let n = 0; n < pairs.length; n++) {
    const [from, to] = pairs[n];
    [...from.children].forEach((child, k) => pairs.push([child, to.children[k]]));
  }
  for (const [from, to] of pairs) {
    const style = getComputedStyle(from);
    if (
      style.display === 'none' &&
      from !== svg &&
      !from.closest('defs, pattern, clipPath, title, desc')
    ) {
      to.remove();
      continue;
    }
    const above = from === svg ? undefined : from.parentElement;
    dress(to, style, above ? getComputedStyle(above) : undefined);
  }
  const { width, height } = svg.getBoundingClientRect();
  if (!svg.hasAttribute('viewBox')) write(copy, 'viewBox', `0 0 ${width} ${height}`);
  for (const [name, value] of Object.entries({ ...place, width, height }))
    write(copy, name, String(Math.round(value * 100) / 100));
  write(copy, 'overflow', getComputedStyle(svg).overflow === 'visible' ? 'visible' : 'hidden');
  // Where it stands is said above; how a box of the page is moved is no part of it.
  copy.removeAttribute('transform');
  return copy;
}
