/** The one in the middle, or the upper of two. */
export const median = (values: readonly number[]): number =>
  values.slice().sort((a, b) => a - b)[values.length >> 1];
