/** Colours as every viewer of pictures knows them. */

export interface Paint {
  /** `#rrggbb`, or what is no colour: `none`, a pattern. */
  readonly paint: string;
  /** From 0 to 1. */
  readonly opacity: number;
}

const hex = (shares: readonly number[]): string =>
  `#${shares
    .map((share) =>
      Math.round(255 * Math.min(1, Math.max(0, share)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** What a browser computes for a colour, `rgb(0, 114, 178)` or `color(srgb 0 0.45 0.7 / 0.5)`. */
export function paintOf(computed: string): Paint {
  const [, kind, inner] = /^(rgba?|color)\((.*)\)$/.exec(computed) ?? [];
  if (!kind) return { paint: computed.replaceAll('"', ''), opacity: 1 };
  const numbers = (inner.replace('srgb', '').match(/[\d.]+(?:e-?\d+)?%?/g) ?? []).map((text) =>
    text.endsWith('%') ? parseFloat(text) / 100 : Number(text),
  );
  const shares = numbers.slice(0, 3).map((value) => (kind === 'color' ? value : value / 255));
  return { paint: hex(shares), opacity: numbers[3] ?? 1 };
}
