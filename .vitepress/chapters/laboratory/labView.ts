// Two leaderboards of the laboratory as the rows of one figure and of its table.
import type { Effect } from '../../kit/EffectChart.vue';
import { exactDecimal, exactEstimate, exactInterval } from '../../kit/exact.ts';
import type { Exact } from '../../kit/exact.ts';
import { decimal } from '../../kit/numbers.ts';
import type { Estimate } from '../../../code/evaluation/intervals.ts';
import type { RunWords } from '../../kit/sayRun.ts';
import type { LabResult } from './lab.job.ts';

/** In the order of the leaderboard after the change; the truth stays first. */
export function effectsOf(before: LabResult, after: LabResult): Effect[] {
  const was = new Map(before.rows.map(({ id, mean }) => [id, mean]));
  return [...after.rows]
    .sort((a, b) => b.mean - a.mean)
    .map(({ id, title, mean, low, high }) => ({
      id,
      title,
      before: was.get(id) ?? 0,
      after: mean,
      low: Math.max(0, low),
      high,
    }));
}

const columns = [
  { key: 'title', label: 'Model' },
  { key: 'before', label: 'Before', numeric: true },
  { key: 'after', label: 'After', numeric: true },
  { key: 'interval', label: '95 % interval', numeric: true },
];

/** A mean over people with and without a history says what to expect of neither. */
const columnsApart = [
  { key: 'known', label: 'With a history', numeric: true },
  { key: 'cold', label: 'Without', numeric: true },
];

export const effectColumns = ({ cold }: LabResult) =>
  cold > 0 ? [...columns, ...columnsApart] : columns;

const shown = (estimate: Estimate | null | undefined): Exact | string =>
  estimate ? exactEstimate(estimate, `${decimal(estimate.mean)} (${intervalText(estimate)})`) : '–';

const intervalText = ({ low, high }: Pick<Estimate, 'low' | 'high'>): string =>
  `${decimal(Math.max(0, low))}–${decimal(high)}`;

export function effectRows(effects: readonly Effect[], { rows }: LabResult) {
  const of = new Map(rows.map((row) => [row.id, row]));
  return effects.map(({ id, title, before, after, low, high }) => ({
    title,
    before: exactDecimal(before),
    after: exactDecimal(after),
    interval: exactInterval({ low, high }, intervalText({ low, high })),
    known: shown(of.get(id)?.known),
    cold: shown(of.get(id)?.cold),
  }));
}

/** The recall that no model can pass; none where all test users can be served. */
export const ceilingOf = ({ n, unreachable }: LabResult): number | undefined =>
  unreachable > 0 ? (n - unreachable) / n : undefined;

/** The rules of both leaderboards, as they stand in the HTML. */
export const splitsOf = (before: LabResult, after: LabResult): string =>
  [...new Set([before.setup.split, after.setup.split])].join(' ');

/** Whom a leaderboard asked, in one sentence. */
export function aboutTest(of: LabResult): string {
  const { n, unreachable, cold, leak, setup } = of;
  const logs = setup.seeds === 1 ? 'one log' : `each of ${setup.seeds} logs`;
  const whole = (value: number): string => decimal(value, Number.isInteger(value) ? 0 : 1);
  const strangers =
    cold > 0 ? `${whole(cold)} have no history (the table has them apart)` : 'all have a history';
  const tested = `On ${logs} ${whole(n)} users are tested; ${whole(unreachable)} cannot be served, ${strangers}, and ${decimal(100 * leak, 1)} % of the training rows are later than the test event.`;
  const ceiling = ceilingOf(of);
  if (ceiling === undefined) return tested;
  return `${tested} So no model can pass a recall of ${decimal(ceiling)}, and the hatched part of the chart is out of reach.`;
}

/** Two leaderboards side by side, as they are printed: before a switch is moved, and after. */
export const printedPair = (before: LabResult, after: LabResult) => ({
  request: [before.setup, after.setup],
  answer: [before, after],
});

export const labWords: RunWords = {
  stale: 'The chart is not yet that of these switches. Press Run.',
  done: 'Drawn, fitted and read in your browser',
};
