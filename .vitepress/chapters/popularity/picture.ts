import type { FittedRun } from '../../run/pictures.ts';

/** Every item by its number of events, most first; the three lists run side by side. */
export interface PopularityPicture {
  readonly items: readonly number[];
  readonly counts: readonly number[];
  readonly genres: readonly number[];
}

export function makePicture({ data, spec, model, genres }: FittedRun): PopularityPicture {
  const counts = model.scores(spec.user);
  const items = Array.from({ length: data.nItems }, (_, i) => i).sort(
    (a, b) => counts[b] - counts[a] || a - b,
  );
  return {
    items,
    counts: items.map((i) => counts[i]),
    genres: items.map((i) => genres[i]),
  };
}
