// What the comparison of negatives says of its numbers.
import type { Estimate } from '../../../code/evaluation/intervals.ts';
import { exactEstimate } from '../../kit/exact.ts';
import type { Exact } from '../../kit/exact.ts';
import { decimal, percent } from '../../kit/numbers.ts';
import type { PreparedNegatives } from './negatives.data.ts';
import type { NegativesResult } from './negatives.job.ts';

export const isApart = (gain: Estimate | null): boolean =>
  gain !== null && (gain.low > 0 || gain.high < 0);

/** The finding: what drawing by popularity does to the lists. */
export function findingOfWays(result: NegativesResult, place: number): string {
  const stopOf = (id: string) => result.rows.find((row) => row.id === id)?.stops[place];
  const [usual, popular] = [stopOf('unseen'), stopOf('popular')];
  if (!usual || !popular) return '';
  const people = `the average recommended item has been taken by ${percent(popular.people)} of the people, not ${percent(usual.people)}`;
  const recall = `recall is ${decimal(popular.recall)}, not ${decimal(usual.recall)}`;
  const tail = isApart(popular.recallGain) ? '' : ', which may be chance';
  return `With j drawn by popularity, ${people}; ${recall}${tail}`;
}

export const intervalText = (gain: Estimate | null): string =>
  gain ? `${decimal(gain.mean)} (${decimal(gain.low)} to ${decimal(gain.high)})` : '';

/** The same in a table. */
export const exactGain = (gain: Estimate | null): Exact | string =>
  gain ? exactEstimate(gain, intervalText(gain)) : '';

/** What does not hang on one log. */
export function aboutLogs({ logs, gains }: PreparedNegatives): string {
  const of = (id: string): string => intervalText(gains[id] ?? null);
  return `Over ${logs} logs, 30 epochs each, recall changes by ${of('any')} without the check and by ${of('popular')} by popularity.`;
}
