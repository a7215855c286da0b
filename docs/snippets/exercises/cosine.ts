/** The cosine of two vectors; 0 where one has no length. */
export function cosine(a: number[], b: number[]): number {
  const dot = (x: number[], y: number[]): number =>
    x.reduce((sum, v, f) => sum + v * y[f], 0);
  const lengths = Math.sqrt(dot(a, a)) * Math.sqrt(dot(b, b));
  return lengths > 0 ? dot(a, b) / lengths : 0;
}
