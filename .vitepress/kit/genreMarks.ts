/** One mark per genre, beside its colour `--genre-n`: shapes of about the same ink within a radius of 5. */
const marks: readonly string[] = [
  'M-3.6 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0z',
  'M-3.3-3.3h6.6v6.6h-6.6z',
  'M0-4.5L4.3 3.4H-4.3z',
  'M0-4.8L4.8 0L0 4.8L-4.8 0z',
  'M0 4.5L4.3-3.4H-4.3z',
  'M-1.5-4.4h3v2.9h2.9v3h-2.9v2.9h-3v-2.9h-2.9v-3h2.9z',
  'M-4.6-1.6h9.2v3.2h-9.2z',
  'M-1.6-4.6h3.2v9.2h-3.2z',
];

export function genreMark(genre: number): string {
  return marks[genre % marks.length];
}

/** The class that gives a mark its genre's colour; see GenreKey.vue. */
export function genreColour(genre: number): string {
  return `var(--genre-${genre % marks.length})`;
}
