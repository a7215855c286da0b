import { BPR } from '../../../code/recsys.ts';
import { compare, recallOf } from '../../kit/claims.ts';
import type { ChapterClaims } from '../../kit/claims.ts';

/** Thirty epochs take three times as long, and the build measures thirty logs. */
const epochs = 10;

// The catalogue draws j evenly, and computes in doubles.
export const claims: ChapterClaims = {
  'by-popularity': {
    of: `recall of BPR with j drawn by popularity minus that with j drawn evenly, after ${epochs} epochs`,
    measure: (log) =>
      recallOf(log, new BPR({ epochs, negatives: 'popular' })) -
      log.mean('recall', 'bpr', { epochs }),
    needs: { below: 0 },
  },
  'in-floats': {
    of: `recall of BPR in 32-bit floats minus that in doubles, after ${epochs} epochs`,
    measure: (log) =>
      recallOf(log, new BPR({ epochs, precision: 'single' })) -
      log.mean('recall', 'bpr', { epochs }),
    needs: { between: [-0.01, 0.01] },
  },
  'too-fast': compare('recall', ['bpr', { epochs, lr: 0.15 }], ['bpr', { epochs }], { below: 0 }),
  'past-its-best': compare('recall', ['bpr', { epochs }], ['bpr']),
};
