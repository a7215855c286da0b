// Every claim of the book, measured on log after log. The worker and the data loader call the same lines.
import { claimLogs } from '../../kit/claimLogs.ts';
import { drawClaimLog } from '../../kit/claims.ts';
import type { ClaimLog } from '../../kit/claims.ts';
import { allClaims } from '../../kit/claimsOfChapters.ts';
import { defineJob } from '../../run/job.ts';
import type { Telling } from '../../run/job.ts';

export interface ClaimsSpec {
  /** The seed of the first log; those of the others follow it. */
  readonly first: number;
  readonly logs: number;
}

/** What one log says of every claim, in the order of their names. */
export interface ClaimsRow {
  readonly seed: number;
  readonly values: readonly number[];
}

export const usualClaims: ClaimsSpec = { first: 0, logs: claimLogs };

const measureClaims = (log: ClaimLog): ClaimsRow => ({
  seed: log.seed,
  values: allClaims.map(([, { measure }]) => measure(log)),
});

export function runClaims(
  { first, logs }: ClaimsSpec,
  onRow: (row: ClaimsRow, log: ClaimLog) => void = () => undefined,
): readonly ClaimsRow[] {
  return Array.from({ length: logs }, (_, n) => {
    const log = drawClaimLog(first + n);
    const row = measureClaims(log);
    onRow(row, log);
    return row;
  });
}

export const job = defineJob('claims', (spec: ClaimsSpec, { part }: Telling<ClaimsRow>) =>
  runClaims(spec, (row) => part(row)),
);
