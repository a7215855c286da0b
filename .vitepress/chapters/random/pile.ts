// Where the dots of a swarm stand: in columns, one for each value, from the middle outwards.

export interface Pile {
  /** From the middle of a dot to that of its neighbour. */
  readonly step: number;
  /** So many stand side by side in a column. */
  readonly abreast: number;
  /** Of each value, from the middle of its column and of the pile. */
  readonly places: readonly { readonly dx: number; readonly dy: number }[];
}

/** 0, 1, -1, 2, -2 ... */
const outwards = (n: number): number => (n % 2 === 1 ? (n + 1) / 2 : -n / 2) || 0;

/**
 * The largest dots, up to `most` apart, with which no column is wider than `width` and none taller
 * than `height`.
 */
export function pileUp(
  values: readonly number[],
  width: number,
  height: number,
  most: number,
): Pile {
  const many = new Map<number, number>();
  for (const value of values) many.set(value, (many.get(value) ?? 0) + 1);
  const tallest = Math.max(1, ...many.values());
  const abreastOf = (step: number) => Math.max(1, Math.floor(width / step));
  let step = most;
  while (step > 1 && (step > width || Math.ceil(tallest / abreastOf(step)) * step > height))
    step -= 0.25;
  const abreast = abreastOf(step) > 1 && tallest * step > height ? abreastOf(step) : 1;
  const met = new Map<number, number>();
  const places = values.map((value) => {
    const n = met.get(value) ?? 0;
    met.set(value, n + 1);
    return {
      dx: ((n % abreast) - (abreast - 1) / 2) * step,
      dy: outwards(Math.floor(n / abreast)) * step,
    };
  });
  return { step, abreast, places };
}
