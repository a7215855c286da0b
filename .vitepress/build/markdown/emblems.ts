import { emblem as ease } from '../../chapters/ease/emblem.ts';
import { modelIds, modelStyle } from '../../kit/modelStyle.ts';

/** A small picture per chapter: its idea, drawn in its colour on a square of 200. */

const round = (value: number): string => String(Math.round(value * 10) / 10);
const times = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join('');

/** A fixed scatter in 0..1, the same in every build. */
const scatter = (index: number): number => {
  let value = Math.imul(index + 1, 0x9e3779b1);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return ((value ^ (value >>> 16)) >>> 0) / 2 ** 32;
};

const dot = (x: number, y: number, r: number, extra = ''): string =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}"${extra}/>`;
const bar = (x: number, y: number, w: number, h: number, extra = ''): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}"${extra}/>`;
const stroke = (d: string, width = 2, extra = ''): string =>
  `<path d="${d}" fill="none" stroke="currentColor" stroke-width="${width}"${extra}/>`;
const faint = ' opacity="0.28"';
const half = ' opacity="0.55"';

const draw: Readonly<Record<string, () => string>> = {
  // Events on the left run together into one ranked list.
  start: () =>
    times(7, (i) => {
      const y = 22 + i * 26;
      const x = 18 + scatter(i + 3) * 46;
      const to = 40 + (i % 5) * 30;
      return stroke(`M${round(x)} ${y}C100 ${y} 90 ${to} 128 ${to}`, 1.5, half) + dot(x, y, 5);
    }) + times(5, (i) => bar(130, 35 + i * 30, 56 - i * 10, 10)),

  // A sparse matrix whose popular columns come first.
  data: () =>
    times(81, (i) => {
      const column = i % 9;
      const row = Math.floor(i / 9);
      const taken = scatter(i * 7 + 11) < 0.85 - column * 0.095;
      return dot(20 + column * 20, 20 + row * 20, taken ? 6.5 : 1.8, taken ? '' : half);
    }),

  // A ranked list; the hidden item is found at the third place.
  evaluation: () =>
    times(7, (i) => bar(56, 18 + i * 25, 126 - i * 13, 12, i === 2 ? '' : faint)) +
    times(7, (i) => dot(34, 24 + i * 25, i === 2 ? 7 : 2.5, i === 2 ? '' : half)) +
    `<circle cx="34" cy="74" r="13" fill="none" stroke="currentColor" stroke-width="2"/>`,

  random: () =>
    times(64, (i) => {
      const x = 16 + (i % 8) * 24 + (scatter(i) - 0.5) * 18;
      const y = 16 + Math.floor(i / 8) * 24 + (scatter(i + 77) - 0.5) * 18;
      const kept = scatter(i + 200) < 0.16;
      return dot(x, y, kept ? 7.5 : 3.2, kept ? '' : faint);
    }),

  popularity: () =>
    times(19, (i) => {
      const height = 168 / (1 + i * 0.42);
      return bar(10 + i * 9.6, 184 - height, 7, height, i < 5 ? '' : faint);
    }) + stroke('M10 186H192', 1.5),

  trending: () =>
    times(22, (i) => {
      const x = 12 + i * 8.2 + scatter(i) * 4;
      const height = 150 * 2 ** (-(21 - i) / 6);
      return bar(x, 180 - height, 2.4, height) + dot(x + 1.2, 180 - height, 3.4);
    }) + stroke('M10 182H192', 1.5),

  'content-based': () =>
    times(9, (i) => {
      const angle = (8 + i * 9.4) * (Math.PI / 180);
      const length = 120 + scatter(i + 5) * 56;
      const x = 18 + Math.cos(angle) * length;
      const y = 182 - Math.sin(angle) * length;
      return stroke(`M18 182L${round(x)} ${round(y)}`, 1.2, half) + dot(x, y, 4, half);
    }) +
    stroke('M18 182L150 66', 4) +
    dot(150, 66, 8) +
    stroke('M86 182A68 68 0 0 0 69 137', 2),

  'item-item-cf': () =>
    times(100, (i) => {
      const row = Math.floor(i / 10);
      const column = i % 10;
      const group = (n: number): number => (n < 4 ? 0 : n < 7 ? 1 : 2);
      const alike = group(row) === group(column);
      const low = Math.min(row, column);
      const high = Math.max(row, column);
      const side = alike ? 9 + scatter(low * 13 + high * 5) * 7 : 2 + scatter(low * 7 + high) * 4;
      const x = 19 + column * 18 - side / 2;
      const y = 19 + row * 18 - side / 2;
      return row === column ? '' : bar(x, y, side, side, alike ? '' : half);
    }),

  ease,

  // A tall and a wide strip of factors; every cell is the product of its row and its column.
  'implicit-als': () => {
    const left = [0.9, 0.25, 0.6, 1, 0.35, 0.75, 0.2];
    const top = [0.3, 0.95, 0.5, 0.8, 0.25, 1, 0.6];
    const square = (x: number, y: number, size: number): string =>
      bar(x - size / 2, y - size / 2, size, size);
    return (
      left.map((value, i) => square(20, 64 + i * 20, 4 + value * 13)).join('') +
      top.map((value, i) => square(64 + i * 20, 20, 4 + value * 13)).join('') +
      times(49, (i) => {
        const value = left[Math.floor(i / 7)] * top[i % 7];
        return dot(64 + (i % 7) * 20, 64 + Math.floor(i / 7) * 20, 1.5 + value * 7, half);
      }) +
      stroke('M42 44V196M44 42H196', 1.5)
    );
  },

  // Two orders of the same list; one item pulled up, one pushed down.
  bpr: () => {
    const after = [1, 0, 4, 3, 2, 6, 5];
    return times(7, (i) => {
      const y = 22 + i * 26;
      const to = 22 + after[i] * 26;
      const moved = i === 4 || i === 2;
      return (
        stroke(`M34 ${y}C100 ${y} 100 ${to} 166 ${to}`, moved ? 4 : 1.4, moved ? '' : half) +
        dot(34, y, moved ? 7.5 : 4, moved ? '' : half) +
        dot(166, to, moved ? 7.5 : 4, moved ? '' : half)
      );
    });
  },

  // Seven intervals in no order: what the order is, only a run can say.
  leaderboard: () =>
    modelIds
      .map((id, i) => {
        const y = 14 + i * 26;
        const x = 62 + scatter(i + 40) * 80;
        const reach = 22 + scatter(i + 9) * 24;
        return (
          `<g class="tone-${id} emblem-tone">` +
          stroke(`M${round(x - reach)} ${y}H${round(x + reach)}`, 2) +
          `<path transform="translate(${round(x)} ${y}) scale(1.35)" d="${modelStyle[id].mark}"/></g>`
        );
      })
      .join('') + stroke('M14 192H190', 1.5, half),

  'full-implementation': () =>
    times(15, (i) => {
      const indent = [0, 1, 2, 2, 1, 2, 3, 3, 2, 1, 0, 1, 2, 2, 0][i];
      return bar(18 + indent * 16, 14 + i * 12, 40 + scatter(i) * 74, 4, i % 4 === 0 ? '' : half);
    }),

  api: () =>
    times(6, (i) => {
      const y = 22 + i * 29;
      return dot(24, y + 3, 5) + bar(42, y, 44, 6) + bar(96, y, 50 + scatter(i) * 40, 6, faint);
    }),

  // The 64 bits of e; the last one is in question.
  exp: () => {
    const bits = 0x4005bf0a8b145769n.toString(2).padStart(64, '0');
    const place = (i: number): [number, number] => [20 + (i % 8) * 23, 20 + Math.floor(i / 8) * 23];
    const [x, y] = place(63);
    return (
      times(64, (i) => {
        const [cx, cy] = place(i);
        return dot(cx, cy, bits[i] === '1' ? 6.5 : 2, bits[i] === '1' ? '' : half);
      }) + stroke(`M${x - 11} ${y}a11 11 0 1 0 22 0a11 11 0 1 0 -22 0`, 1.5)
    );
  },

  production: () =>
    times(4, (step) => {
      const side = 5 + step * 6;
      const x = [14, 30, 58, 106][step];
      const count = step + 2;
      return times(count * count, (i) =>
        dot(
          x + (i % count) * (side * 0.8),
          182 - Math.floor(i / count) * (side * 0.8) - step * 10,
          1.6 + step * 0.9,
          step === 3 ? '' : half,
        ),
      );
    }),

  // Seven bars of a race, and an eighth that is only outlined: the reader's.
  'your-own-model': () =>
    times(8, (i) => {
      const y = 14 + i * 22;
      const width = [150, 142, 128, 116, 96, 88, 70, 40][i];
      return i === 3
        ? stroke(`M30 ${y}h${width}v14H30z`, 2, ' stroke-dasharray="5 4"')
        : bar(30, y, width, 14, half);
    }),

  // Words on the left, what they mean on the right.
  glossary: () =>
    times(6, (i) => {
      const y = 18 + i * 30;
      const width = 26 + scatter(i + 21) * 28;
      return (
        bar(14, y, width, 6) +
        times(Math.floor(width / 4), (n) => dot(16 + n * 4, y + 10, 0.9)) +
        bar(86, y, 70 + scatter(i + 2) * 30, 4, half) +
        bar(86, y + 10, 30 + scatter(i + 50) * 50, 4, faint)
      );
    }),

  references: () =>
    times(5, (i) => {
      const y = 18 + i * 37;
      return (
        bar(14, y, 120 + scatter(i) * 50, 5) +
        bar(34, y + 11, 90 + scatter(i + 8) * 60, 3, half) +
        bar(34, y + 19, 50 + scatter(i + 3) * 60, 3, half)
      );
    }),
};

export function emblemFor(id: string): string {
  const shapes = draw[id];
  if (!shapes) throw new Error(`emblems: chapter "${id}" has no emblem`);
  return `<svg class="emblem" viewBox="0 0 200 200" aria-hidden="true" fill="currentColor">${shapes()}</svg>`;
}
