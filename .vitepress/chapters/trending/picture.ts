import { decayWeight } from '../../../code/recsys.ts';
import type { Interaction } from '../../../code/recsys.ts';
import type { FittedRun } from '../../run/pictures.ts';
import { rounded } from '../../kit/rounded.ts';
import { places, stops } from './stops.ts';

/** Ages from 0 to span: eight to a half-life for the first five, and thirty over all. */
export function curveAges(span: number, halfLife: number): number[] {
  const even = Array.from({ length: 31 }, (_, n) => (n * span) / 30);
  const near = Array.from({ length: 41 }, (_, n) => (n * halfLife) / 8);
  const ages = [...even, ...near].filter((age) => age <= span).map((age) => rounded(age, 1));
  return [...new Set(ages)].sort((a, b) => a - b);
}

export interface TrendingPicture {
  readonly halfLife: number;
  /** The age of the oldest event. */
  readonly span: number;
  readonly events: number;
  /** The sum of all weights: so many new events would count as much. */
  readonly weight: number;
  /** decayWeight from age 0 to span: ages that ascend, close together where the curve bends. */
  readonly curve: readonly (readonly [age: number, weight: number])[];
  /** The item that ranks first, and the ages of its events. */
  readonly first: {
    readonly item: number;
    readonly genre: number;
    readonly score: number;
    readonly ages: readonly number[];
  };
  /** How many of Popularity's first places are among the first places here. */
  readonly shared: number;
  /** All items that reach the drawn ranks at one stop or more. */
  readonly items: readonly { readonly item: number; readonly genre: number }[];
  /** For each stop the first items, as places in `items`. */
  readonly ranks: readonly (readonly number[])[];
}

/** Item ids by score, best first. */
function ranked(scores: Float64Array, first: number): number[] {
  return Array.from(scores.keys())
    .sort((a, b) => scores[b] - scores[a] || a - b)
    .slice(0, first);
}

/** What Trending sums, for any half-life. */
export function decayedCounts(
  train: readonly Interaction[],
  nItems: number,
  now: number,
  halfLife: number,
): Float64Array {
  const scores = new Float64Array(nItems);
  for (const [, item, time] of train) scores[item] += decayWeight(now - time, halfLife);
  return scores;
}

export function makePicture({ data, spec, model, genres }: FittedRun): TrendingPicture {
  const { train, nItems } = data;
  const halfLife = spec.options['halfLife'];
  const now = train.reduce((latest, [, , time]) => Math.max(latest, time), 0);
  const oldest = train.reduce((first, [, , time]) => Math.min(first, time), now);
  const span = now - oldest;
  const scores = model.scores(spec.user);
  const item = ranked(scores, 1)[0];
  const tops = stops.map((stop) => ranked(decayedCounts(train, nItems, now, stop), places));
  const popular = tops[stops.length - 1];
  const ids = [...new Set(tops.flat())].sort((a, b) => a - b);
  return {
    halfLife,
    span,
    events: train.length,
    weight: rounded(
      scores.reduce((total, score) => total + score, 0),
      1,
    ),
    curve: curveAges(span, halfLife).map((age) => [age, rounded(decayWeight(age, halfLife))]),
    first: {
      item,
      genre: genres[item],
      score: rounded(scores[item], 2),
      ages: train.flatMap(([, i, time]) => (i === item ? [now - time] : [])).sort((a, b) => a - b),
    },
    shared: ranked(scores, places).filter((i) => popular.includes(i)).length,
    items: ids.map((i) => ({ item: i, genre: genres[i] })),
    ranks: tops.map((top) => top.map((i) => ids.indexOf(i))),
  };
}
