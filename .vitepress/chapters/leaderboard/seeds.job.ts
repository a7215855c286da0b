// The leaderboard on several logs that differ by their seed alone. The worker and the data loader call the
// same lines.
import { leaderboard } from '../../../code/evaluation/leaderboard.ts';
import { defineJob } from '../../run/job.ts';
import type { Telling } from '../../run/job.ts';
import { boardEntries, datasetOf } from '../../run/jobs/board.ts';
import type { BoardSpec } from '../../run/jobs/board.ts';

/** What to repeat over the logs of the seeds 0, 1, 2 ... */
export interface SeedsSpec extends Omit<BoardSpec, 'data'> {
  readonly seeds: number;
}

/** The metric of every entry on one log, the oracle's last. */
export interface SeedRow {
  readonly seed: number;
  readonly means: readonly number[];
}

/** The metric of every entry on the log of one seed. */
export function runSeed({ split, k, metric }: SeedsSpec, seed: number): SeedRow {
  const dataset = datasetOf({ data: { seed }, split });
  const rows = leaderboard(dataset, { entries: boardEntries, k, samples: 1 });
  return { seed, means: rows.map(({ metrics }) => metrics[metric].mean) };
}

export function runSeeds(
  spec: SeedsSpec,
  onRow: (row: SeedRow) => void = () => undefined,
): readonly SeedRow[] {
  return Array.from({ length: spec.seeds }, (_, seed) => {
    const row = runSeed(spec, seed);
    onRow(row);
    return row;
  });
}

export const job = defineJob('seeds', (spec: SeedsSpec, { part }: Telling<SeedRow>) =>
  runSeeds(spec, part),
);
