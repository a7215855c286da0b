// Boards on which nobody is better than anybody: whatever is found there is a false alarm.
import { normalTail } from '../../code/evaluation/comparisons.ts';
import { normals, stream } from '../../code/toolbox/draws.ts';
import { range } from './logs.ts';

/**
 * How users are worth something: hits alone; hits at a rank that is drawn; or half of the models with a
 * hit at once, the others with twice as many at rank 3, which is worth half as much.
 */
export type Worth = 'hits' | 'ranks' | 'uneven';

export interface NullBoard {
  readonly worth: Worth;
  readonly users: number;
  readonly models: number;
  /** Of the users who are a hit. */
  readonly rate: number;
  /** How much of it is the user, the same for all models; the rest is the model. */
  readonly alike: number;
}

export const nullBoards: readonly NullBoard[] = [
  { worth: 'hits', users: 60, models: 5, rate: 0.2, alike: 0.5 },
  { worth: 'hits', users: 300, models: 9, rate: 0.35, alike: 0.6 },
  { worth: 'hits', users: 1000, models: 6, rate: 0.1, alike: 0.5 },
  { worth: 'ranks', users: 60, models: 5, rate: 0.2, alike: 0.5 },
  { worth: 'ranks', users: 300, models: 9, rate: 0.35, alike: 0.6 },
  { worth: 'ranks', users: 100, models: 30, rate: 0.3, alike: 0.6 },
  { worth: 'uneven', users: 60, models: 5, rate: 0.2, alike: 0.5 },
  { worth: 'uneven', users: 300, models: 8, rate: 0.1, alike: 0.3 },
];

/** What a normal number is above with this chance. */
function cutOf(chance: number): number {
  let [low, high] = [-8, 8];
  for (let halving = 0; halving < 50; halving++) {
    const middle = (low + high) / 2;
    if (normalTail(middle) > chance) low = middle;
    else high = middle;
  }
  return low;
}

/** Draws such boards one after another: gains by model. */
export function drawNull(
  { worth, users, models, rate, alike }: NullBoard,
  seed: number,
): () => Map<string, number[]> {
  const draw = stream(`null ${worth} ${users}`, seed);
  const normal = normals(draw);
  const [once, twice] = [cutOf(rate), cutOf(2 * rate)];
  const [ofUser, ofModel] = [Math.sqrt(alike), Math.sqrt(1 - alike)];
  const worthOf = (liking: number, model: number): number => {
    if (worth === 'uneven' && model % 2 === 1) return liking > twice ? 0.5 : 0;
    if (liking <= once) return 0;
    return worth === 'ranks' ? 1 / Math.log2(2 + Math.floor(10 * draw())) : 1;
  };
  return () => {
    const gains = range(models).map((): number[] => []);
    for (let n = 0; n < users; n++) {
      const user = ofUser * normal();
      gains.forEach((of, model) => of.push(worthOf(user + ofModel * normal(), model)));
    }
    return new Map(gains.map((of, model) => [`m${model}`, of]));
  };
}
