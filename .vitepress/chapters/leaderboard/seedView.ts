// What several logs say of the models, as plain functions.
import { overRuns } from '../../../code/evaluation/intervals.ts';
import type { Estimate } from '../../../code/evaluation/intervals.ts';
import { inWords } from '../../kit/inWords.ts';
import { decimal } from '../../kit/numbers.ts';
import { binOf } from '../../reader/learning/prediction.ts';
import type { Prediction } from '../../reader/learning/prediction.ts';
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
export function findingOfSeeds(lines: readonly SeedLine[]): string {
  const [first, second] = lines;
  const differences = first.values.map((value, n) => value - second.values[n]);
  const n = differences.length;
  const ahead = differences.filter((d) => d > 0).length;
  const { mean, low, high } = overRuns(differences);
  const led = leaders(lines).filter((line) => line === first).length;
  const lead = `${first.title} is ahead of ${second.title} on ${ahead} of ${n} logs (of all models, on ${led})`;
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

/** Who leads on each log; nobody where two share the first place. */
function leaders(lines: readonly SeedLine[]): (SeedLine | undefined)[] {
  return lines[0].values.map((_, log) => {
    const best = Math.max(...lines.map(({ values }) => values[log]));
    const first = lines.filter(({ values }) => values[log] === best);
    return first.length === 1 ? first[0] : undefined;
  });
}

/** On how many logs the winner of the first leads alone. */
function leadsOfFirst(lines: readonly SeedLine[]): { winner: SeedLine | undefined; logs: number } {
  const all = leaders(lines);
  const [winner] = all;
  return { winner, logs: winner ? all.filter((line) => line === winner).length : 0 };
}

/** What is asked before the logs are shown: the answer is that of the printed ones. */
export function seedsPrediction(logs: number): Prediction<readonly SeedLine[]> {
  const half = Math.ceil(logs / 2);
  return {
    question: `On how many of ${inWords(logs)} logs does the winner of the first one lead?`,
    answers: [
      `On fewer than ${inWords(half)}`,
      `On ${inWords(half)} or more, not on all`,
      'On all',
    ],
    right: (lines) => binOf(leadsOfFirst(lines).logs, [half, logs]),
    finding(lines) {
      const { winner, logs: led } = leadsOfFirst(lines);
      const total = lines[0].values.length;
      if (!winner) return `On the first log two models share the first place.`;
      return `${winner.title} wins on the first log, and leads on ${led} of ${total}.`;
    },
  };
}
