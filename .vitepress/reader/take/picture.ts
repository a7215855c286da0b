import { paintOf } from './paint.ts';
import { standAlone } from './standAlone.ts';
import { baseline, linesOf } from './textLines.ts';

/**
 * What stands in a figure as one SVG that any viewer opens: its drawings, and the words and boxes around them, in
 * their places and in the light theme. What is there to be pressed is left out.
 */

const namespace = 'http://www.w3.org/2000/svg';
const margin = 16;
const pressed =
  'button, input, select, textarea, fieldset, output, progress, summary, .figure-controls, .predict, .run-bar, .numbers, .live-only';

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

type Attributes = Readonly<Record<string, string | number>>;

function shape(name: string, attributes: Attributes, text = ''): SVGElement {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(
      key,
      typeof value === 'number' ? String(Math.round(100 * value) / 100) : value,
    );
  }
  element.textContent = text;
  return element;
}

/** The page in the light theme for as long as it takes to look at it: nothing is drawn meanwhile. */
function inLight<Seen>(look: () => Seen): Seen {
  const { classList } = document.documentElement;
  const wasDark = classList.contains('dark');
  classList.remove('dark');
  try {
    return look();
  } finally {
    classList.toggle('dark', wasDark);
  }
}

const isSeen = (style: CSSStyleDeclaration): boolean =>
  style.display !== 'none' && style.clipPath !== 'inset(50%)' && style.opacity !== '0';

export function pictureOf(
  root: Element,
  { title, description }: { readonly title: string; readonly description: string },
): Picture {
  const frame = root.getBoundingClientRect();
  const x = (left: number): number => left - frame.left + margin;
  const y = (top: number): number => top - frame.top + margin;

  /** The ground and the edges of a box. */
  function* boxOf(element: Element, style: CSSStyleDeclaration): Generator<SVGElement> {
    const box = element.getBoundingClientRect();
    const { paint, opacity } = paintOf(style.backgroundColor);
    const radius = Math.min(parseFloat(style.borderTopLeftRadius) || 0, box.height / 2);
    const rx = style.borderTopLeftRadius.endsWith('%') ? box.height / 2 : radius;
    const place = { x: x(box.left), y: y(box.top), width: box.width, height: box.height };
    if (opacity > 0 && paint.startsWith('#')) {
      yield shape('rect', { ...place, rx, fill: paint, 'fill-opacity': opacity });
    }
    const edges = (['Top', 'Right', 'Bottom', 'Left'] as const).map((side) => ({
      side,
      width: style[`border${side}Style`] === 'none' ? 0 : parseFloat(style[`border${side}Width`]),
      ...paintOf(style[`border${side}Color`]),
    }));
    const drawn = edges.filter(({ width, opacity }) => width > 0 && opacity > 0);
    if (drawn.length === 4 && rx > 0) {
      const { width, paint: stroke } = drawn[0];
      const inner = { x: place.x + width / 2, y: place.y + width / 2 };
      const size = { width: place.width - width, height: place.height - width };
      yield shape('rect', { ...inner, ...size, rx, fill: 'none', stroke, 'stroke-width': width });
      return;
    }
    for (const { side, width, paint: stroke, opacity: share } of drawn) {
      const [x1, x2] =
        side === 'Right'
          ? [box.right, box.right]
          : side === 'Left'
            ? [box.left, box.left]
            : [box.left, box.right];
      const [y1, y2] =
        side === 'Bottom'
          ? [box.bottom, box.bottom]
          : side === 'Top'
            ? [box.top, box.top]
            : [box.top, box.bottom];
      const ends = { x1: x(x1), x2: x(x2), y1: y(y1), y2: y(y2) };
      yield shape('line', { ...ends, stroke, 'stroke-width': width, 'stroke-opacity': share });
    }
  }

  function* wordsOf(text: Text, style: CSSStyleDeclaration): Generator<SVGElement> {
    if (style.visibility !== 'visible') return;
    const { paint, opacity } = paintOf(style.color);
    for (const line of linesOf(text)) {
      yield shape(
        'text',
        {
          x: x(line.left),
          y: y(baseline(line, style)),
          fill: paint,
          ...(opacity < 1 && { 'fill-opacity': opacity }),
          'font-family': style.fontFamily.replaceAll('"', "'"),
          'font-size': parseFloat(style.fontSize),
          'font-weight': style.fontWeight,
          ...(style.fontStyle !== 'normal' && { 'font-style': style.fontStyle }),
        },
        line.text,
      );
    }
  }

  /** The line of a fraction, and the roof of a root: the browser draws them, and no text says them. */
  function* linesOfMath(element: Element, stroke: string): Generator<SVGElement> {
    const box = element.getBoundingClientRect();
    if (element.localName === 'mfrac') {
      const [above, below] = [...element.children].map((part) => part.getBoundingClientRect());
      const middle = y((above.bottom + below.top) / 2);
      yield shape('line', { x1: x(box.left), x2: x(box.right), y1: middle, y2: middle, stroke });
    } else if (element.localName === 'msqrt') {
      const inside = element.firstElementChild?.getBoundingClientRect() ?? box;
      const [foot, roof] = [y(box.bottom) - 1, y(box.top) + 1];
      const [start, end] = [x(box.left), x(inside.left) - 1];
      const knee = start + (end - start) / 2;
      const d = `M${start} ${(foot + roof) / 2}L${knee} ${foot}L${end} ${roof}H${x(box.right)}`;
      yield shape('path', { d, fill: 'none', stroke });
    }
  }

  function* drawn(element: Element): Generator<SVGElement> {
    const style = getComputedStyle(element);
    if (element.matches(pressed) || !isSeen(style)) return;
    const box = element.getBoundingClientRect();
    if (element instanceof SVGSVGElement) {
      const isShown = style.visibility === 'visible' && box.width > 0 && box.height > 0;
      if (isShown) yield standAlone(element, { x: x(box.left), y: y(box.top) });
      return;
    }
    if (style.visibility === 'visible') {
      yield* boxOf(element, style);
      yield* linesOfMath(element, paintOf(style.color).paint);
    }
    for (const child of element.childNodes) {
      if (child instanceof Text) yield* wordsOf(child, style);
      else if (child instanceof Element && child.localName !== 'annotation') yield* drawn(child);
    }
  }

  return inLight(() => {
    const width = Math.ceil(frame.width + 2 * margin);
    const height = Math.ceil(frame.height + 2 * margin);
    const ground = getComputedStyle(document.documentElement).getPropertyValue('--paper').trim();
    const svg = shape('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img' });
    svg.append(
      shape('title', {}, title),
      shape('desc', {}, description),
      shape('rect', { width, height, fill: ground }),
      ...drawn(root),
    );
    return { svg: new XMLSerializer().serializeToString(svg), width, height };
  });
}

/** The picture in points, twice as fine as on the page. */
export async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = 2 * width;
  canvas.height = 2 * height;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('The browser could not make the picture'));
    }, 'image/png');
  });
}
