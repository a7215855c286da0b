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

/** The interval that so many users would give. */
export interface Foreseen {
  readonly n: number;
  readonly low: number;
  readonly high: number;
}

export interface EvaluationData {
  readonly k: number;
  readonly growth: readonly Growth[];
  /** If as large a share of them found theirs as with the first model: also of more than the log has. */
  readonly foreseen: readonly Foreseen[];
}

declare const data: EvaluationData;
export { data };

const k = 10;
const sizes = [25, 50, 100, 200, 300];
/** More than the log has, each twice as many as the one before. */
const foreseen = [...sizes, 600, 1200, 2400, 4800, 9600, 19200];

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

    const [{ mean }] = growth.slice(sizes.length - 1);
    return {
      k,
      growth,
      foreseen: foreseen.map((n) => ({ n, ...rateInterval(Math.round(mean * n), n) })),
    };
  },
} satisfies Loader;
