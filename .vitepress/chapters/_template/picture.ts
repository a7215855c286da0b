import type { FittedRun } from '../../run/pictures.ts';

/** What the figure draws: the items with the highest scores, best first. */
export interface TemplatePicture {
  readonly items: readonly { readonly item: number; readonly genre: number }[];
  readonly scores: readonly number[];
}

const shown = 8;

export function makePicture({ data, spec, model, genres }: FittedRun): TemplatePicture {
  const scores = model.scores(spec.user);
  const order = Array.from({ length: data.nItems }, (_, i) => i)
    .sort((a, b) => scores[b] - scores[a] || a - b)
    .slice(0, shown);
  return {
    items: order.map((item) => ({ item, genre: genres[item] })),
    scores: order.map((item) => scores[item]),
  };
}

/** The finding, from the picture and no other number. */
export function findingOf({ items, scores }: TemplatePicture, titleOf: (n: number) => string) {
  const last = items.length - 1;
  return `${titleOf(0)} has ${scores[0]} people, ${scores[0] - scores[last]} more than the item at place ${items.length}`;
}
