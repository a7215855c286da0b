import type { FittedRun } from '../pictures.ts';

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

/** The share of all events that the first of the sorted items hold. */
export function shareOfFirst(counts: readonly number[], first: number): number {
  const sum = (values: readonly number[]) => values.reduce((total, count) => total + count, 0);
  const all = sum(counts);
  return all > 0 ? sum(counts.slice(0, first)) / all : 0;
}
