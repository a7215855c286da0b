/**
 * The weighted mean of what a person took.
 * @param features one row for each event
 * @param ages of the events, in the same order
 */
export function profile(
  features: number[][],
  ages: number[],
  halfLife: number,
): number[] {
  const weights = ages.map((age) => 0.5 ** (age / halfLife));
  const total = weights.reduce((sum, w) => sum + w, 0);
  return features[0].map(
    (_, f) =>
      features.reduce(
        (sum, row, n) => sum + weights[n] * row[f],
        0,
      ) / total,
  );
}
