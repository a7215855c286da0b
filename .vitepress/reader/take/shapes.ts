/** What a picture is put together from: shapes of SVG, each with the strip of the page that it stands in. */
export interface Drawn {
  readonly shape: SVGElement;
  readonly top: number;
  readonly bottom: number;
}

const namespace = 'http://www.w3.org/2000/svg';

/** An element of SVG; what is undefined is not written, and numbers to a hundredth. */
export function shape(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  text = '',
): SVGElement {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    const written = typeof value === 'number' ? String(Math.round(100 * value) / 100) : value;
    element.setAttribute(key, written);
  }
  element.textContent = text;
  return element;
}

/** An opacity that need not be written. */
export const unlessFull = (opacity: number): number | undefined =>
  opacity < 1 ? opacity : undefined;
