import { metrics, recommendAll } from '../../../code/evaluation/metrics.ts';
import { entriesWith } from '../../../code/evaluation/tuned.ts';
import { OwnModel } from '../../../docs/snippets/own-model.ts';
import type { Loader } from '../../build/results/loader.ts';
import { datasetOf } from '../../run/jobs/board.ts';
import type { Board } from '../../run/jobs/board.ts';

/** Who takes part in the race before the reader's model does, the best first. */
export interface Entrant {
  readonly id: string;
  readonly title: string;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** People whose hidden item is on their list. */
  readonly found: number;
}

export interface RaceData {
  readonly split: string;
  readonly k: number;
  readonly people: number;
  readonly entrants: readonly Entrant[];
  /** How many the model to start from finds. */
  readonly start: number;
}

declare const data: RaceData;
export { data };

export default {
  from: ['../leaderboard/leaderboard.data.ts'],
  load({ spec, rows }: Board): RaceData {
    const { k } = spec;
    const log = datasetOf(spec);
    const { train, test, nUsers, nItems } = log;
    const entries = entriesWith(spec.tuned);
    // One hidden item each, so that recall is the share of those whose item was found.
    const foundOf = (recall: number): number => Math.round(recall * test.size);
    const own = new OwnModel().fit(train, nUsers, nItems);
    return {
      split: spec.split,
      k,
      people: test.size,
      entrants: rows
        .map(({ id, metrics: { recall } }) => ({
          id,
          title: entries.find((entry) => entry.id === id)?.title ?? id,
          mean: recall.mean,
          low: recall.low,
          high: recall.high,
          found: foundOf(recall.mean),
        }))
        .sort((a, b) => b.mean - a.mean),
      start: foundOf(metrics.recall(recommendAll(own, test, k), test, k)),
    };
  },
} satisfies Loader;
