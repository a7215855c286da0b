/**
 * What a log may do to a result without an error.
 */
import { checkSplit, countTestUsers } from './testUsers.ts';
import type { Dataset, ModelEntry } from '../models.ts';
import { bad, decayWeight } from '../recsys.ts';
import type { Interaction, Rows } from '../recsys.ts';
import { visitRows } from '../toolbox/columns.ts';
import { checkReal, MAX_ID } from '../toolbox/guard.ts';
import { readRows } from '../toolbox/rows.ts';

// #region half-life
/**
 * A half-life for this log, in the unit of its times: a share of the time
 * from its first event to its last. A ninth is what the default of 2,000 is
 * of the synthetic log, whose times count its 18,000 events.
 * @throws RangeError or TypeError for a bad row or share, and for a log
 *   whose events all have one time: it has no span
 */
export function halfLifeFor(
  interactions: Iterable<Interaction>,
  share = 1 / 9,
): number {
  const where = 'halfLifeFor';
  checkReal(where, 'share', share, Number.MIN_VALUE, 1000);
  let [first, last] = [Infinity, -Infinity];
  const name = 'interactions';
  readRows(where, name, interactions, MAX_ID, MAX_ID, (_, __, time) => {
    first = Math.min(first, time);
    last = Math.max(last, time);
  });
  if (last > first) return share * (last - first);
  const needed = 'events at two times or more';
  throw bad(RangeError, where, name, needed, interactions);
}
// #endregion half-life

// #region warnings
/**
 * What to know before the numbers of a split are believed, in sentences;
 * none where all is well. A leaderboard tells them to its `onWarning`.
 *
 * A half-life that is far too short for the log's times gives items a
 * weight of 0: then their order is that of their ids. Test users without a
 * history, and those whose item no list can hold, are told with figures.
 * @throws RangeError or TypeError for a split that is none
 */
export function warningsOf(
  data: Dataset<Rows>,
  entries: readonly Pick<ModelEntry, 'title' | 'defaults'>[],
): string[] {
  checkSplit('warningsOf', data);
  const { n, unreachable, cold } = countTestUsers(data);
  const newest = new Map<number, number>();
  let now = -Infinity;
  visitRows(data.train, (_, item, time) => {
    newest.set(item, Math.max(newest.get(item) ?? -Infinity, time));
    now = Math.max(now, time);
  });
  const told = entries.flatMap(({ title, defaults }) => {
    const { halfLife } = defaults;
    if (halfLife === undefined) return [];
    const lost = Array.from(newest.values()).filter(
      (time) => decayWeight(now - time, halfLife) === 0,
    );
    if (lost.length === 0) return [];
    const better = Math.round(halfLifeFor(data.train));
    return [
      `${title}: with a half-life of ${halfLife}, ${lost.length} of ` +
        `${newest.size} items weigh 0, so their order is that of their ` +
        `ids. For the times of this log try ${better}.`,
    ];
  });
  if (cold > 0) {
    told.push(
      `${cold} of ${n} test users have no history: read "apart", where ` +
        `they and the others have a mean each.`,
    );
  }
  if (unreachable > 0) {
    told.push(
      `For ${unreachable} of ${n} test users no list can hold the item: ` +
        `no recall can pass ${(n - unreachable) / n}.`,
    );
  }
  return told;
}
// #endregion warnings
