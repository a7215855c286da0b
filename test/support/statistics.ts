// The few statistics that tests of random things need.

/** Σ (count - expected)² / expected, for equal or for given expectations. */
export function chiSquare(counts: readonly number[], expected: number | readonly number[]): number {
  return counts.reduce((sum, count, n) => {
    const e = typeof expected === 'number' ? expected : expected[n];
    return sum + (count - e) ** 2 / e;
  }, 0);
}

/**
 * What a chi-square value stays below, but for about one time in 30,000 (4 standard deviations),
 * by the cube-root rule of Wilson and Hilferty.
 */
export function chiSquareBound(degrees: number): number {
  const h = 2 / (9 * degrees);
  return degrees * (1 - h + 4 * Math.sqrt(h)) ** 3;
}

/** The largest distance between the shares of the sample and those of a uniform law on [0, 1]. */
export function distanceFromUniform(sample: readonly number[]): number {
  const sorted = sample.slice().sort((a, b) => a - b);
  const n = sorted.length;
  return sorted.reduce((d, x, i) => Math.max(d, (i + 1) / n - x, x - i / n), 0);
}

/** What that distance stays below, but for about one time in 10,000 (Kolmogorov and Smirnov). */
export function distanceBound(n: number): number {
  return 2.23 / Math.sqrt(n);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, v) => sum + v, 0) / values.length;
}

/** The standard deviation, over n - 1. */
export function deviation(values: readonly number[]): number {
  const m = mean(values);
  return Math.sqrt(values.reduce((sum, v) => sum + (v - m) ** 2, 0) / (values.length - 1));
}

/**
 * The exact law of a number of hits, one try per chance, each hit with its own chance (Poisson's
 * binomial law): probabilities from `from` hits on. Ends below 1e-20 are cut off.
 */
function lawOfHits(chances: readonly number[]): { from: number; law: number[] } {
  let [from, law] = [0, [1]];
  for (const p of chances) {
    const next = new Array<number>(law.length + 1).fill(0);
    law.forEach((share, n) => {
      next[n] += share * (1 - p);
      next[n + 1] += share * p;
    });
    const first = next.findIndex((share) => share > 1e-20);
    law = next.slice(first, 1 + next.findLastIndex((share) => share > 1e-20));
    from += first;
  }
  return { from, law };
}

/** The hits that lie outside on either side with a chance of at most half the level each. */
export function bandOfHits(
  chances: readonly number[],
  level: number,
): { readonly low: number; readonly high: number } {
  const { from, law } = lawOfHits(chances);
  const inside = (shares: readonly number[]): number => {
    let outside = 0;
    return shares.findIndex((share) => (outside += share) > level / 2);
  };
  return { low: from + inside(law), high: from + law.length - 1 - inside(law.slice().reverse()) };
}
