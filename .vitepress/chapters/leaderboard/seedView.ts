// What several logs say of the models, as plain functions.
import { overRuns } from '../../../code/evaluation/intervals.ts';
import type { Estimate } from '../../../code/evaluation/intervals.ts';
import { decimal } from '../../kit/numbers.ts';
import type { SeedRow } from './seeds.job.ts';

export interface SeedLine extends Estimate {
  readonly id: string;
  readonly title: string;
  /** The metric on every log. */
  readonly values: readonly number[];
}

/** One line per entry, in the order of the means. */
export function linesOf(
  rows: readonly SeedRow[],
  models: readonly { readonly id: string; readonly title: string }[],
): SeedLine[] {
  const lines = models.map(({ id, title }, n) => {
    const values = rows.map(({ means }) => means[n]);
    return { id, title, values, ...overRuns(values) };
  });
  return lines.sort((a, b) => b.mean - a.mean);
}

/** The finding: is the first ahead of the second on log after log? */
export function findingOfSeeds([first, second]: readonly SeedLine[]): string {
  const differences = first.values.map((value, n) => value - second.values[n]);
  const n = differences.length;
  const ahead = differences.filter((d) => d > 0).length;
  const { mean, low, high } = overRuns(differences);
  const lead = `${first.title} is ahead of ${second.title} on ${ahead} of ${n} logs`;
  if (low <= 0) return `${lead}: which of the two is better stays open`;
  return `${lead}, by ${decimal(mean)} on average (95 % interval ${decimal(low)} to ${decimal(high)})`;
}

/** What the means hide: a model with a lower mean that is ahead of one with a higher, now and then. */
export function upsetsOf(lines: readonly SeedLine[]): string {
  let [pairs, turned] = [0, 0];
  lines.forEach((upper, n) => {
    for (const lower of lines.slice(n + 1)) {
      upper.values.forEach((value, seed) => {
        pairs++;
        if (lower.values[seed] > value) turned++;
      });
    }
  });
  const [first] = lines;
  const [worst, best] = [Math.min(...first.values), Math.max(...first.values)];
  return `One model alone, ${first.title}, moves between ${decimal(worst)} and ${decimal(best)} from log to log. In ${turned} of ${pairs} comparisons of two models on one log, the one with the lower mean is ahead.`;
}
