// The paper-size log's names, without the models that data/paper.ts runs.
export const people = ['Ada', 'Ben', 'Cyd', 'Dan', 'Eve'] as const;
export const books = ['A', 'B', 'C', 'D', 'E'] as const;
/** Of the decay, in days. */
export const paperHalfLife = 3;
/** How much of each book is about the sea, and how much about the stars; each of length 1. */
export const paperFeatures: readonly (readonly [sea: number, stars: number])[] = [
  [1, 0],
  [0.8, 0.6],
  [0, 1],
  [0.6, 0.8],
  [0.28, 0.96],
];
