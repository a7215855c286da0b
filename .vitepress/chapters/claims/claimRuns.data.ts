import type { Loader } from '../../build/results/loader.ts';
import { allClaims } from '../../kit/claimsOfChapters.ts';
import type { Needs } from '../../kit/evidence.ts';
import { runClaims, usualClaims } from './claims.job.ts';
import type { ClaimsRow, ClaimsSpec } from './claims.job.ts';

/** What was measured of every claim. */
export interface ClaimRuns {
  readonly spec: ClaimsSpec;
  readonly claims: readonly { readonly name: string; readonly of: string; readonly needs: Needs }[];
  readonly rows: readonly ClaimsRow[];
}

declare const data: ClaimRuns;
export { data };

export default {
  seconds: 18,
  load: (): ClaimRuns => ({
    spec: usualClaims,
    claims: allClaims.map(([name, { of, needs }]) => ({ name, of, needs })),
    rows: runClaims(usualClaims),
  }),
} satisfies Loader;
