/** A list in which item 0 stands at this place, from 1; at place 0 it is not in it. */
export const listWithHitAt = (place: number, length: number): number[] =>
  Array.from({ length }, (_, n) => (n + 1 === place ? 0 : n + 1));
