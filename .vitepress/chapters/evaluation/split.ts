// What each rule of splitting makes of the log of the time lines. The page brings the answers, so that
// it need not bring the rules.
import { leakOf, splitAtTime } from '../../../code/evaluation/laboratory.ts';
import { trainTestSplitLast } from '../../../code/recsys.ts';
import { people } from '../../kit/paperNames.ts';
import { splitLog } from './timeLines.ts';
import type { Event, Parts, Rule } from './timeLines.ts';

/** @param cut events at this time and later are not for training; asked of the rule 'cut' alone */
export function splitBy(rule: Rule, cut = 0): Parts {
  const { train, test } =
    rule === 'cut'
      ? splitAtTime(splitLog, (cut + 0.5) / splitLog.length)
      : trainTestSplitLast(splitLog, people.length, { holdOut: rule });
  const isTrained = new Set(train.map(([, , time]) => time));
  const held = new Set<number>();
  const parts = splitLog.map(([user, item, time]): Event['part'] => {
    if (isTrained.has(time)) return 'train';
    if (held.has(user) || test.get(user) !== item) return 'dropped';
    held.add(user);
    return 'test';
  });
  return { parts, leak: leakOf(train, test, splitLog) };
}

export interface AllSplits {
  readonly last: Parts;
  readonly 'last-new': Parts;
  /** By the time of the cut. */
  readonly cut: readonly (Parts | null)[];
}

export const splitAll = (): AllSplits => ({
  last: splitBy('last'),
  'last-new': splitBy('last-new'),
  cut: splitLog.map((_, cut) => (cut > 0 ? splitBy('cut', cut) : null)),
});
