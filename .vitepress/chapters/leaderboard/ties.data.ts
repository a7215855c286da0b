import { models } from '../../../code/models.ts';
import type { Recommender } from '../../../code/recsys.ts';
import { chanceOfHit, standings } from '../../../code/evaluation/standings.ts';
import type { Standing, TieRule } from '../../../code/evaluation/standings.ts';
import type { Loader } from '../../build/results/loader.ts';
import { bookLog } from '../../run/bookLog.ts';
import type { StandingsOfLogs } from '../../kit/logs.data.ts';

/** Recall under each rule for items that have one score. */
export interface TieRow {
  readonly id: string;
  readonly title: string;
  readonly recalls: Readonly<Record<TieRule, number>>;
}

export interface PreparedTies {
  readonly k: number;
  /** The models in book order, then one that gives every item the same score. */
  readonly rows: readonly TieRow[];
}

declare const data: PreparedTies;
export { data };

const rules: readonly TieRule[] = ['held-out-first', 'lower-id', 'random', 'held-out-last'];

export default {
  from: ['../../kit/logs.data.ts'],
  load([{ at }]: StandingsOfLogs): PreparedTies {
    const k = 10;
    const data = bookLog();
    const recalls = (all: readonly (Standing | null)[]): TieRow['recalls'] => {
      const recall = (rule: TieRule): [TieRule, number] => {
        const hits = all.reduce((sum, at) => sum + chanceOfHit(at, k, rule), 0);
        return [rule, Math.round((1e6 * hits) / all.length) / 1e6];
      };
      return Object.fromEntries(rules.map(recall)) as TieRow['recalls'];
    };
    const allEqual: Recommender = {
      scores: () => new Float64Array(data.nItems),
      recommend: () => [0],
    };
    return {
      k,
      rows: [
        // The logs begin with the models in book order.
        ...models.map(({ id, title }, n) => ({ id, title, recalls: recalls(at[n]) })),
        { id: 'none', title: 'All scores equal', recalls: recalls(standings(allEqual, data)) },
      ],
    };
  },
} satisfies Loader;
