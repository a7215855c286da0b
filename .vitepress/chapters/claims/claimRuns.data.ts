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
  /** The mean recalls over these logs that the claims asked for, by `recallName`. */
  readonly recalls: Readonly<Record<string, number>>;
}

declare const data: ClaimRuns;
export { data };

export default {
  seconds: 18,
  load(): ClaimRuns {
    const sums: Record<string, number> = {};
    const rows = runClaims(usualClaims, (_, log) => {
      for (const [name, recall] of log.recalls()) sums[name] = (sums[name] ?? 0) + recall;
    });
    return {
      spec: usualClaims,
      claims: allClaims.map(([name, { of, needs }]) => ({ name, of, needs })),
      rows,
      recalls: Object.fromEntries(
        Object.entries(sums).map(([name, sum]) => [name, sum / usualClaims.logs]),
      ),
    };
  },
} satisfies Loader;
