// Axes whose values do not start at 0: rounded scales and round tick values, on lines and on logarithms.
import { linear, px } from './scale.ts';
import type { Scale } from './scale.ts';

export type Span = readonly [from: number, to: number];

/** To a tenth, so that the server and every browser print the same attribute. */
export function linearScale(span: Span, range: Span): Scale {
  const scale = linear(span, range);
  return (value) => px(scale(value));
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
  const step = power * ([1, 2, 5, 10].find((m) => m * power >= rough * 0.85) ?? 10);
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
