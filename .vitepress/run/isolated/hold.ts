// What a model gives is looked at before anything is computed from it: a wrong list would only become a
// wrong number, and the reader would not know which line it came from.
import type { Dataset } from '../../../code/models.ts';
import type { Recommender } from '../../../code/recsys.ts';

/** A result that breaks a promise; nothing was thrown. */
export class WrongResult extends Error {
  override readonly name = 'Wrong result';
  /** The function or method that gave it. */
  readonly culprit: string;

  constructor(culprit: string, message: string) {
    super(message);
    this.culprit = culprit;
  }
}

function short(value: unknown): string {
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** The scores of a user: a number for every item. */
export function heldScores(model: Recommender, user: number, nItems: number): Float64Array {
  const call = `scores(${user})`;
  const scores: unknown = model.scores(user);
  if (!(scores instanceof Float64Array))
    throw new WrongResult('scores', `${call} must be a Float64Array, got ${short(scores)}`);
  if (scores.length !== nItems)
    throw new WrongResult('scores', `${call} must have ${nItems} scores, got ${scores.length}`);
  const place = scores.findIndex((score) => Number.isNaN(score));
  if (place >= 0) throw new WrongResult('scores', `${call}[${place}] must be a number, got NaN`);
  return scores;
}

/** The list of a user: items that are there, none twice, none that the user has had. */
export function heldList(
  model: Recommender,
  user: number,
  k: number,
  nItems: number,
  seen: ReadonlySet<number>,
): number[] {
  const call = `recommend(${user}, ${k})`;
  const wrong = (what: string): never => {
    throw new WrongResult('recommend', `${call} ${what}`);
  };
  const list: unknown = model.recommend(user, k);
  if (!Array.isArray(list)) return wrong(`must be an array, got ${short(list)}`);
  const items: readonly unknown[] = list;
  if (items.length > k) wrong(`must have at most ${k} items, got ${items.length}`);
  items.forEach((item, n) => {
    const at = `at place ${n + 1}`;
    if (!Number.isInteger(item) || Number(item) < 0 || Number(item) >= nItems)
      wrong(`must hold items from 0 to ${nItems - 1}, got ${short(item)} ${at}`);
    if (items.indexOf(item) < n) wrong(`holds item ${short(item)} twice, again ${at}`);
    if (seen.has(item as number))
      wrong(`holds item ${short(item)} ${at}, which person ${user} has had`);
  });
  return items.slice() as number[];
}

export interface Held {
  /** The list of every test user, in their order. */
  readonly lists: Map<number, number[]>;
  readonly scores: readonly Float64Array[];
}

/** All lists and scores of the test users, each held to its promises. */
export function held(
  model: Recommender,
  { test, nItems }: Dataset,
  k: number,
  seen: ReadonlyMap<number, ReadonlySet<number>>,
): Held {
  const lists = new Map<number, number[]>();
  const scores: Float64Array[] = [];
  for (const user of test.keys()) {
    lists.set(user, heldList(model, user, k, nItems, seen.get(user) ?? new Set()));
    scores.push(heldScores(model, user, nItems));
  }
  return { lists, scores };
}
