// How the model to start from does beside Popularity, guessed before the race.

export const answers = [
  'At least five fewer',
  'About as many, four up or down',
  'At least five more',
] as const;

/** The place of the answer. */
export function placeOf(own: number, popularity: number): number {
  if (own <= popularity - 5) return 0;
  return own < popularity + 5 ? 1 : 2;
}
