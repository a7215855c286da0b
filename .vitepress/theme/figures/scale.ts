// Scales, ticks and paths for the figures: numbers rounded to a tenth, so that the server and every
// browser print the same attribute.

export type Span = readonly [from: number, to: number];
export type Scale = (value: number) => number;

export const tenth = (value: number): number => Math.round(value * 10) / 10;

export function linearScale([a, b]: Span, [from, to]: Span): Scale {
  return (value) => tenth(from + ((value - a) / (b - a || 1)) * (to - from));
}

export function logScale([a, b]: Span, range: Span): Scale {
  const scale = linearScale([Math.log(a), Math.log(b)], range);
  return (value) => scale(Math.log(value));
}

/** About `count` round numbers within the span. */
export function linearTicks([a, b]: Span, count: number): number[] {
  if (!(b > a)) return [a];
  const rough = (b - a) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((m) => m * power >= rough * 0.999) ?? 10);
  const first = Math.ceil(a / step - 1e-9);
  const last = Math.floor(b / step + 1e-9);
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  return Array.from({ length: last - first + 1 }, (_, n) =>
    Number(((first + n) * step).toFixed(digits)),
  );
}

/** Ones, twos and fives of each power of ten; on a short span, round numbers as on a linear scale. */
export function logTicks([a, b]: Span, count: number): number[] {
  const ticks: number[] = [];
  for (let e = Math.floor(Math.log10(a)); e <= Math.ceil(Math.log10(b)); e++) {
    for (const m of [1, 2, 5]) {
      const tick = Number(`${m}e${e}`);
      if (tick >= a && tick <= b) ticks.push(tick);
    }
  }
  if (ticks.length < 3) return linearTicks([a, b], count);
  return ticks.length > 2 * count ? ticks.filter((tick) => String(tick).startsWith('1')) : ticks;
}

export function path(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], n) => `${n > 0 ? 'L' : 'M'}${tenth(x)} ${tenth(y)}`).join('');
}
