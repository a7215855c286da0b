import type { FittedRun } from '../../run/pictures.ts';
import { hitChance } from '../../kit/chance.ts';
import { rounded } from '../../kit/rounded.ts';

/** How far chance should get, and how far this seed got, for every list length. */
export interface RandomPicture {
  /** Test users. */
  readonly nTest: number;
  /** The mean number of hits of all seeds; place k - 1 belongs to lists of k. */
  readonly expected: readonly number[];
  /** 95 of 100 seeds have at least `low` and at most `high` hits. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** The hits of this seed. */
  readonly hits: readonly number[];
}

/** The chance of 0, 1, 2 ... hits among independent users, each with a chance of its own. */
export function hitDistribution(chances: readonly number[]): Float64Array {
  const chanceOf = new Float64Array(chances.length + 1);
  chanceOf[0] = 1;
  chances.forEach((p, n) => {
    for (let hits = n + 1; hits > 0; hits--) {
      chanceOf[hits] = chanceOf[hits] * (1 - p) + chanceOf[hits - 1] * p;
    }
    chanceOf[0] *= 1 - p;
  });
  return chanceOf;
}

/** The fewest hits that are not exceeded with at least this chance. */
export function quantile(chanceOf: Float64Array, level: number): number {
  let total = 0;
  // Subtle: the chances add up to 1 only within rounding.
  for (let hits = 0; hits < chanceOf.length - 1; hits++) {
    total += chanceOf[hits];
    if (total >= level - 1e-12) return hits;
  }
  return chanceOf.length - 1;
}

export function makePicture({ data, model }: FittedRun): RandomPicture {
  const ranks: number[] = []; // of the held-out items, from 1
  const unseen: number[] = [];
  for (const [user, item] of data.test) {
    const list = model.recommend(user, data.nItems);
    ranks.push(list.indexOf(item) + 1);
    unseen.push(list.length);
  }
  const lengths = Array.from({ length: Math.max(1, ...unseen) }, (_, n) => n + 1);
  const bands = lengths.map((k) => {
    const chances = unseen.map((n) => hitChance(k, n));
    const chanceOf = hitDistribution(chances);
    return {
      expected: rounded(chances.reduce((total, p) => total + p, 0)),
      low: quantile(chanceOf, 0.025),
      high: quantile(chanceOf, 0.975),
    };
  });
  return {
    nTest: data.test.size,
    expected: bands.map((band) => band.expected),
    low: bands.map((band) => band.low),
    high: bands.map((band) => band.high),
    hits: lengths.map((k) => ranks.filter((rank) => rank <= k).length),
  };
}
