// One person of the log that fits on paper: a draw for each book, by Random itself, and the order they give.
import { buildMatrix, Random, rowOf } from '../../../code/recsys.ts';
import { paperLog, paperTruth } from '../../kit/paper.ts';
import { books, people } from '../../kit/paperNames.ts';
import { hitChance } from '../../kit/chance.ts';

/** The length of the lists. */
export const paperK = 2;
/** The seeds of the strip are 0 to this, exclusive. */
export const paperSeeds = 20;

export interface KeyDraw {
  /** One draw for each book, seen ones included. */
  readonly keys: readonly number[];
  readonly seen: readonly number[];
  /** Unseen books, the largest draw first: the first `paperK` are the list. */
  readonly order: readonly number[];
  readonly held: number;
  readonly hit: boolean;
  readonly chance: number;
}

const sizes = [people.length, books.length] as const;

export function drawKeys(user: number, seed: number): KeyDraw {
  const model = new Random({ seed }).fit(paperLog, ...sizes);
  const seen = Array.from(rowOf(buildMatrix(paperLog, ...sizes), user));
  const held = paperTruth.get(user) ?? 0;
  return {
    keys: Array.from(model.scores(user)),
    seen,
    order: model.recommend(user, books.length),
    held,
    hit: model.recommend(user, paperK).includes(held),
    chance: hitChance(paperK, books.length - seen.length),
  };
}

/** For each seed of the strip, whether the list has the held-out book. */
export const hitsOf = (user: number): boolean[] =>
  Array.from({ length: paperSeeds }, (_, seed) => drawKeys(user, seed).hit);
