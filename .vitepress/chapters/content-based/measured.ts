import { recommendAll } from '../../../code/evaluation/metrics.ts';
import { mapAtK, recallAtK } from '../../../code/recsys.ts';
import type { Recommender } from '../../../code/recsys.ts';
import { nora } from '../../run/defaults.ts';
import type { MeasuredResults } from '../../kit/measure.ts';
import { printedRun } from '../../kit/measuring.ts';
import type { RecallOnLogs } from '../../kit/measuring.ts';

/** How much of a list is of one genre, and how little tells the items of a genre apart. */
export function measured(recallOnLogs: RecallOnLogs): MeasuredResults {
  const { model, data, genres, k } = printedRun('content-based');
  let [places, first] = [0, 0];
  const spreads: number[] = [];
  for (const user of data.test.keys()) {
    const scores = model.scores(user);
    const top = genres[scores.indexOf(Math.max(...scores))];
    const list = model.recommend(user, k);
    places += list.length;
    first += list.filter((item) => genres[item] === top).length;
    const ofTop = scores.filter((_, item) => genres[item] === top);
    spreads.push(Math.max(...ofTop) - Math.min(...ofTop));
  }
  spreads.sort((a, b) => a - b);
  const taken = data.train.filter(([user]) => user === nora.user).map(([, item]) => genres[item]);
  const listed = model.recommend(nora.user, k).map((item) => genres[item]);
  const shareOf = (some: readonly number[], genre: number): number =>
    some.filter((one) => one === genre).length / some.length;
  const most = taken.reduce((best, genre) =>
    shareOf(taken, genre) > shareOf(taken, best) ? genre : best,
  );
  const { model: crowd } = printedRun('popularity');
  /** What MAP pays for a hit, on average. */
  const perHit = (one: Recommender): number => {
    const lists = recommendAll(one, data.test, k);
    return mapAtK(lists, data.test, k) / recallAtK(lists, data.test, k);
  };
  return {
    mapPerHit: perHit(model),
    popularityMapPerHit: perHit(crowd),
    /** Share of all list places that are of the user's top genre. */
    firstGenre: first / places,
    /** Difference between the best and the worst cosine in a genre, median. */
    spread: spreads[Math.floor(spreads.length / 2)],
    /** The share of Nora's first genre, cooking, in what she has taken, and in her list. */
    noraTaken: shareOf(taken, most),
    noraListed: shareOf(listed, most),
    onLogs: recallOnLogs('content-based'),
    onLogsAt50: recallOnLogs('content-based', { halfLife: 50 }),
  };
}
