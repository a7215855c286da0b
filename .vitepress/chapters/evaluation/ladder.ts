// One list with its hit at each rank in turn, scored by the module's own metrics: what the page
// shows, and what the build printed.
import { mapAtK, ndcgAtK, precisionAtK, recallAtK } from '../../../code/recsys.ts';

export const places = 20;

/** The metrics of one user whose held-out item, 0, stands at this rank. */
export function score(rank: number, k: number) {
  const list = Array.from({ length: places }, (_, n) => (n + 1 === rank ? 0 : n + 1));
  const recs = new Map([[0, list]]);
  const truth = new Map([[0, 0]]);
  return {
    recall: recallAtK(recs, truth, k),
    precision: precisionAtK(recs, truth, k),
    ndcg: ndcgAtK(recs, truth, k),
    map: mapAtK(recs, truth, k),
  };
}

export const ladderOf = (k: number) =>
  Array.from({ length: places }, (_, n) => ({ place: n + 1, ...score(n + 1, k) }));

/** The place beyond the last: not in the list at all, or rank infinity. */
export const miss = places + 1;

/** The steps down the list that the reader may choose from, each from a rank to the next; the last is over the cut. */
const stepsAsked = (k: number) => [1, 2, 5, k];

/** What is asked before all ranks are shown: where the pay falls most. */
export function askLadder(ladder: readonly { place: number; ndcg: number }[], k: number) {
  const payAt = (place: number): number => ladder.find((one) => one.place === place)?.ndcg ?? 0;
  const steps = stepsAsked(k);
  const falls = steps.map((place) => payAt(place) - payAt(place + 1));
  const right = falls.indexOf(Math.max(...falls));
  const named = (step: number): string =>
    `From rank ${steps[step]} to ${steps[step] + 1}${steps[step] === k ? ', over the cut' : ''}`;
  const told = (step: number): string =>
    `from ${payAt(steps[step]).toFixed(2)} to ${payAt(steps[step] + 1).toFixed(2)}`;
  const last = steps.length - 1;
  return {
    question: `In a list cut at ${k}, between which two neighbouring ranks does nDCG fall most?`,
    answers: steps.map((_, step) => named(step)),
    right,
    finding: `nDCG falls ${told(right)} there, and ${told(right === last ? 0 : last)} ${right === last ? 'at the top' : 'over the cut'}.`,
  };
}

const three = (value: number): string => value.toFixed(3);

/** The four metrics of one user with the numbers of this rank put in. */
export function worked(rank: number, k: number) {
  const { recall, precision, ndcg, map } = score(rank, k);
  const r = rank === miss ? '∞' : String(rank);
  const bracket = `[${r} ≤ ${k}]`;
  const hit = recall > 0;
  return [
    { name: 'Recall', value: recall, numbers: `${bracket} = ${recall}` },
    { name: 'Precision', value: precision, numbers: `${bracket} / ${k} = ${recall} / ${k}` },
    {
      name: 'nDCG',
      value: ndcg,
      numbers: `${bracket} / log₂(${r} + 1) = ${hit ? `1 / ${three(1 / ndcg)}` : '0'}`,
    },
    { name: 'MAP', value: map, numbers: `${bracket} / ${r} = ${hit ? `1 / ${r}` : '0'}` },
  ] as const;
}
