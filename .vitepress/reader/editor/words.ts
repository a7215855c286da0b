// What the comparison of two versions comes to, in words.
import type { MetricName } from '../../../code/evaluation/leaderboard.ts';
import type { Estimate } from '../../../code/evaluation/intervals.ts';
import { decimal } from '../../kit/numbers.ts';
import type { Beside } from '../../run/isolated/protocol.ts';

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
  if (mean === 0) return `Other bits than the book’s, and the same ${title}: ${counts}.`;
  const apart = isTold(difference[metric])
    ? `more than chance between people explains`
    : `which the choice of people alone could explain`;
  return `${counts}: ${title} ${signed(mean)}, ${apart}.`;
}

const best = (results: readonly Beside[], metric: MetricName): Beside =>
  results.reduce((one, other) =>
    other.book.metrics[metric] > one.book.metrics[metric] ? other : one,
  );

/** The finding about a model of the reader's own: beside the best, and beside Popularity. */
export function ownVerdict(results: readonly Beside[], metric: MetricName): string {
  const compared = (other: Beside): string => {
    const { title } = other;
    if (!other.difference) return `it can’t be compared with ${title}`;
    const { mean } = other.difference[metric];
    if (!isTold(other.difference[metric])) return `it can’t be told from ${title}`;
    return mean > 0 ? `it is ahead of ${title}` : `it is behind ${title}`;
  };
  const { yours } = results[0];
  const hits = Math.round(yours.metrics.recall * yours.nTest);
  const popularity = results.find(({ id }) => id === 'popularity');
  const leader = best(results, metric);
  const both = [leader, popularity].filter((other, n, all) => other && all.indexOf(other) === n);
  const said = both.map((other) => compared(other as Beside)).join(', and ');
  return `Your model finds the next item of ${hits} of ${yours.nTest} people: ${said}.`;
}
