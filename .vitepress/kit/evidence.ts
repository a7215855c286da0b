// Where the mean of a claim over the logs must lie, and whether it does.
import { overRuns } from '../../code/evaluation/intervals.ts';
import type { Estimate } from '../../code/evaluation/intervals.ts';
import { settingText } from './numbers.ts';

/** Where the mean over all logs must lie, as its 95 % interval (Student) shows it. */
export type Needs =
  | { readonly above: number }
  | { readonly below: number }
  /** The interval lies between the two. */
  | { readonly between: readonly [number, number] }
  /** The interval covers it: the logs cannot tell. */
  | { readonly undecided: number };

/** What came of a claim. */
export interface Evidence extends Estimate {
  /** [logs] in the order of their seeds */
  readonly values: readonly number[];
  readonly holds: boolean;
}

export function holds(needs: Needs, { low, high }: Pick<Estimate, 'low' | 'high'>): boolean {
  if ('above' in needs) return low > needs.above;
  if ('below' in needs) return high < needs.below;
  if ('between' in needs) return low >= needs.between[0] && high <= needs.between[1];
  return low <= needs.undecided && high >= needs.undecided;
}

/** @param values of all logs, in the order of their seeds */
export function judge(needs: Needs, values: readonly number[]): Evidence {
  const estimate = overRuns(values);
  return { values, ...estimate, holds: holds(needs, estimate) };
}

/** What the interval must do: "lies above 0". */
export function sayNeeds(needs: Needs): string {
  if ('above' in needs) return `lies above ${settingText(needs.above)}`;
  if ('below' in needs) return `lies below ${settingText(needs.below)}`;
  if ('between' in needs) {
    const [low, high] = needs.between;
    return `lies between ${settingText(low)} and ${settingText(high)}`;
  }
  return `covers ${settingText(needs.undecided)}`;
}
