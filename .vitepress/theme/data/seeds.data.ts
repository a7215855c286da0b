import { defineLoader } from 'vitepress';
import { recommendAll } from '../../../code/leaderboard.ts';
import { models, syntheticDataset } from '../../../code/models.ts';
import { recallAtK } from '../../../code/recsys.ts';

/** The same models, with the same settings, on logs that differ by their seed alone. */
export interface PreparedSeeds {
  readonly k: number;
  readonly seeds: readonly number[];
  /** In book order; one recall per seed. */
  readonly rows: readonly {
    readonly id: string;
    readonly title: string;
    readonly recalls: readonly number[];
  }[];
}

declare const data: PreparedSeeds;
export { data };

export default defineLoader({
  watch: ['../../../code/*.ts'],
  load(): PreparedSeeds {
    const k = 10;
    const seeds = [0, 1, 2, 3, 4, 5, 6, 7];
    const logs = seeds.map((seed) => syntheticDataset({ seed }));
    const rows = models.map((entry) => {
      const recalls = logs.map((log) =>
        recallAtK(recommendAll(entry.fit(log), log.test, k), log.test, k),
      );
      return { id: entry.id, title: entry.title, recalls };
    });
    return { k, seeds, rows };
  },
});
