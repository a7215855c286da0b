// The recall of Random on the book's log under one seed after another, and what chance says of it.
import { findModel } from '../../../code/models.ts';
import type { Dataset } from '../../../code/models.ts';
import { userSeen } from '../../../code/recsys.ts';
import { bookLog } from '../../run/bookLog.ts';
import { rounded } from '../../kit/rounded.ts';
import { hitChance } from '../../kit/chance.ts';
import { hitDistribution, quantile } from './picture.ts';
import { swarmStep } from './swarmSteps.ts';

export const swarmLengths = [5, 10, 20] as const;

/** The hits of one seed, for each of `swarmLengths`. */
export type SeedHits = readonly number[];

/** What the figure needs beside the draws, for one length of list. */
export interface SwarmChance {
  readonly k: number;
  /** The mean of all seeds, in hits, and the variance. */
  readonly expected: number;
  readonly variance: number;
  /** 95 of 100 seeds have at least `low` and at most `high` hits. */
  readonly low: number;
  readonly high: number;
  /** The chance of 0, 1, 2 ... hits. */
  readonly chanceOf: readonly number[];
}

export interface Swarm {
  readonly nTest: number;
  readonly chances: readonly SwarmChance[];
  /** The seeds 0, 1, 2 ... */
  readonly hits: readonly SeedHits[];
}

/** Fits Random with this seed and counts the held-out items in the first k of each list. */
export function seedHits(data: Dataset, seed: number): SeedHits {
  const model = findModel('random').fit(data, { seed });
  const longest = Math.max(...swarmLengths);
  const places = Array.from(data.test, ([user, item]) =>
    model.recommend(user, longest).indexOf(item),
  );
  return swarmLengths.map((k) => places.filter((place) => place >= 0 && place < k).length);
}

export function swarmChance({ train, test, nUsers, nItems }: Dataset, k: number): SwarmChance {
  const seen = userSeen(train, nUsers);
  const chances = Array.from(test.keys(), (user) =>
    hitChance(k, nItems - (seen.get(user)?.size ?? 0)),
  );
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const chanceOf = hitDistribution(chances);
  const high = quantile(chanceOf, 0.975);
  return {
    k,
    expected: rounded(sum(chances), 6),
    variance: rounded(sum(chances.map((p) => p * (1 - p))), 6),
    low: quantile(chanceOf, 0.025),
    high,
    // What is beyond is less than a dot in a thousand.
    chanceOf: Array.from(chanceOf.subarray(0, 2 * high), (chance) => rounded(chance, 6)),
  };
}

export function makeSwarm(): Swarm {
  const data = bookLog();
  return {
    nTest: data.test.size,
    chances: swarmLengths.map((k) => swarmChance(data, k)),
    hits: Array.from({ length: swarmStep }, (_, seed) => seedHits(data, seed)),
  };
}
