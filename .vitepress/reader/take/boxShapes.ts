import { paintOf } from './paint.ts';
import { shape, unlessFull } from './shapes.ts';

/** Boxes of the page as shapes: their ground, their edges, and two ways in which the book draws with a ground. */

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const inside = ({ x, y, width, height }: Place, edge: number): Place => ({
  x: x + edge / 2,
  y: y + edge / 2,
  width: width - edge,
  height: height - edge,
});

/** A line through the middle: a ground of one colour that fills a strip of the box. */
function* strike(place: Place, style: CSSStyleDeclaration): Generator<SVGElement> {
  const [, colour] = /^linear-gradient\((.+\)), \1\)$/.exec(style.backgroundImage) ?? [];
  const [, height] = /^\S+ ([\d.]+)px$/.exec(style.backgroundSize) ?? [];
  if (!colour || !height) return;
  const y = place.y + (place.height - Number(height)) / 2;
  yield shape('rect', { ...place, y, height: Number(height), fill: paintOf(colour).paint });
}

/** A ring within the box. */
function* ring(place: Place, style: CSSStyleDeclaration): Generator<SVGElement> {
  const [, colour, width] =
    /^(\w+\(.+\)) 0px 0px 0px ([\d.]+)px inset$/.exec(style.boxShadow) ?? [];
  if (!colour) return;
  const edge = Number(width);
  const stroke = paintOf(colour).paint;
  yield shape('rect', { ...inside(place, edge), fill: 'none', stroke, 'stroke-width': edge });
}

const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;

function* edges(place: Place, rx: number, style: CSSStyleDeclaration): Generator<SVGElement> {
  const drawn = sides
    .map((side) => ({
      side,
      width: style[`border${side}Style`] === 'none' ? 0 : parseFloat(style[`border${side}Width`]),
      ...paintOf(style[`border${side}Color`]),
    }))
    .filter(({ width, opacity }) => width > 0 && opacity > 0);
  if (drawn.length === sides.length && rx > 0) {
    const [{ width, paint }] = drawn;
    const round = { rx, fill: 'none', stroke: paint, 'stroke-width': width };
    yield shape('rect', { ...inside(place, width), ...round });
    return;
  }
  const [left, right] = [place.x, place.x + place.width];
  const [top, bottom] = [place.y, place.y + place.height];
  for (const { side, width, paint, opacity } of drawn) {
    const isUpright = side === 'Left' || side === 'Right';
    yield shape('line', {
      x1: side === 'Right' ? right : left,
      x2: side === 'Left' ? left : right,
      y1: side === 'Bottom' ? bottom : top,
      y2: side === 'Bottom' || isUpright ? bottom : top,
      stroke: paint,
      'stroke-width': width,
      'stroke-opacity': unlessFull(opacity),
    });
  }
}

export function* boxShapes(place: Place, style: CSSStyleDeclaration): Generator<SVGElement> {
  const corner = style.borderTopLeftRadius;
  const half = Math.min(place.width, place.height) / 2;
  const rx = corner.endsWith('%') ? half : Math.min(half, parseFloat(corner) || 0);
  const { paint, opacity } = paintOf(style.backgroundColor);
  if (opacity > 0 && paint.startsWith('#')) {
    const ground = { fill: paint, 'fill-opacity': unlessFull(opacity) };
    yield shape('rect', { ...place, ...(rx > 0 && { rx }), ...ground });
  }
  yield* strike(place, style);
  yield* ring(place, style);
  yield* edges(place, rx, style);
}

/** The line of a fraction, and the roof of a root: the browser draws them, and no text says them. */
export function* mathShapes(element: Element, place: Place, stroke: string): Generator<SVGElement> {
  const [x1, x2] = [place.x, place.x + place.width];
  const shift = place.y - element.getBoundingClientRect().top;
  if (element.localName === 'mfrac') {
    const [above, below] = [...element.children].map((part) => part.getBoundingClientRect());
    const middle = (above.bottom + below.top) / 2 + shift;
    yield shape('line', { x1, x2, y1: middle, y2: middle, stroke });
  } else if (element.localName === 'msqrt') {
    const inner = element.firstElementChild?.getBoundingClientRect();
    const room = inner ? inner.left - element.getBoundingClientRect().left - 1 : 0;
    const [roof, foot] = [place.y + 1, place.y + place.height - 1];
    const knee = `${x1 + room / 2} ${foot}`;
    const d = `M${x1} ${(roof + foot) / 2}L${knee}L${x1 + room} ${roof}H${x2}`;
    yield shape('path', { d, fill: 'none', stroke });
  }
}
