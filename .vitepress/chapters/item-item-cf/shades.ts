/** A cosine has shade n when it is at least the nth of these; else shade 0. */
export const shadeFrom = [0.2, 0.3, 0.4, 0.5, 0.65] as const;

export function shadeOf(cosine: number): number {
  return shadeFrom.filter((from) => cosine >= from).length;
}
