// What the comparison of two versions comes to, in words.
import type { MetricName } from '../../../code/leaderboard.ts';
import type { Estimate } from '../../../code/intervals.ts';
import { decimal } from '../components/numbers.ts';
import type { Beside } from '../workers/isolated/protocol.ts';

/** With its sign: +0.013, −0.020, 0.000. */
export function signed(value: number): string {
  const text = decimal(value);
  return Number(value.toFixed(3)) > 0 ? `+${text}` : text;
}

export const intervalText = ({ low, high }: Estimate): string =>
  `${signed(low)} to ${signed(high)}`;

/** Whether an interval tells the two apart. */
export const isTold = ({ low, high }: Estimate): boolean => low > 0 || high < 0;

export const identical = 'The same bits as the book’s: every score and every list.';

/** The finding about one model. */
export function verdict(
  { same, yours, book, difference }: Beside,
  metric: MetricName,
  title: string,
): string {
  if (same) return identical;
  if (!difference) {
    return 'Your version makes another log, with other people: the two can’t be compared person by person.';
  }
  const found = ({ metrics, nTest }: Beside['yours']): number => Math.round(metrics.recall * nTest);
  const { mean } = difference[metric];
  const counts = `${found(yours)} of ${yours.nTest} test users find theirs, and ${found(book)} with the book’s`;
  if (mean === 0 && difference[metric].low === 0 && difference[metric].high === 0)
    return `Other bits than the book’s, and the same ${title} for every person: ${counts}.`;
  const apart = isTold(difference[metric])
    ? `more than chance between people explains`
    : `which the choice of people alone could explain`;
  return `${counts}: ${title} ${signed(mean)}, ${apart}.`;
}
