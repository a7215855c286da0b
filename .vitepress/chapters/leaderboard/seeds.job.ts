// The leaderboard on several logs that differ by their seed alone. The worker and the data loader call the
// same lines.
import { fitLog, usualSetup } from '../../../code/evaluation/laboratory.ts';
import type { LogStandings } from '../../../code/evaluation/laboratory.ts';
import { metricOfStandings } from '../../kit/metricOfStandings.ts';
import { defineJob } from '../../run/job.ts';
import type { Telling } from '../../run/job.ts';
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

/** The metric of every entry on the log of one seed, from where the test items stand on it. */
export function seedRow({ k, metric }: SeedsSpec, seed: number, { at }: LogStandings): SeedRow {
  return { seed, means: at.map((standings) => metricOfStandings(metric, standings, k)) };
}

/** The same, from the beginning. */
export function runSeed(spec: SeedsSpec, seed: number): SeedRow {
  const { split, tuned } = spec;
  return seedRow(spec, seed, fitLog({ ...usualSetup, split, tuned }, seed));
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
