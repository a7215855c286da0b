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
