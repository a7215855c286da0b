import { metrics, recommendAll } from '../../../code/evaluation/metrics.ts';
import { BPR } from '../../../code/recsys.ts';
import { compare } from '../../kit/claims.ts';
import type { ChapterClaims, ClaimLog } from '../../kit/claims.ts';
import { defaultRun } from '../../run/defaults.ts';

/** Thirty epochs take three times as long, and the build measures thirty logs. */
const epochs = 10;

/** The catalogue draws j evenly; this is the other way. */
function byPopularity({ data }: ClaimLog): number {
  const { train, test, nUsers, nItems } = data;
  const model = new BPR({ epochs, negatives: 'popular' }).fit(train, nUsers, nItems);
  return metrics.recall(recommendAll(model, test, defaultRun.k), test, defaultRun.k);
}

export const claims: ChapterClaims = {
  'by-popularity': {
    of: `recall of BPR with j drawn by popularity minus that with j drawn evenly, after ${epochs} epochs`,
    measure: (log) => byPopularity(log) - log.mean('recall', 'bpr', { epochs }),
    needs: { below: 0 },
  },
  'past-its-best': compare('recall', ['bpr', { epochs }], ['bpr']),
};
