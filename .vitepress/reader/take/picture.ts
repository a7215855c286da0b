import { boxShapes, mathShapes } from './boxShapes.ts';
import { closedGaps } from './closeGaps.ts';
import { paintOf } from './paint.ts';
import { shape, unlessFull, type Drawn } from './shapes.ts';
import { standAlone } from './standAlone.ts';
import { baseline, linesOf, type Line } from './textLines.ts';

/**
 * What stands in a figure as one SVG that any viewer opens: its drawings, and the words and boxes around them, in
 * their places and in the light theme. What is there to be pressed is left out, and its room with it.
 */

const margin = 16;
const pressed =
  'button, fieldset, output, progress, textarea, summary:not(.row), .figure-controls, .predict, .run-bar, .numbers, .live-only, .take-line, .why';

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
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

/** Of what is closed only its head is seen. */
const seenIn = (element: Element): readonly Node[] =>
  element instanceof HTMLDetailsElement && !element.open
    ? [...element.querySelectorAll(':scope > summary')]
    : [...element.childNodes];

/** What a field is set to, where it stands among words. */
function setting(element: Element): string {
  if (element instanceof HTMLSelectElement) return element.selectedOptions[0]?.text ?? '';
  return element instanceof HTMLInputElement && element.type === 'number' ? element.value : '';
}

interface Layered extends Drawn {
  readonly layer: number;
}

/** All that is drawn in an element, in the order in which one lies on the other. */
function drawnIn(root: Element, left: number): Drawn[] {
  const found: Layered[] = [];
  const x = (value: number): number => value - left + margin;

  const line = (words: Line, style: CSSStyleDeclaration, layer: number): void => {
    const { paint, opacity } = paintOf(style.color);
    const text = shape(
      'text',
      {
        x: x(words.left),
        y: baseline(words, style),
        fill: paint,
        'fill-opacity': unlessFull(opacity),
        'font-family': style.fontFamily.replaceAll('"', "'"),
        'font-size': parseFloat(style.fontSize),
        'font-weight': style.fontWeight,
        'font-style': style.fontStyle === 'normal' ? undefined : style.fontStyle,
      },
      words.text,
    );
    found.push({ shape: text, top: words.top, bottom: words.bottom, layer });
  };

  function visit(element: Element, below: number): void {
    const style = getComputedStyle(element);
    if (element.matches(pressed) || !isSeen(style)) return;
    const layer = below + (parseInt(style.zIndex) || 0);
    const box = element.getBoundingClientRect();
    const { top, bottom } = box;
    const isVisible = style.visibility === 'visible' && box.width > 0;
    const add = (drawn: SVGElement): number => found.push({ shape: drawn, top, bottom, layer });
    if (element instanceof SVGSVGElement) {
      if (isVisible && box.height > 0) add(standAlone(element, { x: x(box.left), y: top }));
      return;
    }
    const set = setting(element);
    if (set && isVisible) line({ text: set, left: box.left + 4, top, bottom }, style, layer);
    if (element.matches('input, select')) return;
    if (isVisible && element !== root) {
      const place = { x: x(box.left), y: top, width: box.width, height: box.height };
      for (const drawn of boxShapes(place, style)) add(drawn);
      for (const drawn of mathShapes(element, place, paintOf(style.color).paint)) add(drawn);
    }
    for (const child of seenIn(element)) {
      if (child instanceof Text) {
        if (style.visibility !== 'visible') continue;
        for (const words of linesOf(child)) line(words, style, layer);
      } else if (child instanceof Element && child.localName !== 'annotation') visit(child, layer);
    }
  }

  visit(root, 0);
  return found.sort((a, b) => a.layer - b.layer);
}

export function pictureOf(
  root: Element,
  { title, description }: { readonly title: string; readonly description: string },
): Picture {
  return inLight(() => {
    const frame = root.getBoundingClientRect();
    const drawn = drawnIn(root, frame.left);
    const { up, top, bottom } = closedGaps(drawn);
    const width = Math.ceil(frame.width + 2 * margin);
    const height = Math.ceil(bottom - top + 2 * margin);
    const ground = getComputedStyle(document.documentElement).getPropertyValue('--paper').trim();
    const svg = shape('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img' });
    svg.append(
      shape('title', {}, title),
      shape('desc', {}, description),
      shape('rect', { width, height, fill: ground }),
    );
    // Those that move alike stand in one group.
    let moved = NaN;
    let group = svg;
    for (const part of drawn) {
      const by = margin - top - up(part.top);
      if (by !== moved) {
        moved = by;
        group = shape('g', { transform: `translate(0 ${Math.round(100 * by) / 100})` });
        svg.append(group);
      }
      group.append(part.shape);
    }
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
      else reject(new Error('The browser could not make the picture.'));
    }, 'image/png');
  });
}
