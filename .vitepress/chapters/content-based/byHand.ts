// One profile and its cosines at paper size, by the model that the page prints: features, half-life and
// the number of events are the reader's.
import { Matrix } from 'ml-matrix';
import { ContentBased, cosine, decayWeight } from '../../../code/recsys.ts';
import { paperLog } from '../../kit/paper.ts';
import { books, people } from '../../kit/paperNames.ts';

/** How much a book is about the sea, and how much about the stars. */
export type Arrow = readonly [sea: number, stars: number];

/** Whose profile it is. */
export const reader = 1;
/** In days. */
export const halfLives = [0.5, 1, 2, 3, 4, 6, 9, 18, Infinity] as const;

const events = paperLog.filter(([user]) => user === reader).sort((a, b) => a[2] - b[2]);
export const eventCount = events.length;

export interface Choices {
  /** f [books] */
  readonly features: readonly Arrow[];
  readonly halfLife: number;
  /** How many of the reader's events have happened, at least one. */
  readonly happened: number;
}

/** One event of the past, and its arrow made shorter by its age. */
export interface Link {
  readonly item: number;
  readonly age: number;
  readonly w: number;
  readonly f: Arrow;
  /** Where the arrow w f begins and ends, laid to the end of the one before. */
  readonly from: Arrow;
  readonly to: Arrow;
}

export interface Candidate {
  readonly item: number;
  readonly taken: boolean;
  readonly cosine: number;
  /** What each past item gives to the cosine, oldest first. */
  readonly parts: readonly { readonly item: number; readonly value: number }[];
}

export interface Worked {
  readonly links: readonly Link[];
  /** Σ w f, Σ w and their quotient */
  readonly sum: Arrow;
  readonly total: number;
  readonly p: Arrow;
  readonly candidates: readonly Candidate[];
  /** Unseen books, best first. */
  readonly list: readonly number[];
}

export function workByHand({ features, halfLife, happened }: Choices): Worked {
  const past = events.slice(0, happened);
  const F = new Matrix(features.map((f) => [...f]));
  const model = new ContentBased({ halfLife }).fit(past, F, people.length, books.length);
  const now = past[past.length - 1][2];
  const links: Link[] = [];
  for (const [, item, time] of past) {
    const w = decayWeight(now - time, halfLife);
    const [f, from] = [features[item], links.at(-1)?.to ?? ([0, 0] as const)];
    const to = [from[0] + w * f[0], from[1] + w * f[1]] as const;
    links.push({ item, age: now - time, w, f, from, to });
  }
  const [sea, stars] = model.profile(reader) ?? [0, 0];
  return {
    links,
    sum: links[links.length - 1].to,
    total: links.reduce((total, { w }) => total + w, 0),
    p: [sea, stars],
    candidates: books.map((_, item) => explainOne(model, past, item)),
    list: model.recommend(reader, books.length),
  };
}

function explainOne(model: ContentBased, past: typeof events, item: number): Candidate {
  const { score, parts } = model.explain(reader, item);
  const order = past.map(([, of]) => of);
  return {
    item,
    taken: order.includes(item),
    cosine: score,
    parts: [...parts]
      .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
      .map(({ id, value }) => ({ item: id, value })),
  };
}

/** The cosine taken apart: dot product, both lengths, and the angle, which a vector of 0 has not. */
export interface Angle {
  readonly dot: number;
  readonly lengths: readonly [p: number, y: number];
  readonly cosine: number;
  readonly degrees: number | null;
}

export function angleBetween(p: Arrow, y: Arrow): Angle {
  const lengths = [lengthOf(p), lengthOf(y)] as const;
  const cos = cosine(Float64Array.from(p), Float64Array.from(y));
  const flat = lengths[0] * lengths[1] === 0;
  // Rounding may lift the cosine of equal directions above 1.
  const degrees = flat ? null : (Math.acos(Math.min(cos, 1)) * 180) / Math.PI;
  return { dot: p[0] * y[0] + p[1] * y[1], lengths, cosine: cos, degrees };
}

export const lengthOf = ([sea, stars]: Arrow): number => Math.sqrt(sea * sea + stars * stars);
