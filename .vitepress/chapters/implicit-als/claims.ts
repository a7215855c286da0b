import { ImplicitALS } from '../../../code/recsys.ts';
import { compare, recallOf } from '../../kit/claims.ts';
import { inWords } from '../../kit/inWords.ts';
import type { ChapterClaims, Claim } from '../../kit/claims.ts';

/** More factors take four times as long, and the build measures thirty logs. */
const factors = 8;

/** The catalogue solves every row exactly, in doubles. */
const nearlySolved = (precision: 'double' | 'single', numbers: string): Claim => ({
  of:
    `recall of Implicit ALS with rows nearly solved by conjugate gradients in ${numbers} ` +
    `minus that with exact rows in doubles, with ${inWords(factors)} factors in both cases`,
  measure: (log) =>
    recallOf(log, new ImplicitALS({ factors, solver: 'cg', precision })) -
    log.mean('recall', 'implicit-als', { factors }),
  needs: { between: [-0.01, 0.01] },
});

export const claims: ChapterClaims = {
  // The page says "far more".
  clicks: compare(
    'recall',
    ['implicit-als', { alpha: 1, reg: 10, factors }],
    ['implicit-als', { factors }],
    { above: 0.05 },
  ),
  'nearly-solved': nearlySolved('double', 'doubles'),
  'in-floats': nearlySolved('single', '32-bit floats'),
};
