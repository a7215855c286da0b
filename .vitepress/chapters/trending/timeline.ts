// Eleven events on their days, weighed by decayWeight and summed and ranked by Trending itself, for any half-life.
import { decayWeight, Popularity, topK, Trending } from '../../../code/recsys.ts';
import type { Interaction } from '../../../code/recsys.ts';
import { paperLog } from '../../kit/paper.ts';
import { books, people } from '../../kit/paperNames.ts';

/** The half-lives of the slider, in days: about as far apart, by ratio, and at last no forgetting. */
export const halfLives: readonly number[] = [
  0.5,
  0.75,
  1,
  1.5,
  2,
  3,
  4,
  6,
  8,
  12,
  16,
  24,
  32,
  48,
  64,
  Infinity,
];

/** The days of the time line are 0 to this. */
export const lastDay = 9;

/** What happened to one book, oldest first as the model adds it up. */
export interface Lane {
  readonly item: number;
  readonly events: readonly WeighedEvent[];
  readonly score: number;
  /** From 0, the best. */
  readonly place: number;
  readonly popularPlace: number;
}

export interface WeighedEvent {
  /** Its row in the log. */
  readonly row: number;
  readonly user: number;
  readonly day: number;
  readonly age: number;
  readonly weight: number;
  /** Which of the events of its book on its day, and of how many. */
  readonly nth: number;
  readonly of: number;
}

export interface Timeline {
  /** The day of the newest event: ages count back from it. */
  readonly now: number;
  readonly lanes: readonly Lane[];
  /** All books, best first. */
  readonly order: readonly number[];
  /** The same by Popularity. */
  readonly popular: readonly number[];
}

export const originalDays: readonly number[] = paperLog.map(([, , day]) => day);

/** The paper log with its events on other days. */
export function logOn(days: readonly number[]): Interaction[] {
  return paperLog.map(([user, item], row) => [user, item, days[row]]);
}

export function makeTimeline(days: readonly number[], halfLife: number): Timeline {
  const log = logOn(days);
  const sizes = [people.length, books.length] as const;
  const now = Math.max(...days);
  const scores = new Trending({ halfLife }).fit(log, ...sizes).scores(0);
  const order = topK(scores, [], books.length);
  const popular = topK(new Popularity().fit(log, ...sizes).scores(0), [], books.length);
  const lanes = books.map((_, item): Lane => {
    const own = log
      .flatMap(([user, i, day], row) => (i === item ? [{ user, day, row }] : []))
      .sort((a, b) => a.day - b.day || a.row - b.row);
    return {
      item,
      score: scores[item],
      place: order.indexOf(item),
      popularPlace: popular.indexOf(item),
      events: own.map(({ user, day, row }) => {
        const same = own.filter((event) => event.day === day);
        return {
          row,
          user,
          day,
          age: now - day,
          weight: decayWeight(now - day, halfLife),
          nth: same.findIndex((event) => event.row === row),
          of: same.length,
        };
      }),
    };
  });
  return { now, lanes, order, popular };
}
