/** What figures share: a linear scale, round tick values, and path data with one decimal. */

export type Scale = (value: number) => number;

export function linear(from: readonly [number, number], to: readonly [number, number]): Scale {
  const [a, b] = from;
  const [start, end] = to;
  const width = b === a ? 1 : b - a;
  return (value) => start + ((value - a) / width) * (end - start);
}

/** One decimal is a tenth of a pixel. */
export function px(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Values from 0 to `max` in steps of 1, 2 or 5 times a power of ten; at most `most` of them after 0. */
export function ticks(max: number, most = 4): number[] {
  let step = 0.0001;
  if (!(max > 0)) return [0];
  const grow = [2, 2.5, 2];
  for (let n = 0; Math.floor(max / step) > most; n = (n + 1) % 3) step *= grow[n];
  return Array.from(
    { length: Math.floor(max / step + 1e-9) + 1 },
    (_, n) => Math.round(n * step * 1e4) / 1e4,
  );
}

export type Point = readonly [x: number, y: number];

export function polyline(points: readonly Point[]): string {
  return points.map(([x, y], n) => `${n === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join('');
}

/** One path of many bars or ticks, each from y0 to y1. */
export function bars(
  all: readonly { readonly x: number; readonly y0: number; readonly y1: number }[],
  width: number,
): string {
  return all
    .map(({ x, y0, y1 }) => `M${px(x)} ${px(y0)}V${px(y1)}h${px(width)}V${px(y0)}z`)
    .join('');
}

export function strokes(
  all: readonly { readonly x: number; readonly y0: number; readonly y1: number }[],
): string {
  return all.map(({ x, y0, y1 }) => `M${px(x)} ${px(y0)}V${px(y1)}`).join('');
}

/** The place whose x is nearest. */
export function nearest(x: number, places: readonly number[]): number {
  let best = 0;
  places.forEach((place, n) => {
    if (Math.abs(place - x) < Math.abs(places[best] - x)) best = n;
  });
  return best;
}
