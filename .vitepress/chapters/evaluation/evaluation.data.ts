import { rateInterval } from '../../../code/evaluation/intervals.ts';
import { recommendAll } from '../../../code/evaluation/leaderboard.ts';
import { findModel } from '../../../code/models.ts';
import { recallAtK } from '../../../code/recsys.ts';
import { bookLog } from '../../run/bookLog.ts';
import type { Loader } from '../../build/results/loader.ts';

/** Recall with its interval when only the first n test users are asked. */
export interface Growth {
  readonly id: string;
  readonly n: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface EvaluationData {
  readonly k: number;
  readonly growth: readonly Growth[];
}

declare const data: EvaluationData;
export { data };

const k = 10;
const sizes = [25, 50, 100, 200, 300];

export default {
  load(): EvaluationData {
    const set = bookLog();
    const growth = (['popularity', 'content-based'] as const).flatMap((id) => {
      const entry = findModel(id);
      const lists = recommendAll(entry.fit(set), set.test, k);
      const hits = Array.from(set.test, (pair) => recallAtK(lists, new Map([pair]), k));
      return sizes.map((n): Growth => {
        const first = hits.slice(0, n);
        const found = first.reduce((sum, hit) => sum + hit, 0);
        return { id, n, mean: found / n, ...rateInterval(found, n) };
      });
    });

    return {
      k,
      growth,
    };
  },
} satisfies Loader;
