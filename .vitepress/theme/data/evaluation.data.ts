import { defineLoader } from 'vitepress';
import { bootstrap, drawSamples } from '../../../code/intervals.ts';
import { recommendAll } from '../../../code/leaderboard.ts';
import { findModel, syntheticDataset } from '../../../code/models.ts';
import { makeSynthetic, recallAtK, userSeen } from '../../../code/recsys.ts';
import type { ModelId } from '../components/modelStyle.ts';

/** Recall with its interval when only the first n test users are asked. */
export interface Growth {
  readonly id: ModelId;
  readonly title: string;
  readonly n: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface EvaluationData {
  readonly k: number;
  readonly nTest: number;
  readonly nTrain: number;
  readonly unreachable: number;
  /** Mean over test users: the share of training rows later than the held-out event. */
  readonly leak: number;
  readonly growth: readonly Growth[];
}

declare const data: EvaluationData;
export { data };

const k = 10;
const sizes = [25, 50, 100, 200, 300];

export default defineLoader({
  watch: ['../../../code/*.ts'],
  load(): EvaluationData {
    const { interactions, nUsers } = makeSynthetic();
    const set = syntheticDataset();
    const { train, test } = set;
    const seen = userSeen(train, nUsers);
    const lastTime = new Map(interactions.map(([user, , time]) => [user, time]));
    const unreachable = [...test].filter(([user, item]) => seen.get(user)?.has(item));

    const laterThan = new Int32Array(interactions.length + 1);
    for (const [, , time] of train) laterThan[time]++;
    for (let t = laterThan.length - 2; t >= 0; t--) laterThan[t] += laterThan[t + 1];
    let leak = 0;
    for (const user of test.keys()) {
      leak += laterThan[(lastTime.get(user) ?? 0) + 1] / train.length / test.size;
    }

    const growth = (['popularity', 'item-item-cf'] as const).flatMap((id) => {
      const entry = findModel(id);
      const lists = recommendAll(entry.fit(set), test, k);
      const hits = Array.from(test, (pair) => recallAtK(lists, new Map([pair]), k));
      return sizes.map((n): Growth => {
        const first = hits.slice(0, n);
        const mean = first.reduce((sum, hit) => sum + hit, 0) / first.length;
        return { id, title: entry.title, n, mean, ...bootstrap(first, drawSamples(n, 1000, 0)) };
      });
    });

    return {
      k,
      nTest: test.size,
      nTrain: train.length,
      unreachable: unreachable.length,
      leak,
      growth,
    };
  },
});
