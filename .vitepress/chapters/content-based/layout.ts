import { linear, px } from '../../kit/scale.ts';
import type { Size } from '../../kit/TwoSizes.vue';

export interface Parts {
  readonly profile: readonly number[];
  readonly mix: readonly number[];
  /** Genres from the top row down. */
  readonly order: readonly number[];
  readonly items: readonly {
    readonly item: number;
    readonly genre: number;
    readonly cosine: number;
    readonly state: string;
  }[];
}

/** Two panels with a row for each genre: beside each other on a wide page, else one below the other. */
export function layOut(size: Size, { profile, mix, order, items }: Parts) {
  const { width, height, narrow } = size;
  const left = {
    x0: narrow ? 104 : 112,
    x1: narrow ? width - 36 : 300,
    top: 30,
    bottom: narrow ? 216 : height - 30,
  };
  const right = {
    x0: narrow ? left.x0 : 364,
    top: narrow ? 286 : left.top,
    bottom: narrow ? height - 30 : left.bottom,
  };
  // Features go a little above 1, so a profile may too.
  const bar = linear([0, 1.1], [left.x0, left.x1]);
  // From 0 at least: on real features a cosine may be negative.
  const lowest = Math.min(0, ...items.map(({ cosine }) => cosine));
  const x = linear([lowest, 1], [right.x0 + 8, width - 12]);
  const row = linear([0, order.length], [left.top, left.bottom]);
  const row2 = linear([0, order.length], [right.top, right.bottom]);
  const place = new Map(order.map((genre, n) => [genre, n + 0.5]));

  const met: number[] = [];
  const spread = (row2(1) - row2(0)) * 0.16;
  return {
    left: {
      x0: left.x0,
      label: left.x0 - 8,
      head: { x: 0, y: 14 },
      foot: left.bottom + 16,
      sample: `M${left.x0 - 8} ${left.bottom + 4}v15`,
    },
    right: {
      x0: right.x0,
      head: { x: narrow ? 0 : right.x0, y: right.top - 16 },
      foot: right.bottom + 16,
    },
    rows: order.map((genre, n) => ({
      genre,
      y: row(n + 0.5),
      y2: row2(n + 0.5),
      width: px(Math.max(0, bar(profile[genre]) - left.x0)),
      value: profile[genre],
      mix: px(bar(mix[genre])),
    })),
    ticks: [0, 0.5, 1].map((value) => ({ x: px(x(value)), label: String(value) })),
    items: items.map(({ item, genre, cosine, state }) => {
      // Five levels in turn, so that near neighbours do not hide each other.
      met[genre] = (met[genre] ?? 0) + 1;
      const level = ((met[genre] * 2) % 5) - 2;
      return {
        item,
        state,
        x: px(x(cosine)),
        y: px(row2(place.get(genre) ?? 0) + level * spread),
      };
    }),
  };
}
