import { entriesWith } from '../../../code/evaluation/tuned.ts';
import type { Loader } from '../../build/results/loader.ts';
import type { StandingsOfLogs } from '../../kit/logs.data.ts';
import { metricOfStandings } from '../../kit/metricOfStandings.ts';
import type { PrintedRow } from '../../run/isolated/protocol.ts';
import type { Board, BoardSpec } from '../../run/jobs/board.ts';

/** The race that the book prints: a model of the reader's enters it, and no other needs to run again. */
export interface PrintedRace {
  readonly spec: BoardSpec;
  readonly rows: readonly PrintedRow[];
}

declare const data: PrintedRace;
export { data };

/** Whom the printed leaderboard has, in its order, each with the rank of every test user's item. */
export function raceOf({ spec, rows }: Board, [{ at }]: StandingsOfLogs): PrintedRace {
  const { k } = spec;
  const entries = entriesWith(spec.tuned);
  const printed = rows.map(({ id, metrics, coverage, gini }): PrintedRow => {
    const place = entries.findIndex((entry) => entry.id === id);
    const standings = at[place];
    // Two ways to one number: where they part, one of the two was made for another race.
    if (metricOfStandings('recall', standings, k) !== metrics.recall.mean)
      throw new Error(`printedRace: ${id} has other hits on the board than in the standings`);
    const ranks = standings.map((at) => (at ? at.above + at.tiedBefore + 1 : 0));
    return {
      id,
      title: entries[place].title,
      ranks: ranks.map((rank) => (rank > k ? 0 : rank)),
      coverage,
      gini,
    };
  });
  return { spec, rows: printed };
}

export default {
  from: ['../../chapters/leaderboard/leaderboard.data.ts', '../../kit/logs.data.ts'],
  load: raceOf,
} satisfies Loader;
